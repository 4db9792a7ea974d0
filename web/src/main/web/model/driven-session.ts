import { Poll } from '../wire/poll.js';
import { Problem, rest } from '../wire/rest.js';
import type { ExpectedSession, SessionWithEntries } from '../wire/words.js';

/** A session of which the first sample has not come yet is looked for so often. */
const LOOK_EVERY_MS = 10_000;
/** The list has only the newest: after so many looks at it the session is asked for itself. */
const LOOKS_AT_LIST = 30;
const UNKNOWN = 404;

/**
 * Looks for what was recorded of a session, until there is some. Once it was refused as unknown it is looked for in the list
 * of sessions, so that the console of the browser is not filled with refusals.
 */
export class DrivenSession {
  /** Null where there are no samples, as far as is known. */
  found: SessionWithEntries | null = null;
  /** As the list has it while it is open and nothing has come; else null. */
  expected: ExpectedSession | null = null;
  private looks = 0;
  /** A failure ends an attempt, and the next one comes. */
  private readonly looking = new Poll(
    (signal) => this.look(signal),
    () => (this.found === null ? LOOK_EVERY_MS : null),
  );

  /**
   * @param changed called once it is found
   * @param unknown whether it was refused as unknown already
   */
  constructor(
    private readonly id: string,
    private readonly changed: () => void,
    private unknown = false,
  ) {}

  start(): void {
    this.looking.now();
  }

  stop(): void {
    this.looking.stop();
  }

  private async look(signal: AbortSignal): Promise<void> {
    if (this.unknown && !(await this.mayHaveCome(signal))) {
      return;
    }
    try {
      this.found = await rest.session(this.id, signal);
      this.changed();
    } catch (cause) {
      if (Problem.from(cause).status !== UNKNOWN) {
        throw cause;
      }
      this.unknown = true;
      this.looks = 0;
      await this.mayHaveCome(signal);
    }
  }

  /** Whether it is worth while to ask for the session itself. */
  private async mayHaveCome(signal: AbortSignal): Promise<boolean> {
    const { sessions, expected } = await rest.sessions(signal);
    const before = this.expected;
    this.expected = expected.find(({ id }) => id === this.id) ?? null;
    this.looks++;
    return sessions.some(({ id }) => id === this.id) || (before !== null && this.expected === null) || this.looks >= LOOKS_AT_LIST;
  }
}
