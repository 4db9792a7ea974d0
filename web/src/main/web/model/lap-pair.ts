import type { Lap, Overlay } from '../wire/words.js';
import { lineOf, type GroundLine, type PlanePoint } from './ground.js';
import { LapClock } from './lap-clock.js';
import { indexNear } from './plot-link.js';

/** A lap laid over a reference lap: where the reference is at its metres, and when the lap was there. */
export class LapPair {
  /** The way of the reference; null where it has no positions. */
  readonly line: GroundLine | null;
  private readonly clock: LapClock | null;

  /**
   * @param reference to whose metres all metres belong
   * @param lap the other one
   */
  constructor(
    private readonly overlay: Overlay,
    reference: Lap,
    private readonly lap: Lap,
  ) {
    this.line = lineOf(overlay.line);
    const speed = overlay.channels.find(({ channel, unit }) => channel === 'speed' && unit === 'km/h');
    this.clock = speed && reference.time_s !== null ? new LapClock(overlay.distance_m, speed.reference, reference.time_s) : null;
  }

  /** When the lap was there, in seconds of the session; null where the speed or the delta is not known. */
  momentAt(metres: number): number | null {
    const delta = this.overlay.delta_s[indexNear(this.overlay.distance_m, metres)] ?? null;
    return this.clock === null || delta === null ? null : this.lap.start_s + this.clock.secondsAt(metres) + delta;
  }

  /** The way of the reference from one metre to another. */
  stretch(from_m: number, until_m: number): PlanePoint[] {
    const points = this.line?.points ?? [];
    return points.filter((point, i): point is PlanePoint => {
      const metres = this.overlay.distance_m[i] ?? NaN;
      return point !== null && metres >= from_m && metres <= until_m;
    });
  }
}
