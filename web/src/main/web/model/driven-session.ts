import { Poll } from '../wire/poll.js';
import { rest } from '../wire/rest.js';
import type { SessionWithEntries } from '../wire/words.js';

/** A session of which the first sample has not come yet is looked for so often. */
const LOOK_EVERY_MS = 10_000;

/** Looks for what was recorded of a session, until there is some. */
export class DrivenSession {
  /** Null where there are no samples, as far as is known. */
  found: SessionWithEntries | null = null;
  /** Until the first sample it is refused as unknown: like any other failure that ends an attempt, and the next one comes. */
  private readonly looking = new Poll(
    (signal) => this.look(signal),
    () => (this.found === null ? LOOK_EVERY_MS : null),
  );

  /** @param changed called once it is found */
  constructor(
    private readonly id: string,
    private readonly changed: () => void,
  ) {}

  start(): void {
    this.looking.now();
  }

  stop(): void {
    this.looking.stop();
  }

  private async look(signal: AbortSignal): Promise<void> {
    this.found = await rest.session(this.id, signal);
    this.changed();
  }
}
