import type { Range } from './zoom.js';

/** Of the samples of a selection; mean and standard deviation count each sample once. */
export interface Statistics {
  samples: number;
  least: number;
  leastAt: number;
  most: number;
  mostAt: number;
  mean: number;
  deviation: number;
}

/** @returns null where the selection holds no sample */
export function statisticsOf(x: ArrayLike<number>, y: ArrayLike<number | null>, [from, to]: Range): Statistics | null {
  let [samples, least, leastAt, most, mostAt, mean, squares] = [0, Infinity, 0, -Infinity, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const at = x[i] as number;
    const value = y[i] ?? null;
    if (at < from || at > to || value === null) {
      continue;
    }
    samples += 1;
    if (value < least) {
      [least, leastAt] = [value, at];
    }
    if (value > most) {
      [most, mostAt] = [value, at];
    }
    // Welford's recurrence: exact for large values that hardly differ.
    const off = value - mean;
    mean += off / samples;
    squares += off * (value - mean);
  }
  return samples === 0 ? null : { samples, least, leastAt, most, mostAt, mean, deviation: Math.sqrt(squares / samples) };
}
