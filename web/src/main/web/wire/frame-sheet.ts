/** One channel of one car: a value is the base and its float added; NaN where nothing is known. */
export interface FrameColumn {
  base: number;
  above: Float32Array;
}

/** Channels of all cars at the same moments: frame k is at `from_s + k / hz`. */
export interface FrameSheet {
  from_s: number;
  hz: number;
  frames: number;
  channels: string[];
  columns: Map<string, FrameColumn[]>;
}

const MAGIC = 'VCF1';
const HEAD_AT = 8;

interface Head {
  from_s: number;
  hz: number;
  frames: number;
  channels: string[];
  cars: { car: string; base: number[] }[];
}

/**
 * Reads the binary form that docs/api.md states.
 *
 * @throws Error when it is something else, or cut off
 */
export function parseFrameSheet(buffer: ArrayBuffer): FrameSheet {
  if (buffer.byteLength < HEAD_AT || new TextDecoder().decode(buffer.slice(0, 4)) !== MAGIC) {
    throw new Error('these are no frames');
  }
  const headLength = new DataView(buffer).getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(buffer.slice(HEAD_AT, HEAD_AT + headLength))) as Head;
  const columns = new Map<string, FrameColumn[]>();
  let at = HEAD_AT + headLength;
  for (const { car, base } of head.cars) {
    const ofCar = base.map((each): FrameColumn => {
      const above = new Float32Array(buffer, at, head.frames);
      at += above.byteLength;
      return { base: each, above };
    });
    columns.set(car, ofCar);
  }
  return { from_s: head.from_s, hz: head.hz, frames: head.frames, channels: head.channels, columns };
}
