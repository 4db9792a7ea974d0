import type { RaceControlMessage } from '../wire/words.js';

/** A message of the circuit is no later than this. */
const TOLD_WITHIN_S = 2;

/** When race control told of the chequered flag; Infinity where it did not. */
export const chequeredIn = (messages: readonly RaceControlMessage[]): number =>
  messages.find(({ kind, flag }) => kind === 'flag' && flag === 'chequered')?.at_s ?? Infinity;

/**
 * When the chequered flag fell: it is shown for the winner, and told a moment after the winner passed the line.
 *
 * @param passings of the line, of all cars
 * @param told_s when race control told it; Infinity where it did not
 */
export function flagFell(passings: readonly { laps: number; at_s: number }[], told_s: number): number {
  let winner: { laps: number; at_s: number } | null = null;
  for (const passing of passings) {
    const justBefore = passing.at_s <= told_s && told_s - passing.at_s <= TOLD_WITHIN_S;
    const ahead = winner === null || passing.laps > winner.laps || (passing.laps === winner.laps && passing.at_s < winner.at_s);
    if (justBefore && ahead) {
      winner = passing;
    }
  }
  return winner?.at_s ?? told_s;
}

/** Where the race of a car ended: its first passing of the line under the chequered flag; null while it did not. */
export function finishOf<P extends { at_s: number }>(passings: readonly P[], fell_s: number): P | null {
  return passings.find(({ at_s }) => at_s >= fell_s) ?? null;
}

/** Up to the finish of the car. */
export function untilFinish<P extends { at_s: number }>(passings: readonly P[], fell_s: number): P[] {
  const finish = finishOf(passings, fell_s);
  return finish === null ? [...passings] : passings.slice(0, passings.indexOf(finish) + 1);
}
