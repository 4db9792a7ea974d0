/** Slower than this, in km/h, is taken as this: a car that stands would stand for ever. */
const SLOWEST = 5;

/** Seconds since the first point, from how fast a car was at each. */
export function secondsAlong(distance_m: ArrayLike<number>, speedKmh: ArrayLike<number | null>): Float64Array {
  const seconds = new Float64Array(distance_m.length);
  for (let i = 1; i < seconds.length; i++) {
    const metres = (distance_m[i] as number) - (distance_m[i - 1] as number);
    const kmh = Math.max(SLOWEST, ((speedKmh[i] ?? 0) + (speedKmh[i - 1] ?? 0)) / 2);
    seconds[i] = (seconds[i - 1] as number) + metres / (kmh / 3.6);
  }
  return seconds;
}

/** When a car was where in a lap, from how fast it was there. */
export class LapClock {
  private readonly seconds: ArrayLike<number>;

  /**
   * @param distance in metres, rising
   * @param speedKmh there
   * @param lapTime what the whole lap took, in seconds: the sum of the steps is made to fit it
   */
  constructor(
    private readonly distance: ArrayLike<number>,
    speedKmh: ArrayLike<number | null>,
    lapTime: number,
  ) {
    const seconds = secondsAlong(distance, speedKmh);
    const sum = seconds.at(-1) ?? 0;
    this.seconds = sum > 0 ? seconds.map((each) => (each / sum) * lapTime) : seconds;
  }

  secondsAt(metres: number): number {
    return between(this.distance, this.seconds, metres);
  }

  metresAt(seconds: number): number {
    return between(this.seconds, this.distance, seconds);
  }
}

/** Along the straight line between two known points; beyond the ends the last known one. */
function between(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) <= at) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const [left, right] = [x[low] ?? 0, x[high] ?? 0];
  const share = right > left ? Math.min(1, Math.max(0, (at - left) / (right - left))) : 0;
  return (y[low] ?? 0) + share * ((y[high] ?? 0) - (y[low] ?? 0));
}
