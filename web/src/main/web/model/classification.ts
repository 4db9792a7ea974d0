import { untilFinish } from './chequered.js';
import type { Gap, Placed } from './race-order.js';
import { gapsTo, roadOrder, type AtLine, type GapPoint } from './road-gaps.js';

/** A car in the result of a race. */
export interface Classified {
  car: string;
  /** Raced, counted from the first passing of all. */
  laps: number;
  /** To the first one; null for it, and where it is not known. */
  gap: Pick<GapPoint, 'gap_s' | 'lapsDown'> | null;
  /** Null for a car that never passed the line. */
  last: AtLine | null;
}

/**
 * The result of a race, as the line tells it.
 *
 * @param passings up to where each car ended
 * @param over while the race goes on, a car that is a lap short may only have the line before it
 */
export function classified(passings: ReadonlyMap<string, AtLine[]>, over: boolean): Classified[] {
  const order = roadOrder(passings);
  const gaps = gapsTo('leader', passings);
  const start = Math.min(...[...passings.values()].flatMap(([first]) => (first ? [first.laps] : [])));
  const lapsOf = (car: string): number => Math.max(0, (passings.get(car)?.at(-1)?.laps ?? 0) - start);
  const most = lapsOf(order[0] ?? '');
  return order.map((car, i) => {
    const laps = lapsOf(car);
    const last = passings.get(car)?.at(-1) ?? null;
    const short = most - laps > (over ? 0 : 1) ? { gap_s: 0, lapsDown: most - laps } : null;
    return { car, laps, last, gap: i === 0 || last === null ? null : (short ?? gaps.get(car)?.at(-1) ?? null) };
  });
}

/** The order of a race that is over: the result. */
export function finalOrder(passings: ReadonlyMap<string, AtLine[]>, chequered_s: number, usual_s: number, at_s: number): Placed[] {
  const result = classified(new Map([...passings].map(([car, own]) => [car, untilFinish(own, chequered_s)])), true);
  return result.map(({ car, gap, last }, i): Placed => {
    const before = result[i - 1]?.last ?? null;
    return {
      car,
      position: i + 1,
      laps: last?.laps ?? 0,
      progress: null,
      gap: gap && asGap(gap.lapsDown, gap.gap_s),
      interval: last && before && asGap(before.laps - last.laps, last.at_s - before.at_s),
      by: 'result',
      doubtful: [result[0]?.last, before, last].some((each) => each?.uncertain ?? false),
      sinceLine: last ? (at_s - last.at_s) / usual_s : Infinity,
      finished_s: last && last.at_s >= chequered_s ? last.at_s : null,
    };
  });
}

const asGap = (laps: number, s: number): Gap => (laps >= 1 ? { kind: 'laps', laps } : { kind: 'time', s });
