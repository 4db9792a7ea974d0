import type { Lap } from '../wire/words.js';
import { flagFell, untilFinish } from './chequered.js';
import { gridOf } from './race-start.js';
import { onOneCount, passingsOf, type AtLine } from './road-gaps.js';

/** All cars at the line, how they began and how the race ended. */
export interface Road {
  /** On one count. */
  all: Map<string, AtLine[]>;
  /** Up to the finish of each car: what cars do after it is not told of a race. */
  passings: Map<string, AtLine[]>;
  /** Cars that began a race together. */
  grid: ReadonlySet<string>;
  /** When the chequered flag fell; Infinity before it. */
  fell_s: number;
}

/** @param told_s when race control told of the chequered flag; Infinity where it did not */
export function roadOf(lapsByCar: Iterable<readonly [car: string, laps: readonly Lap[]]>, told_s: number): Road {
  const all = onOneCount(new Map([...lapsByCar].map(([car, laps]) => [car, passingsOf(laps)])));
  const fell_s = flagFell([...all.values()].flat(), told_s);
  const passings = new Map([...all].map(([car, own]) => [car, untilFinish(own, fell_s)]));
  return { all, passings, grid: gridOf(all), fell_s };
}
