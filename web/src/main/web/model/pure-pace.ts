import type { Lap } from '../wire/words.js';
import { bunchesUp, flagDuring, FLAG_WORDS, type FlagPeriod } from './flag-periods.js';
import { median } from './robust.js';

/** Of the median of the car, as in the rule of qualifying. */
export const SLOWEST_SHARE = 1.07;
/** Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): a modified z-score above 3.5 is an outlier. */
const HIGHEST_SCORE = 3.5;
/** Makes the median of absolute deviations a standard deviation, of what is spread normally. */
const NORMAL = 0.6745;
/** Laps that are all but equal must not make an outlier of a tenth of a second. */
const LEAST_DEVIATION = 0.002;
/** Fewer laps have no spread to speak of. */
const FEWEST_LAPS = 5;

/** Why a lap does not tell the pace of the car, in a word or two. */
export type Impurity =
  | 'no time'
  | 'in, out or pit lap'
  | 'piece of a lap'
  | 'uncertain'
  | `under ${string}`
  | 'first lap of the race'
  | 'lap after the restart'
  | 'above 107 %'
  | 'outlier';

/** What laps are driven in, as far as it slows them. */
export interface PaceRound {
  readonly flags: readonly FlagPeriod[];
  /** The car began with all others, from a grid. */
  readonly fromGrid: boolean;
}

/** Why a lap says nothing of the pace, as far as that can be told from the lap alone. */
function impurityOf(lap: Lap, flags: readonly FlagPeriod[]): Impurity | null {
  if (lap.time_s === null) {
    return 'no time';
  }
  if (lap.kind === 'partial' || lap.witness === 'recording') {
    return 'piece of a lap';
  }
  if (lap.kind !== 'flying') {
    return 'in, out or pit lap';
  }
  if (lap.uncertain) {
    return 'uncertain';
  }
  const flag = flagDuring(flags, lap.start_s, lap.start_s + lap.time_s);
  return flag === null ? null : `under ${FLAG_WORDS[flag].name}`;
}

/** Of a lap that began slower than the car can: from the grid, or from behind the safety car. */
function slowStart(lap: Lap, index: number, laps: readonly Lap[], { flags, fromGrid }: PaceRound): Impurity | null {
  const before = laps[index - 1];
  if (fromGrid && index <= 1 && lap.kind === 'flying' && before?.kind !== 'flying') {
    return 'first lap of the race';
  }
  // Green early in the lap before: that one was the lap of the restart, and told as under the flag.
  const since_s = lap.start_s - timeOf(lap) / 2;
  const restarted = flags.some((period) => bunchesUp(period) && period.to_s > since_s && period.to_s <= lap.start_s);
  return restarted ? 'lap after the restart' : null;
}

/**
 * What is wrong with the laps of a car as a measure of its pace; a lap that is not in the answer is pure.
 *
 * @param stints the laps of the car: outliers are looked for among those of one stint, which were driven alike
 */
export function impurities(stints: readonly (readonly Lap[])[], round: PaceRound): Map<Lap, Impurity> {
  const found = new Map<Lap, Impurity>();
  const leave = (lap: Lap, why: Impurity | null): void => void (why && found.set(lap, why));
  const left = (laps: readonly Lap[]): Lap[] => laps.filter((lap) => !found.has(lap));
  const laps = stints.flat();
  laps.forEach((lap, i) => leave(lap, impurityOf(lap, round.flags) ?? slowStart(lap, i, laps, round)));
  const usual = median(left(laps).map(timeOf));
  left(laps).forEach((lap) => leave(lap, usual !== null && timeOf(lap) > SLOWEST_SHARE * usual ? 'above 107 %' : null));
  for (const stint of stints) {
    const isOutlier = outlierRule(left(stint).map(timeOf));
    left(stint).forEach((lap) => leave(lap, isOutlier(timeOf(lap)) ? 'outlier' : null));
  }
  return found;
}

/** Faster ones too: a lap that lacks a piece of the track is not a fast one. */
function outlierRule(times: number[]): (time_s: number) => boolean {
  const middle = median(times);
  if (middle === null || times.length < FEWEST_LAPS) {
    return () => false;
  }
  const deviation = median(times.map((time) => Math.abs(time - middle))) ?? 0;
  const scale = Math.max(deviation, LEAST_DEVIATION * middle);
  return (time_s) => (NORMAL * Math.abs(time_s - middle)) / scale > HIGHEST_SCORE;
}

const timeOf = (lap: Lap): number => lap.time_s ?? Infinity;

/** Which of some laps do not tell the pace, and why: laps 1, 3 in, out or pit lap. */
export function impureText(laps: readonly Lap[], impure: ReadonlyMap<Lap, Impurity>): string {
  const numbers = new Map<Impurity, number[]>();
  for (const lap of laps) {
    const why = impure.get(lap);
    if (why !== undefined) {
      numbers.set(why, [...(numbers.get(why) ?? []), lap.number]);
    }
  }
  return [...numbers].map(([why, of]) => `${of.length === 1 ? 'lap' : 'laps'} ${of.join(', ')} ${why}`).join('; ');
}
