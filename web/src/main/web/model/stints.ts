import type { Lap } from '../wire/words.js';
import type { FlagPeriod } from './flag-periods.js';
import { endOf } from './past-entries.js';
import { impurities, type Impurity } from './pure-pace.js';
import { leastSquares, median, type Trend } from './robust.js';
import { completedLaps } from './timed-laps.js';
import type { LaneTime, TyreChannel } from './tyre-log.js';

/** What a stint is told from, beside the laps; {@link TyreLog} is one. */
export interface TyreFacts {
  readonly resolution_s: number;
  valueAt(car: string, channel: TyreChannel, at_s: number): number | null;
  laneTime(car: string, from_s: number, to_s: number, until_s: number): LaneTime | null;
}

export const COMPOUNDS = ['soft', 'medium', 'hard', 'intermediate', 'wet'] as const;
export type Compound = (typeof COMPOUNDS)[number];

/** The pit stop after a stint. */
export interface PitStop {
  /** When the car came in: into the lane where that is known, else to the line there. */
  at_s: number;
  /** From pit entry to pit exit, as the channel `in_pit_lane` says it; null where it does not, or the car is still there. */
  lane_s: number | null;
  /** By how much the time in the lane may be off. */
  spread_s: number;
  /** How much longer the in lap and the out lap were than two laps of the car; null where one of them is not known. */
  lost_s: number | null;
  /** Whether the car came out again. */
  over: boolean;
}

/** The laps between two stops. */
export interface Stint {
  /** From 1. */
  number: number;
  laps: Lap[];
  from_s: number;
  to_s: number;
  /** Null where the car does not say it. */
  compound: Compound | null;
  /** Laps that the tyres had done before; null where the car does not say it. */
  startAge: number | null;
  /** Laps that ended at the line. */
  completed: number;
  pure: Lap[];
  /** Mean of the pure laps. */
  pace_s: number | null;
  /** Of the pure laps over the number of the lap, in seconds a lap; null of fewer than four. */
  trend: Trend | null;
  stop: PitStop | null;
}

export interface StintsOfCar {
  stints: Stint[];
  impure: Map<Lap, Impurity>;
}

/** Two points always lie on a line, and three nearly do. */
const FEWEST_FOR_TREND = 4;

/**
 * The stints of a car.
 *
 * @param laps that had ended, by number
 * @param until_s what came later is not looked at
 */
export function stintsOf(car: string, laps: Lap[], tyres: TyreFacts, flags: FlagPeriod[], until_s: number): StintsOfCar {
  const groups = split(car, laps, tyres);
  const impure = impurities(groups, flags);
  const usual_s = median(laps.filter((lap) => !impure.has(lap)).map((lap) => lap.time_s ?? 0));
  const stints = groups.map((group, i): Stint => {
    const next = groups[i + 1];
    const pure = group.filter((lap) => !impure.has(lap));
    const points = pure.map((lap) => ({ x: lap.number, y: lap.time_s ?? 0 }));
    const [first] = group;
    return {
      number: i + 1,
      laps: group,
      from_s: first?.start_s ?? 0,
      to_s: group.reduce((latest, lap) => Math.max(latest, endOf(lap)), 0),
      compound: compoundOf(car, group, tyres),
      startAge: first ? tyres.valueAt(car, 'tyre_age', middleOf(first)) : null,
      completed: completedLaps(group).length,
      pure,
      pace_s: points.length === 0 ? null : points.reduce((sum, { y }) => sum + y, 0) / points.length,
      trend: points.length < FEWEST_FOR_TREND ? null : leastSquares(points),
      stop: next || group.at(-1)?.kind === 'in' ? stopAfter(car, group, next, tyres, usual_s, until_s) : null,
    };
  });
  return { stints, impure };
}

function split(car: string, laps: Lap[], tyres: TyreFacts): Lap[][] {
  const groups: Lap[][] = [];
  laps.forEach((lap, i) => {
    const before = laps[i - 1];
    if (before === undefined || stopBetween(car, before, lap, tyres)) {
      groups.push([]);
    }
    groups.at(-1)?.push(lap);
  });
  return groups;
}

/** Timing saw the car come in or go out, or the car says that it stopped or has other tyres. */
function stopBetween(car: string, before: Lap, lap: Lap, tyres: TyreFacts): boolean {
  if (before.kind === 'in' || before.kind === 'pit' || lap.kind === 'out' || lap.kind === 'pit') {
    return true;
  }
  const step = (channel: TyreChannel): number => {
    const from = tyres.valueAt(car, channel, middleOf(before));
    const to = tyres.valueAt(car, channel, middleOf(lap));
    return from === null || to === null ? 0 : to - from;
  };
  return step('pit_stops') > 0 || step('tyre_age') < 0 || step('tyre_compound') !== 0;
}

/** Half way round the car is out of the pits, whether the box lies before the line or behind it. */
const middleOf = (lap: Lap): number => lap.start_s + (lap.time_s ?? 0) / 2;

function compoundOf(car: string, laps: Lap[], tyres: TyreFacts): Compound | null {
  const codes = laps.map((lap) => tyres.valueAt(car, 'tyre_compound', middleOf(lap)));
  const code = codes.findLast((each) => each !== null) ?? 0;
  return COMPOUNDS[code - 1] ?? null;
}

function stopAfter(
  car: string,
  laps: Lap[],
  next: Lap[] | undefined,
  tyres: TyreFacts,
  usual_s: number | null,
  until_s: number,
): PitStop | null {
  const before = laps.at(-1);
  const after = next?.[0];
  if (before === undefined) {
    return null;
  }
  const lane = tyres.laneTime(car, middleOf(before), after ? middleOf(after) : until_s, until_s);
  const inAndOut = before.kind === 'in' && after?.kind === 'out' ? (before.time_s ?? NaN) + (after.time_s ?? NaN) : NaN;
  return {
    at_s: lane?.from_s ?? endOf(before),
    lane_s: lane === null || lane.to_s === null ? null : lane.to_s - lane.from_s,
    spread_s: tyres.resolution_s,
    lost_s: usual_s === null || Number.isNaN(inAndOut) ? null : inAndOut - 2 * usual_s,
    over: after !== undefined || (lane !== null && lane.to_s !== null),
  };
}

/** A word and a letter for what the car does not say, too. */
export const compoundName = (compound: Compound | null): string => compound ?? 'tyres not known';
export const compoundLetter = (compound: Compound | null): string => (compound ?? '?').charAt(0).toUpperCase();
