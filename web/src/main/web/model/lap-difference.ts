import type { Lap } from '../wire/words.js';
import { signed, spread } from './format.js';
import { doubtAbout, markOf } from './rating.js';

/** The time between two laps as it is shown, and why it is not known well; no reason where it is. */
export interface LapDifference {
  text: string;
  reason: string | null;
}

/**
 * @param seconds other less reference, at the end of the lap
 * @param reference absent: nothing is known against it
 * @param other as the reference
 */
export function lapDifference(seconds: number | null | undefined, reference?: Lap, other?: Lap): LapDifference {
  const doubts = [doubtOf('reference', reference), doubtOf('other', other)].filter((doubt) => doubt !== null);
  if (doubts.length === 0 || seconds === null || seconds === undefined) {
    return { text: `${signed(seconds)} s`, reason: null };
  }
  // At worst one lap is off to one side and the other to the other.
  const off = (reference?.uncertainty_s ?? 0) + (other?.uncertainty_s ?? 0);
  return { text: `${markOf('uncertain')}${signed(seconds, 1)} s ${spread(off)}`, reason: doubts.join('. ') };
}

function doubtOf(which: string, lap?: Lap): string | null {
  const doubt = doubtAbout(lap);
  return lap && doubt ? `Lap ${lap.number} (${which}): ${doubt}` : null;
}
