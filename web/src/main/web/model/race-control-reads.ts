import { rest } from '../wire/rest.js';
import type { RaceControl } from '../wire/words.js';
import { MOST_MESSAGES } from './race-control-book.js';

/** Takes all messages from one moment to before another, by time; the answer to false: no more is wanted. */
export type TakeMessages = (control: RaceControl, from_s: number | undefined, to_s: number | undefined) => boolean;

/**
 * Reads what the circuit told, the newest first: the platform gives a thousand messages at a time.
 *
 * @param from_s null: from the beginning
 */
export async function readMessages(session: string, from_s: number | null, take: TakeMessages, signal?: AbortSignal): Promise<void> {
  let to_s: number | undefined;
  for (let had = 0; had < MOST_MESSAGES; ) {
    const range = { ...(from_s !== null && { from_s }), ...(to_s !== undefined && { to_s }) };
    const answer = await rest.raceControl(session, range, signal);
    const cut = answer.total > answer.messages.length;
    // Of the earliest instant of a cut answer some may be missing.
    const messages = cut ? answer.messages.filter(({ at_s }) => at_s > (answer.messages[0]?.at_s ?? 0)) : answer.messages;
    const begin_s = messages[0]?.at_s;
    if (!take({ ...answer, messages }, cut ? begin_s : (from_s ?? undefined), to_s) || !cut || begin_s === undefined) {
      return;
    }
    had += messages.length;
    to_s = begin_s;
  }
}
