import type { CarSamples, SamplesFrame, TraceChunk } from './live-frames.js';

const MAGIC = 0x31534356;

/** Reads the binary frames of samples of one connection (docs/api.md); it learns the names as they come. */
export class BinarySamples {
  private names: string[] = [];
  private view = new DataView(new ArrayBuffer(0));
  private at = 0;

  /** A hello begins the names anew. */
  restart(): void {
    this.names = [];
  }

  /** @throws Error when it is something else, or cut off */
  read(buffer: ArrayBuffer): SamplesFrame {
    this.view = new DataView(buffer);
    this.at = 0;
    if (this.u32() !== MAGIC) {
      throw new Error('these are no samples');
    }
    const newNames = this.u16();
    const cars = this.u16();
    const frame: SamplesFrame = { type: 'samples', at_s: this.f64(), cars: {} };
    for (let i = 0; i < newNames; i++) {
      this.names.push(this.text());
    }
    for (let i = 0; i < cars; i++) {
      const car = this.name();
      frame.cars[car] = this.car(frame.at_s);
    }
    return frame;
  }

  private car(at_s: number): CarSamples {
    const values = this.u16();
    const traces = this.u16();
    this.at += 2;
    const samples: CarSamples = { values: {}, times: {} };
    for (let i = 0; i < values; i++) {
      const channel = this.name();
      samples.times[channel] = at_s - this.f32();
      samples.values[channel] = this.f64();
    }
    for (let i = 0; i < traces; i++) {
      samples.trace ??= {};
      const channel = this.name();
      samples.trace[channel] = this.trace();
    }
    return samples;
  }

  private trace(): TraceChunk {
    const points = this.u32();
    const x = Array.from({ length: points }, () => this.f64());
    const y = Array.from({ length: points }, () => this.f64());
    return { x, y };
  }

  private name(): string {
    const name = this.names[this.u16()];
    if (name === undefined) {
      throw new Error('a name is used that was not introduced');
    }
    return name;
  }

  private text(): string {
    const length = this.u16();
    const text = new TextDecoder().decode(new Uint8Array(this.view.buffer, this.at, length));
    this.at += length;
    return text;
  }

  private u16(): number {
    return this.view.getUint16((this.at += 2) - 2, true);
  }

  private u32(): number {
    return this.view.getUint32((this.at += 4) - 4, true);
  }

  private f32(): number {
    return this.view.getFloat32((this.at += 4) - 4, true);
  }

  private f64(): number {
    return this.view.getFloat64((this.at += 8) - 8, true);
  }
}
