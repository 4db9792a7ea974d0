import type { Lap } from '../wire/words.js';
import { lastCompleted } from './timed-laps.js';

/** Which samples of a car a panel shows. */
export type Selection =
  /** The chosen lap; while none is chosen, the last one that was completed. */
  | { kind: 'chosen' }
  | { kind: 'best' }
  | { kind: 'lap'; lap: number }
  | { kind: 'last'; seconds: number }
  | { kind: 'all' };

/** What the selection is made from, as it stands at the cursor. */
export interface SelectionView {
  /** Those that had ended at the cursor. */
  laps: Lap[];
  /** Later ones too: a lap that somebody names is shown wherever the cursor stands. */
  allLaps: Lap[];
  chosen: number | null;
  best: number | null;
  now_s: number;
}

/** A stretch of a session. */
export interface Span {
  from_s: number;
  to_s: number;
  /** The lap that it is, where it is one. */
  lap: number | null;
  label: string;
}

export const LAST_S: readonly number[] = [20, 60, 300];
/** No more of a race is asked for at once: 120,000 samples of a channel at 100 Hz. */
export const MOST_S = 1_200;
const WITHOUT_LAPS_S = 60;
/** The cursor runs on; what follows it is taken anew this often. */
const STEP_S = 0.5;

/** As it stands in the options of a panel; what cannot be read is the chosen lap. */
export function selectionFrom(text: string | undefined): Selection {
  const [, kind = '', number = ''] = /^(lap|last)-([1-9]\d{0,5})$/.exec(text ?? '') ?? [];
  if (kind === 'lap') {
    return { kind, lap: Number(number) };
  }
  if (kind === 'last') {
    return { kind, seconds: Math.min(MOST_S, Number(number)) };
  }
  return text === 'best' || text === 'all' ? { kind: text } : { kind: 'chosen' };
}

export function textOf(selection: Selection): string {
  switch (selection.kind) {
    case 'lap':
      return `lap-${selection.lap}`;
    case 'last':
      return `last-${selection.seconds}`;
    case 'chosen':
    case 'best':
    case 'all':
      return selection.kind;
  }
}

/** @returns null where there is no such lap */
export function spanOf(selection: Selection, view: SelectionView): Span | null {
  switch (selection.kind) {
    case 'chosen': {
      const number = view.chosen ?? lastCompleted(view.laps)?.number ?? null;
      return number === null ? lastSeconds(WITHOUT_LAPS_S, view) : spanOfLap(number, view);
    }
    case 'best':
      return view.best === null ? null : spanOfLap(view.best, view);
    case 'lap':
      return spanOfLap(selection.lap, view);
    case 'last':
      return lastSeconds(selection.seconds, view);
    case 'all':
      return allUntil(view);
  }
}

function spanOfLap(number: number, { allLaps, now_s }: SelectionView): Span | null {
  const lap = allLaps.find((each) => each.number === number);
  if (!lap) {
    return null;
  }
  const to_s = lap.time_s === null ? now_s : lap.start_s + lap.time_s;
  return { from_s: Math.max(0, lap.start_s), to_s, lap: number, label: `lap ${number}` };
}

function lastSeconds(seconds: number, { now_s }: SelectionView): Span {
  const to_s = Math.floor(now_s / STEP_S) * STEP_S;
  return { from_s: Math.max(0, to_s - seconds), to_s, lap: null, label: `last ${seconds} s` };
}

function allUntil({ laps, now_s }: SelectionView): Span {
  const first = laps[0];
  const last = lastCompleted(laps);
  if (!first || !last) {
    return lastSeconds(WITHOUT_LAPS_S, { laps, allLaps: laps, chosen: null, best: null, now_s });
  }
  const to_s = last.start_s + (last.time_s ?? 0);
  const from_s = Math.max(0, first.start_s, to_s - MOST_S);
  const shown = laps.find((lap) => lap.start_s + (lap.time_s ?? 0) > from_s) ?? first;
  const bounded = from_s > Math.max(0, first.start_s);
  const label = bounded ? `the last ${MOST_S / 60} min of laps 1 to ${last.number}` : `laps ${shown.number} to ${last.number}`;
  return { from_s, to_s, lap: null, label };
}
