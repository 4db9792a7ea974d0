import { countWhile } from './search.js';

/** A car at the line, after so many laps. */
export interface Passing {
  laps: number;
  at_s: number;
  /** It is not known well when that was. */
  uncertain?: boolean | undefined;
}

/** How many of a car's passings, ascending, lie at or before a moment. */
export function countUntil(passings: readonly Passing[], limit_s: number): number {
  return countWhile(passings.length, (i) => (passings[i] as Passing).at_s <= limit_s);
}

/** How many of them came before a lap was full, or with it. */
export function countOfLaps(passings: readonly Passing[], laps: number): number {
  return countWhile(passings.length, (i) => (passings[i] as Passing).laps <= laps);
}
