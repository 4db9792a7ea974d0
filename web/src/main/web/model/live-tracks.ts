import type { CarSamples } from '../wire/live-frames.js';
import { comesInSteps, holds, LIVE_CHANNELS } from './frame-channels.js';
import { FRAMES_PER_S, KEPT_S } from './kept.js';
import { SampleRing } from './sample-ring.js';

/** One value a frame; both ends of the time that is kept count. */
const CAPACITY = KEPT_S * FRAMES_PER_S + 1;
/** Between two frames further apart nothing is known. */
const LONGEST_GAP_S = 2.5;

/** What the views show of all cars, as it came live in the last minutes. */
export class LiveTracks {
  private readonly byCar = new Map<string, Map<string, SampleRing>>();
  /** When each car was heard last, whatever it sent. */
  private readonly heard = new Map<string, number>();

  take(car: string, { values, times }: CarSamples): void {
    const rings = this.byCar.get(car) ?? new Map<string, SampleRing>();
    this.byCar.set(car, rings);
    this.heard.set(car, Object.values(times).reduce((newest, at_s) => Math.max(newest, at_s), this.heard.get(car) ?? -Infinity));
    for (const channel of LIVE_CHANNELS) {
      const value = values[channel];
      const at_s = times[channel];
      if (typeof value === 'number' && at_s !== undefined) {
        let ring = rings.get(channel);
        if (!ring) {
          ring = new SampleRing(CAPACITY);
          rings.set(channel, ring);
        }
        ring.push(at_s, value);
      }
    }
  }

  clear(): void {
    this.byCar.clear();
    this.heard.clear();
  }

  ring(car: string, channel: string): SampleRing | undefined {
    return this.byCar.get(car)?.get(channel);
  }

  /** When the newest places of cars were measured; -Infinity of one that sent none. */
  newestPlaces(): number[] {
    return [...this.byCar.keys()].map((car) => this.newestPlaceOf(car));
  }

  newestPlaceOf(car: string): number {
    const ring = this.ring(car, 'latitude') ?? this.ring(car, 'world_x');
    return ring && ring.length > 0 ? ring.xAt(ring.length - 1) : -Infinity;
  }

  /** The last value up to a moment, however long ago. */
  lastAt(car: string, channel: string, at_s: number): number | null {
    const ring = this.ring(car, channel);
    const index = ring?.indexAt(at_s) ?? -1;
    return ring && index >= 0 ? ring.yAt(index) : null;
  }

  /** null before the first frame and in a gap; after the newest one it holds a while, a code as long as the car is heard. */
  valueAt(car: string, channel: string, at_s: number): number | null {
    const ring = this.ring(car, channel);
    const before = ring ? ring.indexAt(at_s) : -1;
    if (!ring || before < 0) {
      return null;
    }
    const value = ring.yAt(before);
    if (before + 1 >= ring.length) {
      const newest = holds(channel) ? (this.heard.get(car) ?? -Infinity) : ring.xAt(before);
      return at_s - newest > LONGEST_GAP_S ? null : value;
    }
    const span = ring.xAt(before + 1) - ring.xAt(before);
    if (comesInSteps(channel)) {
      return value;
    }
    if (span > LONGEST_GAP_S) {
      return null;
    }
    return value + ((ring.yAt(before + 1) - value) * (at_s - ring.xAt(before))) / span;
  }
}
