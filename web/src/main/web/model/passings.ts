/** A car at the line, after so many laps. */
export interface Passing {
  laps: number;
  at_s: number;
  /** It is not known well when that was. */
  uncertain?: boolean | undefined;
}

/** How many of a car's passings, ascending, lie at or before a moment. */
export function countUntil(passings: readonly Passing[], limit_s: number): number {
  return count(passings, ({ at_s }) => at_s <= limit_s);
}

/** How many of them came before a lap was full, or with it. */
export function countOfLaps(passings: readonly Passing[], laps: number): number {
  return count(passings, (passing) => passing.laps <= laps);
}

/** The passing that ended so many laps; undefined where none was seen. */
export function passingAfter(passings: readonly Passing[], laps: number): Passing | undefined {
  const last = passings[countOfLaps(passings, laps) - 1];
  return last?.laps === laps ? last : undefined;
}

function count(passings: readonly Passing[], counts: (passing: Passing) => boolean): number {
  let low = 0;
  let high = passings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (counts(passings[middle] as Passing)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
