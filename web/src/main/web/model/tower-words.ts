import type { Entry, Lap } from '../wire/words.js';
import { ABSENT, gapText } from './format.js';
import type { Gap } from './race-order.js';
import { completedLaps } from './timed-laps.js';
import type { TowerRow } from './tower.js';

/** What stands in a cell, and what is to be said of it. */
export interface Said {
  text: string;
  title: string | null;
  /** It is not what it is right now, or not known well. */
  unsure: boolean;
}

const NOTHING: Said = { text: '', title: null, unsure: false };

export function ofGap(row: TowerRow): Said {
  return row.position === 1 ? NOTHING : said(row, row.gap, row.by === 'line');
}

export function ofInterval(row: TowerRow, before: TowerRow | undefined): Said {
  if (before === undefined) {
    return NOTHING;
  }
  if (row.interval === null && before.status === 'out') {
    return unknown(`Car ${before.car}, the one before, is out`);
  }
  const known = said(row, row.interval, row.by === 'line' || before.by === 'line');
  return row.battle ? { ...known, title: 'Within a second of the car before' } : known;
}

function said(row: TowerRow, gap: Gap | null, atLine: boolean): Said {
  if (gap === null) {
    return unknown(whyNot(row));
  }
  const doubtful = row.doubtful && gap.kind === 'time';
  const remarks = [
    atLine ? 'At the last passing of the line' : null,
    doubtful ? 'When the line was passed is not known well' : null,
  ].filter((each) => each !== null);
  return { text: `${doubtful ? '~' : ''}${gapText(gap)}`, title: remarks.join('; ') || null, unsure: remarks.length > 0 };
}

const unknown = (title: string): Said => ({ text: ABSENT, title, unsure: true });

function whyNot({ car, status, by, sinceLine }: TowerRow): string {
  if (status === 'out') {
    return `Car ${car} is out: how far behind it stands is told in laps only`;
  }
  if (sinceLine === Infinity) {
    return `Not known: car ${car} was not seen at the line yet`;
  }
  return by === 'line' ? `Not known: where car ${car} is` : 'Not known: where the car in front was then';
}

/** What is to be said of a best lap; null where nothing is. */
export function ofBest(entry: Entry, laps: readonly Lap[]): string | null {
  if (entry.best_uncertain) {
    return 'No lap is known well: the fastest of those that are known best. Others may have been faster';
  }
  const doubtful = completedLaps([...laps]).filter(({ kind, uncertain }) => kind === 'flying' && uncertain).length;
  if (doubtful === 0) {
    return null;
  }
  return entry.best_lap_s === null ? 'No lap is known well enough to be the best one' : `${doubtful} ${doubtful === 1 ? 'lap is' : 'laps are'} not known well enough to count`;
}
