import type { CarSamples } from '../wire/live-frames.js';
import type { Curve } from './decimate.js';
import { KEPT_S } from './kept.js';
import { SampleRing } from './sample-ring.js';

/** Holds every sample of channels up to some 130 Hz; of faster ones the smallest and largest of each 15 ms. */
const CAPACITY = 16_384;

/** The traced channels of the cars, each with its last {@link KEPT_S} seconds at least. */
export class TraceRings {
  private readonly rings = new Map<string, SampleRing>();

  get(car: string, channel: string): SampleRing | undefined {
    return this.rings.get(keyOf(car, channel));
  }

  take(car: string, trace: NonNullable<CarSamples['trace']>): void {
    for (const [channel, chunk] of Object.entries(trace)) {
      const ring = this.ring(car, channel);
      chunk.x.forEach((x, i) => {
        const y = chunk.y[i];
        if (typeof y === 'number') {
          ring.push(x, y);
        }
      });
    }
  }

  fill(car: string, channel: string, past: Curve): void {
    this.ring(car, channel).fill(past);
  }

  /** Drops all others: they would stand still, and take their place for ever. */
  keepOnly(car: string, channels: string[]): void {
    const kept = new Set(channels.map((channel) => keyOf(car, channel)));
    [...this.rings.keys()].filter((key) => !kept.has(key)).forEach((key) => this.rings.delete(key));
  }

  clear(): void {
    this.rings.clear();
  }

  private ring(car: string, channel: string): SampleRing {
    const key = keyOf(car, channel);
    let ring = this.rings.get(key);
    if (!ring) {
      ring = new SampleRing(CAPACITY, KEPT_S);
      this.rings.set(key, ring);
    }
    return ring;
  }
}

const keyOf = (car: string, channel: string): string => `${car}/${channel}`;
