/**
 * Where the other car is at the moment when the reference car is at a point of the line. The overlay
 * is by distance and holds no times; they follow from the reference's speed.
 */
export class Ghost {
  private readonly referenceTime: Float64Array;
  private readonly otherTime: Float64Array;

  /** @param speedKmh of the reference lap at each distance */
  constructor(distance: number[], delta: (number | null)[], speedKmh: (number | null)[]) {
    const n = distance.length;
    this.referenceTime = new Float64Array(n);
    this.otherTime = new Float64Array(n);
    for (let i = 1; i < n; i++) {
      const metres = (distance[i] as number) - (distance[i - 1] as number);
      const kmh = Math.max(5, ((speedKmh[i] ?? 0) + (speedKmh[i - 1] ?? 0)) / 2);
      this.referenceTime[i] = (this.referenceTime[i - 1] as number) + metres / (kmh / 3.6);
    }
    for (let i = 0; i < n; i++) {
      this.otherTime[i] = (this.referenceTime[i] as number) + (delta[i] ?? 0);
    }
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
