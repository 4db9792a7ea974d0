import { decisionCalls } from '../wire/decision-calls.js';
import { Problem } from '../wire/rest.js';
import { commandKey } from './decider.js';

/** An answer that takes longer is not waited for: the same command may be sent again. */
const TIMEOUT_MS = 15_000;

/**
 * Sends the command of the form that is open. Forms may be closed and opened while an answer is under way: it says
 * nothing about the form that is open by then.
 */
export class CommandSending {
  sending = false;
  problem: Problem | null = null;
  /** One for each form: who sends it twice decides once. */
  private key = '';

  /** @param changed called after each change */
  constructor(private readonly changed: () => void) {}

  /** A form opens. */
  begin(): void {
    this.key = commandKey();
    this.become(false, null);
  }

  /** What stood against what was filled in says nothing about what is now. */
  edited(): void {
    if (this.problem !== null) {
      this.become(this.sending, null);
    }
  }

  /**
   * Sends it, unless its answer is under way.
   *
   * @returns whether it was carried out, and whether no other form was opened since
   */
  async send(session: string, body: object): Promise<{ decided: boolean; isNewest: boolean }> {
    if (this.sending) {
      return { decided: false, isNewest: true };
    }
    const { key } = this;
    this.become(true, null);
    try {
      await decisionCalls.decide(session, key, body, TIMEOUT_MS);
      return { decided: true, isNewest: this.answered(key, null) };
    } catch (cause) {
      return { decided: false, isNewest: this.answered(key, Problem.from(cause)) };
    }
  }

  private answered(key: string, problem: Problem | null): boolean {
    const isNewest = key === this.key;
    if (isNewest) {
      this.become(false, problem);
    }
    return isNewest;
  }

  private become(sending: boolean, problem: Problem | null): void {
    this.sending = sending;
    this.problem = problem;
    this.changed();
  }
}
