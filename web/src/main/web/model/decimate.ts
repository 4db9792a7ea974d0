import { HOLE_S } from './holes.js';

/** Points to draw; null breaks the line. */
export interface Curve {
  x: number[];
  y: (number | null)[];
}

/** Samples in rising order of x. */
export interface Samples {
  xAt(index: number): number;
  yAt(index: number): number;
}

/**
 * Keeps the smallest and the largest of each bucket of samples, in their order in time: a spike of
 * one sample stays visible at any zoom.
 */
export function minMaxPerBucket(samples: Samples, from: number, to: number, buckets: number): Curve {
  const curve: Curve = { x: [], y: [] };
  const width = Math.max(1, Math.ceil((to - from) / buckets));
  for (let start = from; start < to; start += width) {
    const end = Math.min(to, start + width);
    if (start > from && samples.xAt(start) - samples.xAt(start - 1) > HOLE_S) {
      curve.x.push(samples.xAt(start - 1) + HOLE_S / 2);
      curve.y.push(null);
    }
    pushExtremes(samples, start, end, curve);
  }
  return curve;
}

function pushExtremes(samples: Samples, start: number, end: number, curve: Curve): void {
  let low = start;
  let high = start;
  for (let i = start + 1; i < end; i++) {
    if (samples.yAt(i) < samples.yAt(low)) {
      low = i;
    }
    if (samples.yAt(i) > samples.yAt(high)) {
      high = i;
    }
  }
  const first = Math.min(low, high);
  const second = Math.max(low, high);
  curve.x.push(samples.xAt(first));
  curve.y.push(samples.yAt(first));
  if (second !== first) {
    curve.x.push(samples.xAt(second));
    curve.y.push(samples.yAt(second));
  }
}
