import type { Lap } from '../wire/words.js';
import { finishOf } from './chequered.js';
import type { FlagPeriod } from './flag-periods.js';
import { endOf, lapsAt } from './past-entries.js';
import { impurities, type Impurity } from './pure-pace.js';
import { lapsUntil, passingsOf } from './road-gaps.js';
import { leastSquares, median, type Trend } from './robust.js';
import type { LaneTime, TyreChannel } from './tyre-log.js';

/** What a stint is told from, beside the laps; {@link TyreLog} is one. */
export interface TyreFacts {
  readonly resolution_s: number;
  valueAt(car: string, channel: TyreChannel, at_s: number): number | null;
  laneTime(car: string, from_s: number, to_s: number, until_s: number): LaneTime | null;
}

export const COMPOUNDS = ['soft', 'medium', 'hard', 'intermediate', 'wet'] as const;
export type Compound = (typeof COMPOUNDS)[number];

/** What the stints of a car are read in, beside what it drove and said itself. */
export interface RaceRound {
  flags: readonly FlagPeriod[];
  /** What came later is not looked at. */
  until_s: number;
  /** When the chequered flag fell; Infinity before it. What a car does after its finish belongs to no stint. */
  fell_s: number;
  /** The car began with all others, from a grid. */
  fromGrid: boolean;
}

/** A time in the pits: the stop after a stint, or one without a stop within it. */
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
  /** Whole laps, counted since the car first passed the line. */
  completed: number;
  pure: Lap[];
  /** Mean of the pure laps. */
  pace_s: number | null;
  /** Of the pure laps over the number of the lap, in seconds a lap; null of fewer than four. */
  trend: Trend | null;
  stop: PitStop | null;
  /** Ways through the lane of which the car says that it did not stop: the same tyres, the same stint. */
  through: PitStop[];
}

export interface StintsOfCar {
  stints: Stint[];
  impure: Map<Lap, Impurity>;
}

/** Two points always lie on a line, and three nearly do. */
const FEWEST_FOR_TREND = 4;

/** Laps between two stops, and of these the ones from which the car came through the lane without a stop. */
interface Group {
  laps: Lap[];
  through: Lap[];
}

/**
 * The stints of a car: for the panels and the report alike.
 *
 * @param driven by number; of those that had not ended, or were driven after the finish, nothing is told
 */
export function stintsOf(car: string, driven: Lap[], tyres: TyreFacts, round: RaceRound): StintsOfCar {
  const finish = finishOf(passingsOf(lapsAt(driven, round.until_s)), round.fell_s);
  const end_s = finish?.at_s ?? round.until_s;
  const laps = lapsAt(driven, end_s);
  const groups = split(car, laps, tyres);
  const impure = impurities(groups.map((group) => group.laps), round);
  const usual_s = median(laps.filter((lap) => !impure.has(lap)).map((lap) => lap.time_s ?? 0));
  const pits = new PitVisits(car, laps, tyres, { usual_s, until_s: end_s });
  const whole = wholeLaps(laps);
  const stints = groups.map((group, i): Stint => {
    const last = group.laps.at(-1);
    const through = group.through.map((lap) => pits.after(lap));
    const isOpen = i + 1 === groups.length;
    const visit = last && (!isOpen || (finish === null && last.kind === 'in' && !pits.saysOnTrack(last))) ? pits.after(last) : null;
    const stop = visit && visit.at_s < round.fell_s ? visit : null;
    const passed = isOpen && last && stop?.over && pits.saysNoStop(last);
    return {
      ...driveOf(car, group.laps, tyres, impure),
      number: i + 1,
      completed: whole(group.laps),
      stop: passed ? null : stop,
      through: passed ? [...through, stop] : through,
    };
  });
  return { stints, impure };
}

/** What the laps of a stint tell by themselves. */
function driveOf(car: string, laps: Lap[], tyres: TyreFacts, impure: ReadonlyMap<Lap, Impurity>) {
  const [first] = laps;
  const pure = laps.filter((lap) => !impure.has(lap));
  const points = pure.map((lap) => ({ x: lap.number, y: lap.time_s ?? 0 }));
  return {
    laps,
    from_s: first?.start_s ?? 0,
    to_s: laps.reduce((latest, lap) => Math.max(latest, endOf(lap)), 0),
    compound: compoundOf(car, laps, tyres),
    startAge: first ? tyres.valueAt(car, 'tyre_age', middleOf(first)) : null,
    pure,
    pace_s: points.length === 0 ? null : points.reduce((sum, { y }) => sum + y, 0) / points.length,
    trend: points.length < FEWEST_FOR_TREND ? null : leastSquares(points),
  };
}

