/** An instant to the nanosecond, so written that instants sort as texts do. */
export function instantKey(iso: string): string {
  const [whole = '', rest = ''] = iso.replace(/Z$/, '').split('.', 2);
  return `${whole}.${rest.padEnd(9, '0')}`;
}

/** Whether one instant is no later than another. */
export const isBy = (iso: string, limit: string): boolean => instantKey(iso) <= instantKey(limit);

/** From one instant to another. */
export const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1_000;

/** 14:32:10, the same for every reader; with as much of the date as tells it from the day that is spoken of. */
export function timeOfDay(iso: string, day: string | null = null): string {
  const time = iso.slice(11, 19);
  if (day === null || iso.slice(0, 10) === day.slice(0, 10)) {
    return time;
  }
  return `${iso.slice(0, 4) === day.slice(0, 4) ? iso.slice(5, 10) : iso.slice(0, 10)} ${time}`;
}

/** {@link timeOfDay} to the millisecond: 14:32:10.123. */
export const fineTimeOfDay = (iso: string, day: string | null = null): string => `${timeOfDay(iso, day)}${instantKey(iso).slice(19, 23)}`;

/** How long, in the unit that fits: 4 s, 5 min, 2 h, 3 days. */
export function lasting(seconds: number): string {
  if (seconds < 99.5) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 5_970) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}

/** What is recorded so much later than it comes into force was not known in the meantime; less is the time that it takes to say so. */
const LATE_S = 10;

/** By how much later a decision was recorded than it came into force, where that is worth telling; else null. */
export function lateBy_s({ at, recorded }: { at: string; recorded: string }): number | null {
  const late_s = secondsBetween(at, recorded);
  return late_s > LATE_S ? late_s : null;
}
