import type { RaceControlMessage } from '../wire/words.js';

/** A time under a flag that slows all cars. */
export interface FlagPeriod {
  flag: SlowingFlag;
  from_s: number;
  to_s: number;
}

const SLOWING = ['yellow', 'safety_car', 'red'] as const;
export type SlowingFlag = (typeof SLOWING)[number];

const isSlowing = (flag: string | null): flag is SlowingFlag => SLOWING.some((each) => each === flag);

/**
 * When yellow, the safety car and red were out, as race control had said it by a moment.
 *
 * @param messages by time; those of other kinds are passed over
 * @param until_s a period that is not over lasts until then
 */
export function flagPeriods(messages: readonly RaceControlMessage[], until_s: number): FlagPeriod[] {
  const flags = messages.filter((message) => message.kind === 'flag' && message.at_s <= until_s);
  return flags.flatMap(({ flag, at_s }, i): FlagPeriod[] => {
    const to_s = flags[i + 1]?.at_s ?? until_s;
    return isSlowing(flag) && to_s > at_s ? [{ flag, from_s: at_s, to_s }] : [];
  });
}

/** The flag under which a part of a time lay; the hardest one. */
export function flagDuring(periods: readonly FlagPeriod[], from_s: number, to_s: number): SlowingFlag | null {
  const met = periods.filter((period) => period.from_s < to_s && period.to_s > from_s);
  return SLOWING.findLast((flag) => met.some((period) => period.flag === flag)) ?? null;
}

/** After it the cars are started anew, all together. */
export const bunchesUp = ({ flag }: FlagPeriod): boolean => flag !== 'yellow';

/** What is written where there is room, and where there is not. */
export const FLAG_WORDS: Record<SlowingFlag, { name: string; short: string }> = {
  yellow: { name: 'yellow', short: 'Y' },
  safety_car: { name: 'safety car', short: 'SC' },
  red: { name: 'red flag', short: 'R' },
};
