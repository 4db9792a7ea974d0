import type { Place } from './ground.js';
import { FRAMES_PER_S, KEPT_S } from './kept.js';
import { SampleRing } from './sample-ring.js';

/** Positions come with the frames, one a frame; both ends of the time that is kept count. */
const CAPACITY = KEPT_S * FRAMES_PER_S + 1;

interface Rings {
  on: Place['on'];
  north: SampleRing;
  east: SampleRing;
}

/** Where each car was in the last minutes. */
export class PlaceTracks {
  private readonly byCar = new Map<string, Rings>();

  keep(car: string, at_s: number, place: Place): void {
    let rings = this.byCar.get(car);
    if (!rings) {
      rings = { on: place.on, north: new SampleRing(CAPACITY), east: new SampleRing(CAPACITY) };
      this.byCar.set(car, rings);
    }
    rings.north.push(at_s, place.north);
    rings.east.push(at_s, place.east);
  }

  clear(): void {
    this.byCar.clear();
  }

  at(car: string, at_s: number): Place | null {
    const rings = this.byCar.get(car);
    const north = rings?.north.valueAt(at_s) ?? null;
    const east = rings?.east.valueAt(at_s) ?? null;
    return rings && north !== null && east !== null ? { on: rings.on, north, east } : null;
  }

  /** All that is kept of a car, oldest first. */
  path(car: string): Place[] {
    const rings = this.byCar.get(car);
    return rings
      ? Array.from({ length: rings.north.length }, (_, i) => ({
          on: rings.on,
          north: rings.north.yAt(i),
          east: rings.east.yAt(i),
        }))
      : [];
  }
}
