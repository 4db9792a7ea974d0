import type { FrameStore } from './frame-store.js';
import { countWhile } from './search.js';
import type { Span } from './selection.js';

/** Where the wheels are read, and what their lowest and highest values are of. */
export interface WheelMoment {
  at_s: number;
  /** Newest values come with every block; those of the past have to be asked for. */
  newest: boolean;
  span: Span;
  label: string;
}

/** A lap that is not yet over, or any while there is none, is not looked at further back than this. */
const LONGEST_S = 600;
/** An older sample says nothing of now. */
const OLDEST_S = 2;

/**
 * @param lap the chosen lap; null: the one that is under way at the cursor
 * @param allLaps of the car
 */
export function wheelMoment(store: FrameStore, car: string, lap: number | null): WheelMoment {
  const { now_s, pointer_s } = store;
  const span = spanAt(store, car, lap);
  const inSpan = (at_s: number): boolean => at_s >= span.from_s && at_s <= span.to_s;
  if (pointer_s !== null && inSpan(pointer_s)) {
    return { at_s: pointer_s, newest: false, span, label: 'where somebody points' };
  }
  if (lap === null || inSpan(now_s)) {
    return { at_s: now_s, newest: store.timeline.atEnd, span, label: store.timeline.atEnd ? 'now' : 'at the cursor' };
  }
  return { at_s: span.to_s, newest: false, span, label: `at the end of ${span.label}` };
}

function spanAt(store: FrameStore, car: string, lap: number | null): Span {
  const chosen = lap === null ? undefined : store.timing.allLaps(car).find((each) => each.number === lap);
  if (chosen?.time_s) {
    return { from_s: Math.max(0, chosen.start_s), to_s: chosen.start_s + chosen.time_s, lap, label: `lap ${lap}` };
  }
  const before = store.timing.laps(car).at(-1);
  const begin = before ? before.start_s + (before.time_s ?? 0) : 0;
  // In whole seconds: the stretch shall not be another one with every frame of the screen.
  const to_s = Math.max(begin, Math.ceil(store.now_s));
  return { from_s: Math.max(0, begin, to_s - LONGEST_S), to_s, lap: null, label: 'this lap' };
}

export interface SamplesOf {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** The last value at a moment, null where none came shortly before. */
export function valueBefore({ x, y }: SamplesOf, at_s: number): number | null {
  const count = countWhile(x.length, (i) => (x[i] as number) <= at_s);
  return at_s - (x[count - 1] ?? -Infinity) <= OLDEST_S ? (y[count - 1] as number) : null;
}
