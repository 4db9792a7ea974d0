/** Frames of one car with one channel, as the platform sends them (docs/api.md): the same value at all moments. */
export function framesOf(car: string, channel: string, value: number, { from_s = 0, hz = 10, frames = 601 } = {}): Uint8Array {
  const head = JSON.stringify({ from_s, hz, frames, channels: [channel], cars: [{ car, base: [value] }] });
  const padded = head.padEnd(Math.ceil(head.length / 4) * 4);
  const bytes = new Uint8Array(8 + padded.length + 4 * frames);
  bytes.set(new TextEncoder().encode('VCF1'));
  new DataView(bytes.buffer).setUint32(4, padded.length, true);
  bytes.set(new TextEncoder().encode(padded), 8);
  return bytes;
}

/** The beginning that a path asks for. */
export const fromOf = (path: string): number => Number(new URL(path, 'http://pit.wall/').searchParams.get('from_s'));
