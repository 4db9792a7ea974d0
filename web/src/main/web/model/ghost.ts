import { secondsAlong } from './lap-clock.js';

/**
 * Where the other car is at the moment when the reference car is at a point of the line. The overlay
 * is by distance and holds no times; they follow from the reference's speed.
 */
export class Ghost {
  private readonly referenceTime: Float64Array;
  private readonly otherTime: Float64Array;

  /** @param speedKmh of the reference lap at each distance */
  constructor(distance: number[], delta: (number | null)[], speedKmh: (number | null)[]) {
    this.referenceTime = secondsAlong(distance, speedKmh);
    this.otherTime = this.referenceTime.map((seconds, i) => seconds + (delta[i] ?? 0));
  }

  /** The index of the line where the other car is when the reference car is at the given one. */
  otherIndexAt(index: number): number {
    const moment = this.referenceTime[index] ?? 0;
    const last = this.otherTime.length - 1;
    let at = index;
    while (at < last && (this.otherTime[at] as number) < moment) {
      at += 1;
    }
    while (at > 0 && (this.otherTime[at] as number) > moment) {
      at -= 1;
    }
    return at;
  }
}

/**
 * Where the other lap loses (+1), gains (-1) or holds (0) against the reference: the slope of the
 * delta over a stretch, so that noise of single points does not flicker.
 *
 * @param tolerance seconds of delta over the stretch that count as nothing
 */
export function lossAlong(delta: (number | null)[], stretch = 16, tolerance = 0.008): number[] {
  return delta.map((_, i) => {
    const before = delta[Math.max(0, i - stretch)] ?? 0;
    const after = delta[Math.min(delta.length - 1, i + stretch)] ?? 0;
    const change = after - before;
    return Math.abs(change) < tolerance ? 0 : Math.sign(change);
  });
}
