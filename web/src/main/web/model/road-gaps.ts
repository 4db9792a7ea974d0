import type { Lap } from '../wire/words.js';
import type { Passing } from './passings.js';
import { endOf } from './past-entries.js';
import { median } from './robust.js';
import { beginsAtLine, completedLaps } from './timed-laps.js';

/** A car at the line, with the lap. */
export interface AtLine extends Passing {
  /** That ended here, where one did. */
  lap: Lap | null;
}

/** How a car stood at the line against the reference. */
export interface GapPoint extends AtLine {
  /** Positive: behind. */
  gap_s: number;
  /** Whole laps behind the leader. */
  lapsDown: number;
}

export type GapReference = 'leader' | 'average' | { car: string };

const SAME_PASSING_S = 1;

/**
 * When a car was at the line, counted in laps. Where a hole hid passings, as many are counted as laps of the car's usual
 * length fit in.
 */
export function passingsOf(laps: readonly Lap[]): AtLine[] {
  const done = completedLaps([...laps]);
  const flying = done.filter((lap) => lap.kind === 'flying');
  const usual_s = median((flying.length > 0 ? flying : done).map((lap) => lap.time_s ?? 0));
  const seen: Omit<AtLine, 'laps'>[] = [];
  for (const lap of laps.filter((each) => each.time_s !== null)) {
    if (beginsAtLine(lap) && lap.start_s - (seen.at(-1)?.at_s ?? -Infinity) > SAME_PASSING_S) {
      seen.push({ at_s: lap.start_s, lap: null, uncertain: lap.uncertain });
    }
    if (done.includes(lap)) {
      seen.push({ at_s: endOf(lap), lap, uncertain: lap.uncertain });
    }
  }
  const counted: AtLine[] = [];
  for (const { at_s, lap, uncertain } of seen) {
    const before = counted.at(-1);
    const missed = before && lap === null && usual_s ? Math.max(1, Math.round((at_s - before.at_s) / usual_s)) : 1;
    counted.push({ laps: (before?.laps ?? 0) + missed, at_s, lap, uncertain });
  }
  return counted;
}

/** All cars at the line; one that came later, or was not recorded at first, is counted from the lap that the first one was on. */
export function onOneCount(passings: ReadonlyMap<string, AtLine[]>): Map<string, AtLine[]> {
  const all = [...passings.values()].filter((each) => each.length > 0);
  const first = all.reduce<AtLine[] | null>((a, b) => (a !== null && timeOfFirst(a) <= timeOfFirst(b) ? a : b), null) ?? [];
  const half_s = (median(first.slice(1).map((each, i) => each.at_s - (first[i]?.at_s ?? 0))) ?? 0) / 2;
  return new Map(
    [...passings].map(([car, own]) => {
      const begins = timeOfFirst(own);
      const on = begins - timeOfFirst(first) < half_s ? 1 : first.filter((each) => each.at_s <= begins).length;
      const more = Math.max(1, on) - (own[0]?.laps ?? 1);
      return [car, own.map((each) => ({ ...each, laps: each.laps + more }))];
    }),
  );
}

const timeOfFirst = (passings: AtLine[]): number => passings[0]?.at_s ?? Infinity;

/** The passings of a car counted by the numbers of its own laps, as the session's list has them. */
export function byOwnNumbers(passings: readonly AtLine[]): AtLine[] {
  return passings.flatMap((each, i) => {
    const number = each.lap?.number ?? ((passings[i + 1]?.lap?.number ?? NaN) - 1);
    return Number.isNaN(number) ? [] : [{ ...each, laps: number }];
  });
}

/** The gap of each car to the reference, at each passing of the line at which the reference is known. */
export function gapsTo(reference: GapReference, passings: ReadonlyMap<string, AtLine[]>): Map<string, GapPoint[]> {
  const leader = leaderTimes(passings);
  const times = timesOf(reference, passings, leader);
  const leaderAt = [...leader.values()].sort((a, b) => a - b);
  const before = Math.min(...leader.keys()) - 1;
  return new Map(
    [...passings].map(([car, own]) => [
      car,
      own.flatMap((each): GapPoint[] => {
        const at = times(each.laps);
        const ahead = leaderAt.filter((time) => time <= each.at_s).length + before;
        return at === null ? [] : [{ ...each, gap_s: each.at_s - at, lapsDown: Math.max(0, ahead - each.laps) }];
      }),
    ]),
  );
}

/** Who was where on the road at the last passings: laps first, then who was there earlier. */
export function roadOrder(passings: ReadonlyMap<string, AtLine[]>): string[] {
  const last = (car: string): AtLine => passings.get(car)?.at(-1) ?? { laps: -1, at_s: Infinity, lap: null };
  return [...passings.keys()].sort(
    (a, b) => last(b).laps - last(a).laps || compare(last(a).at_s, last(b).at_s) || a.localeCompare(b, 'en', { numeric: true }),
  );
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** When the first car had done so many laps. */
function leaderTimes(passings: ReadonlyMap<string, AtLine[]>): Map<number, number> {
  const times = new Map<number, number>();
  for (const { laps, at_s } of [...passings.values()].flat()) {
    times.set(laps, Math.min(at_s, times.get(laps) ?? Infinity));
  }
  return times;
}

function timesOf(
  reference: GapReference,
  passings: ReadonlyMap<string, AtLine[]>,
  leader: Map<number, number>,
): (laps: number) => number | null {
  if (reference === 'leader') {
    return (laps) => leader.get(laps) ?? null;
  }
  if (reference === 'average') {
    return evenPace(leader);
  }
  const own = new Map((passings.get(reference.car) ?? []).map((each) => [each.laps, each.at_s]));
  return (laps) => own.get(laps) ?? null;
}

/** A car that would have come as far as the leader, each lap in the same time: the race history chart. */
function evenPace(leader: Map<number, number>): (laps: number) => number | null {
  const from = Math.min(...leader.keys());
  const to = Math.max(...leader.keys());
  const begin = leader.get(from);
  const end = leader.get(to);
  if (begin === undefined || end === undefined || to === from) {
    return () => null;
  }
  return (laps) => begin + ((laps - from) * (end - begin)) / (to - from);
}

/**
 * How many laps a car had done at a moment, with the part of the one under way; before the first and after the last
 * passing at the pace beside it.
 */
export function lapsAtMoment(passings: readonly AtLine[], at_s: number): number {
  const next = passings.findIndex((each) => each.at_s > at_s);
  const after = next < 0 ? passings.length - 1 : Math.max(1, next);
  const from = passings[after - 1];
  const to = passings[after];
  if (!from || !to) {
    return from?.laps ?? to?.laps ?? 0;
  }
  return from.laps + ((at_s - from.at_s) * (to.laps - from.laps)) / (to.at_s - from.at_s);
}

/** How many laps a car had done at a passing of the line, or at the last one before a moment; those that a hole hid count too. */
export function lapsUntil(passings: readonly AtLine[], at_s: number): number {
  const before = passings.findLast((each) => each.at_s <= at_s + SAME_PASSING_S / 2);
  return before?.laps ?? (passings[0]?.laps ?? 1) - 1;
}
