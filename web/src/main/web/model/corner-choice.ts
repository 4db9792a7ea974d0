import type { Entry, Lap, LapKind } from '../wire/words.js';
import { completedLaps } from './timed-laps.js';

/** Against which lap corners are measured. */
export type Against = 'session' | 'car' | number;

/** A lap of some car of the session. */
export interface LapOfCar {
  car: string;
  lap: number;
}

export const LAST_LAPS: readonly number[] = [5, 10, 20];

/** As it stands in the options of a panel; what cannot be read is the best lap of the session. */
export function againstFrom(text: string | undefined): Against {
  const number = /^lap-([1-9]\d{0,5})$/.exec(text ?? '')?.[1];
  return number !== undefined ? Number(number) : text === 'car' ? 'car' : 'session';
}

/** The best of those that are known well, else of all; as the platform chooses it. */
export function bestOfSession(entries: readonly Entry[]): LapOfCar | null {
  const driven = entries.filter(({ best_lap, best_lap_s }) => best_lap !== null && best_lap_s !== null);
  const known = driven.filter(({ best_uncertain }) => !best_uncertain);
  const among = known.length > 0 ? known : driven;
  const best = among.reduce<Entry | null>(
    (first, each) => (first === null || (each.best_lap_s ?? 0) < (first.best_lap_s ?? 0) ? each : first),
    null,
  );
  return best && best.best_lap !== null ? { car: best.car, lap: best.best_lap } : null;
}

/** @returns null while there is no such lap */
export function referenceFor(against: Against, car: string, entries: readonly Entry[]): LapOfCar | null {
  if (against === 'session') {
    return bestOfSession(entries);
  }
  const lap = against === 'car' ? entries.find((each) => each.car === car)?.best_lap : against;
  return lap === null || lap === undefined ? null : { car, lap };
}

/** Corners are laid over laps from line to line: others have another way. */
export function wholeLaps(laps: readonly Lap[]): Lap[] {
  return completedLaps([...laps]).filter(({ kind, time_s }) => kind === 'flying' && time_s !== null);
}

const KINDS: Readonly<Record<LapKind, string>> = {
  flying: 'the last piece of a recording',
  out: 'a lap out of the pits or from the grid',
  in: 'a lap into the pits',
  pit: 'a lap in the pits',
  partial: 'a piece of a lap',
};

/** Why the corners of a lap cannot be compared; null where they can. */
export function whyNotWhole(lap: Lap): string | null {
  if (wholeLaps([lap]).length > 0) {
    return null;
  }
  return lap.time_s === null
    ? `Lap ${lap.number} has no time yet.`
    : `Lap ${lap.number} is ${KINDS[lap.kind]}: only flying laps are compared.`;
}
