import type { Entry, Lap, Sector } from '../wire/words.js';
import { spread } from './format.js';

/** How a time stands: purple, green and yellow on a timing screen; grey where it is not known well. */
export type Rating = 'session-best' | 'personal-best' | 'slower' | 'uncertain' | 'none';

/** The times that others are measured by. */
export interface Bests {
  lap: number | null;
  sectors: (number | null)[];
}

/** Times are compared as they are shown, in milliseconds: what looks equal counts as equal. */
const inMillis = (seconds: number): number => Math.round(seconds * 1000);

const smaller = (a: number | null, b: number | null | undefined): number | null => {
  if (b === null || b === undefined) {
    return a;
  }
  return a === null ? b : Math.min(a, b);
};

/** @param underWay sectors of laps that are not over yet, of those that compete */
export function bestsOfSession(entries: Iterable<Entry>, underWay: Iterable<Sector> = []): Bests {
  const bests: Bests = { lap: null, sectors: [] };
  for (const entry of entries) {
    bests.lap = smaller(bests.lap, knownBest(entry));
    entry.best_sectors_s.forEach((time, index) => {
      bests.sectors[index] = smaller(bests.sectors[index] ?? null, time);
    });
  }
  for (const { sector, time_s } of underWay) {
    bests.sectors[sector - 1] = smaller(bests.sectors[sector - 1] ?? null, time_s);
  }
  return bests;
}

function knownBest(entry: Entry): number | null {
  return entry.best_uncertain ? null : entry.best_lap_s;
}

export function bestsOfEntry(entry: Entry | undefined): Bests {
  return { lap: entry ? knownBest(entry) : null, sectors: entry?.best_sectors_s ?? [] };
}

export function rate(
  time: number | null | undefined,
  sessionBest: number | null | undefined,
  personalBest: number | null | undefined,
): Rating {
  if (time === null || time === undefined) {
    return 'none';
  }
  if (sessionBest !== null && sessionBest !== undefined && inMillis(time) <= inMillis(sessionBest)) {
    return 'session-best';
  }
  if (personalBest !== null && personalBest !== undefined) {
    return inMillis(time) <= inMillis(personalBest) ? 'personal-best' : 'slower';
  }
  return 'none';
}

/** Only flying laps compete; an out-lap is never purple, nor is a lap that may be off by much. */
export function rateLap(lap: Lap, session: Bests, entry: Bests): Rating {
  return rateTimeOf(lap, lap.time_s, session.lap, entry.lap);
}

/** The sectors of a lap compete as it does itself. */
export function rateSector(lap: Lap, sector: number, session: Bests, entry: Bests): Rating {
  return rateTimeOf(lap, lap.sectors_s[sector], session.sectors[sector], entry.sectors[sector]);
}

function rateTimeOf(
  lap: Lap,
  time: number | null | undefined,
  sessionBest: number | null | undefined,
  personalBest: number | null | undefined,
): Rating {
  if (time !== null && time !== undefined && lap.uncertain) {
    return 'uncertain';
  }
  return lap.kind === 'flying' ? rate(time, sessionBest, personalBest) : 'none';
}

/** Why a lap is not rated, in words; null where it is known well. */
export function doubtAbout(lap: Lap | undefined): string | null {
  return lap?.uncertain
    ? `Uncertain: it is not known exactly when the line was passed, the time may be off by ${spread(lap.uncertainty_s)}`
    : null;
}

/** What is to be said of a time besides its figures; null where nothing is. */
export function remarkOn(rating: Rating, lap: Lap | undefined): string | null {
  const doubt = rating === 'uncertain' ? doubtAbout(lap) : null;
  const remarks = [doubt ?? meaningOf(rating), lap?.provisional ? MEANING_OF_PROVISIONAL : null];
  return remarks.filter((remark) => remark !== null).join('; ') || null;
}

export const MEANING_OF_PROVISIONAL = 'late data may correct it';

/** What a colour and its mark say, in words; null where they say nothing. */
export function meaningOf(rating: Rating): string | null {
  switch (rating) {
    case 'session-best':
      return 'session best';
    case 'personal-best':
      return 'best of the car';
    case 'slower':
      return 'slower';
    case 'uncertain':
      return 'not known well';
    case 'none':
      return null;
  }
}

/** The mark that carries the meaning where the colour cannot be seen. */
export function markOf(rating: Rating): string {
  switch (rating) {
    case 'session-best':
      return '◆';
    case 'personal-best':
      return '▲';
    case 'uncertain':
      return '~';
    case 'slower':
    case 'none':
      return '';
  }
}
