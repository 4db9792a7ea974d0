import type { StandingLine } from '../wire/standing-words.js';
import { gapText, lapTime } from './format.js';

/** Two times that are written alike are alike. */
const SAME_S = 0.0005;

/**
 * What is known today of a moment that was believed otherwise then, in words, by car; nothing of a car of which it was
 * as believed.
 *
 * @param believed the order at a moment, by what was known then
 * @param today the order at the same moment, by what is known now
 */
export function differencesOf(believed: readonly StandingLine[], today: readonly StandingLine[]): ReadonlyMap<string, string> {
  const then = new Map(believed.map((line) => [line.car, line]));
  const told = today.map((line): [string, string] => [line.car, difference(then.get(line.car), line)]);
  const gone = believed.filter(({ car }) => today.every((line) => line.car !== car)).map(({ car }): [string, string] => [car, 'not in it']);
  return new Map([...told, ...gone].filter(([, text]) => text !== ''));
}

function difference(then: StandingLine | undefined, now: StandingLine): string {
  const told = [
    then?.position === now.position ? '' : `place ${now.position ?? '–'}`,
    then?.laps === now.laps ? '' : `${now.laps} ${now.laps === 1 ? 'lap' : 'laps'}`,
    sameTime(then?.last_lap_s, now.last_lap_s) ? '' : `last ${lapTime(now.last_lap_s)}`,
    sameTime(then?.best_lap_s, now.best_lap_s) ? '' : `best ${lapTime(now.best_lap_s)}`,
    then !== undefined && sameTime(then.gap_s, now.gap_s) && (then.gap_laps ?? null) === (now.gap_laps ?? null) ? '' : gapWords(now),
  ];
  return told.filter((text) => text !== '').join(', ');
}

const sameTime = (a: number | null | undefined, b: number | null): boolean =>
  a === b || (a !== null && a !== undefined && b !== null && Math.abs(a - b) < SAME_S);

const gapWords = (line: StandingLine): string => (line.position === 1 ? '' : `gap ${gapOf(line) || '–'}`);

/** Behind the leader: "+1.23", "+2 laps"; empty for him, and where it is not known. */
export function gapOf({ position, gap_s, gap_laps }: StandingLine): string {
  if (position === 1) {
    return '';
  }
  if (gap_laps !== null && gap_laps !== undefined) {
    return gapText({ kind: 'laps', laps: gap_laps });
  }
  return gap_s === null ? '' : gapText({ kind: 'time', s: gap_s });
}
