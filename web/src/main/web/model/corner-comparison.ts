import type { Corner, CornerRow, CornerTable } from '../wire/corner-words.js';
import type { LapAddress } from '../wire/rest.js';
import { signed } from './format.js';

/** A lap in one corner, and the reference there. */
export interface CornerView {
  corner: Corner;
  row: CornerRow;
  reference: CornerRow | null;
}

export type MeasureName = 'lost' | 'corner' | 'entry' | 'apex' | 'exit' | 'brake' | 'throttle';
/** 'even' where the difference is none to speak of; 'other' where it is neither good nor bad by itself. */
export type Verdict = 'better' | 'worse' | 'even' | 'other';

/** Something that is compared in a corner. */
export interface Measure {
  name: MeasureName;
  title: string;
  /** Before the words of a difference: "apex 4 km/h slower". */
  short: string;
  unit: 's' | 'km/h' | 'm';
  decimals: number;
  /** Of the lap itself. */
  value(row: CornerRow): number | null;
  difference(view: CornerView): number | null;
  /** What a difference below and above 0 is called. */
  words: readonly [string, string];
  /** Which of the two is good; null: neither by itself. */
  good: 'less' | 'more' | null;
  /** Less than this is no difference to speak of. */
  least: number;
}

const against =
  (value: (row: CornerRow) => number | null) =>
  (view: CornerView): number | null => {
    const [own, other] = [value(view.row), view.reference && value(view.reference)];
    return own === null || other === null ? null : own - other;
  };

const measure = (
  name: MeasureName,
  title: string,
  short: string,
  unit: Measure['unit'],
  value: Measure['value'],
  more: Pick<Measure, 'words' | 'good'> & Partial<Measure>,
): Measure => ({
  name,
  title,
  short,
  unit,
  value,
  decimals: unit === 's' ? 3 : 0,
  least: unit === 's' ? 0.0005 : 0.5,
  difference: against(value),
  ...more,
});

const SPEED: readonly [string, string] = ['slower', 'faster'];
const PLACE: readonly [string, string] = ['earlier', 'later'];

export const MEASURES: Readonly<Record<MeasureName, Measure>> = {
  lost: measure('lost', 'Time lost', '', 's', (row) => row.lost_s, {
    words: ['won', 'lost'],
    good: 'less',
    difference: ({ row }) => row.lost_s,
  }),
  corner: measure('corner', 'Time in corner', 'corner', 's', (row) => row.corner_s, { words: ['shorter', 'longer'], good: 'less' }),
  entry: measure('entry', 'Entry speed', 'entry', 'km/h', (row) => row.entry_kmh, { words: SPEED, good: null }),
  apex: measure('apex', 'Apex speed', 'apex', 'km/h', (row) => row.apex_kmh, { words: SPEED, good: 'more' }),
  exit: measure('exit', 'Exit speed', 'exit', 'km/h', (row) => row.exit_kmh, { words: SPEED, good: 'more' }),
  brake: measure('brake', 'Brake point', 'brakes', 'm', (row) => row.brake_m, {
    words: PLACE,
    good: null,
    difference: ({ row }) => row.brake_later_m,
  }),
  throttle: measure('throttle', 'Throttle point', 'throttle', 'm', (row) => row.throttle_m, { words: PLACE, good: null }),
};

export const measureFrom = (text: string | undefined): Measure =>
  Object.values(MEASURES).find(({ name }) => name === text) ?? MEASURES.lost;

/** Better or worse than the reference; the other two sides of it are told by {@link differenceWords}. */
export function verdictOf({ good, least }: Measure, difference: number): Verdict {
  if (Math.abs(difference) < least) {
    return 'even';
  }
  return good === null ? 'other' : difference < 0 === (good === 'less') ? 'better' : 'worse';
}

/** "12 m earlier"; "even" where there is no difference to speak of. */
export function differenceWords({ unit, decimals, words, least }: Measure, difference: number): string {
  return Math.abs(difference) < least
    ? 'even'
    : `${Math.abs(difference).toFixed(decimals)} ${unit} ${words[difference < 0 ? 0 : 1]}`;
}

export const differenceText = ({ decimals }: Measure, difference: number): string => signed(difference, decimals);

/** A difference with what it is of: "apex 4 km/h slower". */
export const measureWords = (measure: Measure, difference: number): string =>
  `${measure.short} ${differenceWords(measure, difference)}`.trim();

/** What the lap did otherwise in a corner, in words; nothing of what is even or not known. */
export function otherwise(view: CornerView): string[] {
  const { lost, brake, entry, apex, exit, throttle } = MEASURES;
  return [lost, brake, entry, apex, exit, throttle].flatMap((measure) => {
    const difference = measure.difference(view);
    return difference === null || Math.abs(difference) < measure.least ? [] : [measureWords(measure, difference)];
  });
}

const isOf = (row: LapAddress, lap: LapAddress): boolean =>
  row.session === lap.session && row.car === lap.car && row.lap === lap.lap;

/** The corners as one lap went through them, in the order of driving. */
export function viewsOf({ corners, rows, reference }: CornerTable, lap: LapAddress): CornerView[] {
  return corners.flatMap((corner): CornerView[] => {
    const here = rows.filter((row) => row.corner === corner.number);
    const row = here.find((each) => isOf(each, lap));
    return row ? [{ corner, row, reference: here.find((each) => isOf(each, reference)) ?? null }] : [];
  });
}

const ARROWS = { left: '↰', right: '↱' } as const;

export const directionArrow = ({ direction }: Corner): string => (direction === null ? '' : ARROWS[direction]);

/** "Corner 3, left, at 1084 m" */
export function cornerName({ number, direction, apex_m }: Corner): string {
  return `Corner ${number}${direction === null ? '' : `, ${direction}`}, at ${apex_m.toFixed(0)} m`;
}

/**
 * Of which the lap loses so much in each place: of what the whole lap loses; where it wins elsewhere, of what these
 * places lose together, for a share is no more than all.
 *
 * @returns a share of 0 to 1 a loss
 */
export function sharesOf(lost: readonly number[], total_s: number): { shares: number[]; ofWhole: boolean } {
  const sum = lost.reduce((a, b) => a + b, 0);
  const ofWhole = total_s >= sum;
  const all = ofWhole ? total_s : sum;
  return { shares: lost.map((each) => (all > 0 ? each / all : 0)), ofWhole };
}
