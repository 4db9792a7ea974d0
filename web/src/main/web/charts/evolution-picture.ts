import type { FlagPeriod } from '../model/flag-periods.js';
import { signed } from '../model/format.js';
import { endOf } from '../model/past-entries.js';
import type { Range } from '../model/plot-link.js';
import { byOwnNumbers, lapsAtMoment, type AtLine } from '../model/road-gaps.js';
import { compoundLetter, type Stint, type StintsOfCar } from '../model/stints.js';
import type { Lap } from '../wire/words.js';
import type { LapLine, LapPicture, LapPoint, TrendLine } from './lap-picture.js';

/** A car of the picture; the strong one comes last. */
export interface CarOfPicture {
  car: string;
  colour: string;
  strong: boolean;
  stints: StintsOfCar;
  passings: readonly AtLine[];
}

export interface EvolutionChoice {
  by: 'lap' | 'time';
  pureOnly: boolean;
  /** The laps of the strong car say where they lie when x counts laps. */
  flags: readonly FlagPeriod[];
}

const SMALLEST_RANGE_S = 1;
const AIR = 0.1;

/** Lap times over laps or time; null while there is no lap to show. */
export function evolutionPicture(cars: readonly CarOfPicture[], choice: EvolutionChoice): LapPicture | null {
  const rangeY = rangeOf(cars);
  if (rangeY === null) {
    return null;
  }
  const lines = cars.map((car) => lineOf(car, choice, rangeY));
  const xs = lines.flatMap((line) => line.points.flatMap((point) => (point ? [point.x] : [])));
  if (xs.length === 0) {
    return null;
  }
  const air = choice.by === 'lap' ? 0.6 : 30;
  const strong = cars.find((car) => car.strong) ?? cars[0];
  return {
    lines,
    trends: cars.flatMap((car) => car.stints.stints.flatMap((stint) => trendOf(car, stint, choice))),
    bands: choice.flags.map(({ flag, from_s, to_s }) => ({
      flag,
      from: place(from_s, strong, choice),
      to: place(to_s, strong, choice),
    })),
    rangeX: [Math.min(...xs) - air, Math.max(...xs) + air],
    rangeY,
    provisionalFrom: null,
    withZero: false,
  };
}

/** Where a moment lies in x. */
export function place(at_s: number, car: CarOfPicture | undefined, { by }: Pick<EvolutionChoice, 'by'>): number {
  return by === 'time' ? at_s : lapsAtMoment(byOwnNumbers(car?.passings ?? []), at_s);
}

/** That of the pure laps: one lap in the pits must not press all others into a line. */
function rangeOf(cars: readonly CarOfPicture[]): Range | null {
  const all = cars.flatMap(({ stints }) => stints.stints);
  const pure = all.flatMap((stint) => stint.pure);
  const timed = all.flatMap((stint) => stint.laps).filter((lap) => lap.kind !== 'partial');
  const times = (pure.length > 0 ? pure : timed).flatMap((lap) => (lap.time_s === null ? [] : [lap.time_s]));
  if (times.length === 0) {
    return null;
  }
  const low = Math.min(...times);
  const high = Math.max(...times);
  const air = Math.max((high - low) * AIR, (SMALLEST_RANGE_S - (high - low)) / 2);
  return [low - air, high + 1.5 * air];
}

function lineOf(car: CarOfPicture, choice: EvolutionChoice, range: Range): LapLine {
  const ended = endedAtLine(car);
  const points: (LapPoint | null)[] = [];
  for (const stint of car.stints.stints) {
    let letter = stint.compound === null ? null : compoundLetter(stint.compound);
    for (const lap of choice.pureOnly ? stint.pure : stint.laps) {
      if (ended.has(lap) && lap.time_s !== null) {
        const at_s = lap.start_s + lap.time_s;
        const point = pointOf(car, lap, choice.by === 'lap' ? lap.number : at_s, at_s, range, letter);
        letter = null;
        // An in or out lap is no part of the run of times.
        points.push(...(lap.kind === 'flying' ? [point] : [null, point, null]));
      }
    }
    points.push(null);
  }
  return { car: car.car, colour: car.colour, strong: car.strong, points, label: car.car };
}

const endedAtLine = ({ passings }: CarOfPicture): ReadonlySet<Lap> => new Set(passings.flatMap(({ lap }) => (lap ? [lap] : [])));

function pointOf(car: CarOfPicture, lap: Lap, x: number, at_s: number, [low, high]: Range, letter: string | null): LapPoint {
  const time_s = lap.time_s ?? high;
  const y = Math.min(high, Math.max(low, time_s));
  const inside = car.stints.impure.has(lap) ? 'hollow' : 'filled';
  return {
    car: car.car,
    lap: lap.number,
    x,
    y,
    shape: time_s > high ? 'up' : time_s < low ? 'down' : inside,
    crossed: lap.uncertain,
    provisional: lap.provisional,
    at_s,
    letter,
  };
}

function trendOf(car: CarOfPicture, stint: Stint, choice: EvolutionChoice): TrendLine[] {
  const { trend, pure } = stint;
  const ended = endedAtLine(car);
  const ends = [pure[0], pure.at(-1)].flatMap((lap): [number, number][] =>
    trend && lap && ended.has(lap) ? [[choice.by === 'lap' ? lap.number : endOf(lap), trend.at(lap.number)]] : [],
  );
  const [from, to] = ends;
  return from && to && trend ? [{ from, to, colour: car.colour, label: car.strong ? slopeText(trend.slope) : null }] : [];
}

/** By how much each lap is slower than the one before. */
export const slopeText = (slope: number): string => `${signed(slope)} s/lap`;
