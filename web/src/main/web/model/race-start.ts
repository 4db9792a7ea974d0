import type { Passing } from './passings.js';

/** Cars that start together pass the line within this. */
const GRID_S = 30;
const SHARE_OF_GRID = 2 / 3;

/**
 * The cars that began a race together: a race it is where two thirds of all came to the line within half a minute of the
 * first one. One that came later, out of the pits, is none of them; in other sessions nobody is.
 */
export function gridOf(passings: ReadonlyMap<string, readonly Passing[]>): ReadonlySet<string> {
  const firsts = [...passings].flatMap(([car, [first]]): [string, number][] => (first ? [[car, first.at_s]] : []));
  const begin_s = Math.min(...firsts.map(([, at_s]) => at_s));
  const together = firsts.filter(([, at_s]) => at_s - begin_s < GRID_S);
  const isRace = together.length > 1 && together.length >= SHARE_OF_GRID * passings.size;
  return new Set(isRace ? together.map(([car]) => car) : []);
}
