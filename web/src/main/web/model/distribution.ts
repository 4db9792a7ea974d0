/** Bins of equal width, the first one beginning at `from`. */
export interface BinGrid {
  from: number;
  width: number;
  count: number;
}

export interface Summary {
  mean: number;
  deviation: number;
  min: number;
  p5: number;
  median: number;
  p95: number;
  max: number;
  seconds: number;
}

const MOST_BINS = 48;
/** Kept for whole numbers even where that makes more bins. */
const MOST_WHOLE_BINS = 80;

/** 1, 2 or 5 times a power of ten, at least as large as asked for. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * Bins that hold all values, of which people can read the borders; null where there are no values.
 *
 * @param whole counts and codes: each has a bin of its own, in whose middle it lies
 */
export function binsFor(values: readonly ArrayLike<number>[], whole: boolean, most = MOST_BINS): BinGrid | null {
  const [min, max] = extremes(values);
  if (min > max) {
    return null;
  }
  if (whole && max - min < MOST_WHOLE_BINS) {
    return { from: Math.round(min) - 0.5, width: 1, count: Math.round(max) - Math.round(min) + 1 };
  }
  const width = niceStep((max - min || Math.abs(max) || 1) / (most - 1));
  const from = Math.floor(min / width);
  return { from: from * width, width, count: Math.floor(max / width) - from + 1 };
}

export function extremes(values: readonly ArrayLike<number>[]): [number, number] {
  let min = Infinity;
  let max = -Infinity;
  for (const list of values) {
    for (let i = 0; i < list.length; i++) {
      min = Math.min(min, list[i] as number);
      max = Math.max(max, list[i] as number);
    }
  }
  return [min, max];
}

/** The share of the time that lies in each bin; they sum to 1. Values beyond the bins count for the outermost. */
export function shares(values: ArrayLike<number>, weights: ArrayLike<number>, { from, width, count }: BinGrid): number[] {
  const sums = new Array<number>(count).fill(0);
  let whole = 0;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.min(count - 1, Math.max(0, Math.floor(((values[i] as number) - from) / width)));
    sums[bin] = (sums[bin] as number) + (weights[i] as number);
    whole += weights[i] as number;
  }
  return whole === 0 ? sums : sums.map((sum) => sum / whole);
}

/** Values weighed by the time for which they stood; null where there are none. */
export function summaryOf(values: ArrayLike<number>, weights: ArrayLike<number>): Summary | null {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const seconds = order.reduce((sum, i) => sum + (weights[i] as number), 0);
  const first = order[0];
  const last = order.at(-1);
  if (first === undefined || last === undefined || seconds === 0) {
    return null;
  }
  const mean = order.reduce((sum, i) => sum + (values[i] as number) * (weights[i] as number), 0) / seconds;
  const spread = order.reduce((sum, i) => sum + ((values[i] as number) - mean) ** 2 * (weights[i] as number), 0);
  const [p5 = NaN, median = NaN, p95 = NaN] = quantiles(order, values, weights, [0.05 * seconds, 0.5 * seconds, 0.95 * seconds]);
  return {
    mean,
    deviation: Math.sqrt(spread / seconds),
    min: values[first] as number,
    p5,
    median,
    p95,
    max: values[last] as number,
    seconds,
  };
}

/** @param at rising weights, counted from the smallest value */
function quantiles(order: number[], values: ArrayLike<number>, weights: ArrayLike<number>, at: number[]): number[] {
  const found: number[] = [];
  let sum = 0;
  for (const i of order) {
    sum += weights[i] as number;
    while (found.length < at.length && sum >= (at[found.length] as number) * (1 - 1e-12)) {
      found.push(values[i] as number);
    }
  }
  return found;
}

/** Whole multiples of a readable step between two values. */
export function ticks(min: number, max: number, most: number): number[] {
  if (!(max > min) || most < 1) {
    return [];
  }
  const step = niceStep((max - min) / most);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}
