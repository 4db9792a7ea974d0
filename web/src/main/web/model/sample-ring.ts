import { minMaxPerBucket, type Curve } from './decimate.js';

/**
 * The newest samples of one channel in two typed arrays that never grow: old samples are written
 * over. x rises strictly, so that a cursor in time is found by binary search.
 *
 * ```
 *   physical:  [ 7 8 | 3 4 5 6 ]      head = 2, size = 6
 *   logical:     3 4 5 6 7 8
 * ```
 */
export class SampleRing {
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private head = 0;
  private size = 0;

  constructor(readonly capacity: number) {
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
  }

  get length(): number {
    return this.size;
  }

  /** A sample that is not newer than the newest is late: the stored session will show it. */
  push(x: number, y: number): void {
    if (this.size > 0 && x <= this.xAt(this.size - 1)) {
      return;
    }
    const at = (this.head + this.size) % this.capacity;
    this.x[at] = x;
    this.y[at] = y;
    if (this.size < this.capacity) {
      this.size += 1;
    } else {
      this.head = (this.head + 1) % this.capacity;
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
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.xAt(middle) <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
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
}