/** How many whole laps there are in some that follow one another: the way from the grid to the line is none. */
function wholeLaps(all: readonly Lap[]): (laps: readonly Lap[]) => number {
  const passings = passingsOf(all);
  const before = passings[0]?.laps ?? 0;
  const done = (at_s: number): number => Math.max(0, lapsUntil(passings, at_s) - before);
  return (laps) => done(endOf(laps.at(-1) as Lap)) - done((laps[0] as Lap).start_s);
}

function split(car: string, laps: Lap[], tyres: TyreFacts): Group[] {
  const groups: Group[] = [];
  laps.forEach((lap, i) => {
    const before = laps[i - 1];
    const visit = before === undefined ? 'stop' : visitBetween(car, before, lap, tyres);
    if (visit === 'stop') {
      groups.push({ laps: [], through: [] });
    } else if (visit === 'through' && before) {
      groups.at(-1)?.through.push(before);
    }
    groups.at(-1)?.laps.push(lap);
  });
  return groups;
}

/**
 * What a car did in the pits between two laps: a stop is what it says itself, by other tyres or one more stop. That
 * timing saw it there is a stop too, unless the car counts its stops and counted none.
 */
function visitBetween(car: string, before: Lap, lap: Lap, tyres: TyreFacts): 'stop' | 'through' | null {
  const step = (channel: TyreChannel): number | null => stepBetween(car, channel, [middleOf(before), middleOf(lap)], tyres);
  const stops = step('pit_stops');
  if ((stops ?? 0) > 0 || (step('tyre_age') ?? 0) < 0 || (step('tyre_compound') ?? 0) !== 0) {
    return 'stop';
  }
  const seen = before.kind === 'in' || before.kind === 'pit' || lap.kind === 'out' || lap.kind === 'pit';
  return !seen ? null : stops === null ? 'stop' : 'through';
}

function stepBetween(car: string, channel: TyreChannel, [from_s, to_s]: readonly [number, number], tyres: TyreFacts): number | null {
  const from = tyres.valueAt(car, channel, from_s);
  const to = tyres.valueAt(car, channel, to_s);
  return from === null || to === null ? null : to - from;
}

/** Half way round the car is out of the pits, whether the box lies before the line or behind it. */
const middleOf = (lap: Lap): number => lap.start_s + (lap.time_s ?? 0) / 2;

function compoundOf(car: string, laps: Lap[], tyres: TyreFacts): Compound | null {
  const codes = laps.map((lap) => tyres.valueAt(car, 'tyre_compound', middleOf(lap)));
  const code = codes.findLast((each) => each !== null) ?? 0;
  return COMPOUNDS[code - 1] ?? null;
}

/** A car in the pits after each of its laps. */
class PitVisits {
  constructor(
    private readonly car: string,
    private readonly laps: readonly Lap[],
    private readonly tyres: TyreFacts,
    private readonly known: { usual_s: number | null; until_s: number },
  ) {}

  after(before: Lap): PitStop {
    const { usual_s, until_s } = this.known;
    const after = this.laps[this.laps.indexOf(before) + 1];
    const lane = this.tyres.laneTime(this.car, middleOf(before), after ? middleOf(after) : until_s, until_s);
    const inAndOut = before.kind === 'in' && after?.kind === 'out' ? (before.time_s ?? NaN) + (after.time_s ?? NaN) : NaN;
    return {
      at_s: lane?.from_s ?? endOf(before),
      lane_s: lane === null || lane.to_s === null ? null : lane.to_s - lane.from_s,
      spread_s: this.tyres.resolution_s,
      lost_s: usual_s === null || Number.isNaN(inAndOut) ? null : inAndOut - 2 * usual_s,
      over: after !== undefined || (lane !== null && lane.to_s !== null),
    };
  }

  /** Of a car that came to a stand: that it did so on the track, where its recording ends as in the pits. */
  saysOnTrack(before: Lap): boolean {
    const { until_s } = this.known;
    const knows = this.tyres.valueAt(this.car, 'in_pit_lane', until_s) !== null;
    return knows && this.tyres.laneTime(this.car, middleOf(before), until_s, until_s) === null;
  }

  /** Of a car that is on its way out: that it counts its stops, and counted none. */
  saysNoStop(before: Lap): boolean {
    return stepBetween(this.car, 'pit_stops', [middleOf(before), this.known.until_s], this.tyres) === 0;
  }
}

/** A word and a letter for what the car does not say, too. */
export const compoundName = (compound: Compound | null): string => compound ?? 'tyres not known';
export const compoundLetter = (compound: Compound | null): string => (compound ?? '?').charAt(0).toUpperCase();
