import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from '../wire/rest.js';

/** What the platform is to be asked; another key is another question. */
export interface Question<T> {
  key: string;
  ask(signal: AbortSignal): Promise<T>;
}

/**
 * The answer to a question that changes with what an element shows. The one before stays until the next is here, so
 * that nothing jumps; a question that was given up is cancelled.
 */
export class Answer<T> implements ReactiveController {
  /** null: none yet, or there is nothing to ask. */
  value: T | null = null;
  problem: Problem | null = null;
  private asked: string | null = null;
  private pending: AbortController | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param settle_ms for how long a question must stand while there is an answer to look at */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly question: () => Question<T> | null,
    private readonly settle_ms = 200,
  ) {
    host.addController(this);
  }

  /** Whether what is here is not the answer to what is asked now. */
  get loading(): boolean {
    return this.pending !== null;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const question = this.question();
    const key = question?.key ?? null;
    if (key === this.asked) {
      return;
    }
    this.giveUp();
    this.asked = key;
    if (question === null) {
      this.value = this.problem = null;
      return;
    }
    const pending = (this.pending = new AbortController());
    this.waiting = setTimeout(() => void this.ask(question, pending), this.value === null ? 0 : this.settle_ms);
  }

  hostDisconnected(): void {
    this.giveUp();
    this.asked = null;
  }

  retry(): void {
    this.giveUp();
    this.asked = this.problem = null;
    this.host.requestUpdate();
  }

  private giveUp(): void {
    clearTimeout(this.waiting);
    this.pending?.abort();
    this.pending = null;
  }

  private async ask({ ask }: Question<T>, pending: AbortController): Promise<void> {
    let value: T | null = null;
    let problem: Problem | null = null;
    try {
      value = await ask(pending.signal);
    } catch (cause) {
      problem = Problem.from(cause);
    }
    if (pending === this.pending) {
      this.pending = null;
      this.value = value;
      this.problem = problem;
      this.host.requestUpdate();
    }
  }
}
