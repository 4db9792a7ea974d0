import type { Channel } from '../wire/words.js';
import type { Stretch } from './stretch.js';

export const EXPORT_FORMATS = { csv: 'CSV', 'motec-csv': 'MoTeC CSV', parquet: 'Parquet' } as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Of rows; null: at the times of the samples. */
export const EXPORT_RATES: readonly (number | null)[] = [null, 1, 10, 20, 50, 100, 200, 500, 1000];

/** Which part of the session. */
export type ExportPart = 'session' | 'lap' | 'stretch' | 'last';

/** What is to be exported, as it is chosen. */
export interface ExportChoice {
  format: ExportFormat;
  /** Empty: all. */
  cars: string[];
  channels: 'shown' | 'all';
  part: ExportPart;
  lap: number | null;
  seconds: number;
  hz: number | null;
  /** Rows stand on the line between samples, or blank. */
  filled: boolean;
}

export const USUAL_EXPORT: ExportChoice = {
  format: 'csv',
  cars: [],
  channels: 'shown',
  part: 'session',
  lap: null,
  seconds: 60,
  hz: null,
  filled: true,
};

/** What the choice is made from. */
export interface ExportView {
  /** All cars of the session. */
  cars: string[];
  /** Of the chosen car. */
  channels: Channel[];
  shown: string[];
  duration_s: number;
  now_s: number;
  stretch: Stretch | null;
  /** Laps of the one car that is chosen. */
  laps: { number: number; start_s: number; time_s: number | null }[];
}

/** Brings together what does not go together: the platform would refuse it. */
export function fitting(choice: ExportChoice, view: Pick<ExportView, 'stretch' | 'laps'>): ExportChoice {
  const filled = choice.filled || choice.format === 'motec-csv';
  const noLap = choice.part === 'lap' && (choice.cars.length !== 1 || view.laps.length === 0);
  const part = noLap || (choice.part === 'stretch' && view.stretch === null) ? 'session' : choice.part;
  const lap = view.laps.some(({ number }) => number === choice.lap) ? choice.lap : (view.laps.at(-1)?.number ?? null);
  return { ...choice, filled, hz: filled ? choice.hz : null, part, lap };
}

/** As the platform is asked (docs/exports.md); what is usual is left out. */
export function parametersOf(choice: ExportChoice, view: ExportView): Record<string, string> {
  const [from_s, to_s] = choice.part === 'lap' || choice.part === 'session' ? [null, null] : spanOf(choice, view);
  const asked: Record<string, string | null> = {
    format: choice.format,
    cars: choice.cars.length === 0 ? null : choice.cars.join(','),
    channels: choice.channels === 'all' ? null : view.shown.join(','),
    lap: choice.part === 'lap' ? String(choice.lap) : null,
    from_s: from_s === null ? null : String(rounded(from_s)),
    to_s: to_s === null ? null : String(rounded(to_s)),
    hz: choice.hz === null ? null : String(choice.hz),
    fill: choice.filled ? null : 'none',
  };
  return Object.fromEntries(Object.entries(asked).filter((each): each is [string, string] => each[1] !== null));
}

/** Seconds of the session. */
export function spanOf({ part, lap: number, seconds }: ExportChoice, view: ExportView): [number, number] {
  const lap = view.laps.find((each) => each.number === number);
  switch (part) {
    case 'lap':
      return lap ? [lap.start_s, lap.time_s === null ? view.now_s : lap.start_s + lap.time_s] : [0, 0];
    case 'stretch':
      return view.stretch ? [view.stretch.from_s, view.stretch.to_s] : [0, 0];
    case 'last':
      return [Math.max(0, view.now_s - seconds), view.now_s];
    case 'session':
      return [0, view.duration_s];
  }
}

/**
 * About how many rows all files have together, as if all cars had the channels of the chosen one; null where their
 * rates are not known.
 */
export function rowsOf(choice: ExportChoice, view: ExportView): number | null {
  const [from_s, to_s] = spanOf(choice, view);
  const channels = view.channels.filter(({ name }) => choice.channels === 'all' || view.shown.includes(name));
  const rates = channels.map(({ rate_hz }) => rate_hz).filter((rate) => rate !== null);
  // Channels of one rate stand in the same rows; without filling those of others stand in rows of their own.
  const perSecond = choice.hz ?? (choice.filled ? Math.max(0, ...rates) : [...new Set(rates)].reduce((sum, rate) => sum + rate, 0));
  const cars = choice.cars.length === 0 ? view.cars.length : choice.cars.length;
  return perSecond === 0 ? null : Math.round(perSecond * Math.max(0, to_s - from_s)) * cars;
}

/** To the microsecond: a moment is not more exact on the screen. */
const rounded = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;
