import { SEQUENTIAL_LEVELS, levelOf } from '../design/sequential.js';

/** Colours of dots by a third channel. */
export interface Coloured {
  colours: readonly string[];
  colourOf: (index: number) => number;
  min: number;
  max: number;
}

/** Of all values the middle 98 %: one spike shall not take all the colours. */
const TAIL = 0.01;

export function colouredBy(values: Float64Array): Coloured {
  const sorted = values.toSorted();
  const min = sorted[Math.floor(TAIL * (sorted.length - 1))] ?? 0;
  const max = sorted[Math.ceil((1 - TAIL) * (sorted.length - 1))] ?? 1;
  return { colours: SEQUENTIAL_LEVELS, colourOf: (index) => levelOf(values[index] as number, min, max), min, max };
}
