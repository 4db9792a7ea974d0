import { minMaxPerBucket, type Curve } from './decimate.js';
import { countWhile } from './search.js';

/**
 * The newest samples of one channel in two typed arrays that never grow: old samples are written
 * over. x rises strictly, so that a cursor in time is found by binary search.
 *
 * ```
 *   physical:  [ 7 8 | 3 4 5 6 ]      head = 2, size = 6
 *   logical:     3 4 5 6 7 8
 * ```
 *
 * With a span the ring holds at least so much time at any rate: x is divided into buckets, of each
 * of which the smallest and the largest sample stay.
 */
export class SampleRing {
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private head = 0;
  private size = 0;
  private newest = -Infinity;
  private readonly bucket: number;

  /**
   * @param span of x that the ring holds at least; 0: every sample stays, until it is written over
   */
  constructor(
    readonly capacity: number,
    span = 0,
  ) {
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
    // Two samples a bucket, and one bucket more because the span need not begin with one.
    this.bucket = span / (capacity / 2 - 1);
  }

  get length(): number {
    return this.size;
  }

  /** A sample that is not newer than the newest is late: the stored session will show it. */
  push(x: number, y: number): void {
    if (x <= this.newest) {
      return;
    }
    this.newest = x;
    if (this.size > 1 && this.bucket > 0 && this.bucketOf(this.xAt(this.size - 2)) === this.bucketOf(x)) {
      this.keepExtremes(x, y);
    } else {
      this.append(x, y);
    }
  }

  /** Merges samples of the past with what has arrived since; a sample that is there already stays. */
  fill(past: Curve): void {
    const all = Array.from({ length: this.size }, (_, i): [number, number] => [this.xAt(i), this.yAt(i)]);
    past.x.forEach((x, i) => {
      const y = past.y[i];
      if (typeof y === 'number') {
        all.push([x, y]);
      }
    });
    // Stable: of two samples of the same moment the one that was there comes first, and push drops the other.
    all.sort((a, b) => a[0] - b[0]);
    this.head = this.size = 0;
    this.newest = -Infinity;
    all.forEach(([x, y]) => this.push(x, y));
  }

  xAt(index: number): number {
    return this.x[(this.head + index) % this.capacity] as number;
  }

  yAt(index: number): number {
    return this.y[(this.head + index) % this.capacity] as number;
  }

  /** The last index with x at or before the given one; -1 when all are later. */
  indexAt(x: number): number {
    return countWhile(this.size, (i) => this.xAt(i) <= x) - 1;
  }

  /** The value that held at a moment; null before the first sample. */
  valueAt(x: number): number | null {
    const index = this.indexAt(x);
    return index < 0 ? null : this.yAt(index);
  }

  /** What is to be drawn between two moments, at most two points a bucket. */
  window(from: number, to: number, buckets: number): Curve {
    const first = Math.max(0, this.indexAt(from));
    const last = this.indexAt(to);
    return minMaxPerBucket(this, first, last + 1, buckets);
  }

  private append(x: number, y: number): void {
    this.put(this.size, x, y);
    if (this.size < this.capacity) {
      this.size += 1;
    } else {
      this.head = (this.head + 1) % this.capacity;
    }
  }

  /** The newest bucket has its two samples: of them and the new one the middle value goes. */
  private keepExtremes(x: number, y: number): void {
    const [first, second] = [this.yAt(this.size - 2), this.yAt(this.size - 1)];
    if (Math.min(first, second) <= y && y <= Math.max(first, second)) {
      return;
    }
    const secondStays = y > first ? second < first : second > first;
    if (secondStays) {
      this.put(this.size - 2, this.xAt(this.size - 1), second);
    }
    this.put(this.size - 1, x, y);
  }

  private put(index: number, x: number, y: number): void {
    const at = (this.head + index) % this.capacity;
    this.x[at] = x;
    this.y[at] = y;
  }

  private bucketOf(x: number): number {
    return Math.floor(x / this.bucket);
  }
}
