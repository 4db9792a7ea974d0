import { DECISIONS_AT_ONCE, decisionCalls } from '../wire/decision-calls.js';
import type { SessionState } from '../wire/decision-words.js';
import { Poll } from '../wire/poll.js';
import { Problem } from '../wire/rest.js';
import { DecisionBook } from './decision-book.js';

/** While it runs somebody waits for the next decision. */
const RUNNING_MS = 2_000;
/** Of a session that race control has not heard of yet. */
const UNKNOWN_MS = 5_000;
/** What is over seldom changes. */
const OVER_MS = 15_000;
const LAST_WORDS = ['result_made_official', 'session_cancelled'];
/** An answer of a while ago is told as such. */
const STALE_MS = 10_000;
/** What was believed at one moment never changes, so it is kept; of so many moments. */
const MOST_BELIEFS = 200;

/**
 * Follows what is decided about a session: new decisions, the board as it stands, and the board as it was believed at a
 * moment of recorded time.
 */
export class DecisionFeed {
  readonly book = new DecisionBook();
  /** Why the platform did not answer the last time; null where it did. */
  failed: Problem | null = null;
  /** Why the moment that is looked at could not be had. */
  failedThen: Problem | null = null;
  private heardMs = -Infinity;
  /** The moment of which the book has the board. */
  private thenOf: string | null = null;
  private readonly beliefs = new Map<string, SessionState>();
  private readonly asking = new Poll(
    (signal) => this.ask(signal),
    () => this.pause_ms,
  );
  private readonly believing = new Poll(
    (signal) => this.askThen(signal),
    () => null,
  );

  /**
   * @param session its name
   * @param changed is called after anything was learnt
   * @param withBoard whether the board is wanted too, or decisions alone
   */
  constructor(
    private readonly session: string,
    private readonly changed: () => void,
    private readonly withBoard = true,
  ) {}

  start(): void {
    this.asking.now();
  }

  /** Asks at once: something was decided here. */
  refresh(): void {
    this.asking.now();
  }

  stop(): void {
    this.asking.stop();
    this.believing.stop();
  }

  /** Looks at what was believed at a moment of recorded time; null: at what is known now. */
  lookAt(knownAt: string | null): void {
    const { book } = this;
    if (knownAt === book.knownAt) {
      return;
    }
    book.knownAt = knownAt;
    this.failedThen = null;
    this.believing.stop();
    const kept = knownAt === null ? null : this.beliefs.get(knownAt);
    if (knownAt === null || kept) {
      book.then = kept ?? null;
      this.thenOf = knownAt;
    } else {
      this.believing.now();
    }
    this.changed();
  }

  /** Whether the board of the moment that is looked at is on its way, and an older one still shown. */
  get waiting(): boolean {
    return this.book.knownAt !== null && this.thenOf !== this.book.knownAt;
  }

  /** How old the last answer is, where it is older than it should be; else null. */
  get stale_s(): number | null {
    const age_ms = performance.now() - this.heardMs;
    return Number.isFinite(age_ms) && age_ms > Math.max(STALE_MS, 2 * this.pause_ms) ? Math.round(age_ms / 1_000) : null;
  }

  private get pause_ms(): number {
    const { all } = this.book;
    if (all.length === 0) {
      return UNKNOWN_MS;
    }
    return all.some(({ type }) => LAST_WORDS.includes(type)) ? OVER_MS : RUNNING_MS;
  }

  private async ask(signal: AbortSignal): Promise<void> {
    try {
      const news = await this.askDecisions(signal);
      const { book } = this;
      // Whatever came between: the board is asked for until it has the last decision.
      const behind = this.withBoard && book.all.length > 0 && (book.now === null || book.now.version < book.lastVersion);
      if (behind) {
        book.now = await decisionCalls.state(this.session, null, signal);
      }
      const wasFailed = this.failed !== null;
      this.failed = null;
      this.heardMs = performance.now();
      if (news || behind || wasFailed) {
        this.changed();
      }
    } catch (cause) {
      if (!signal.aborted) {
        this.failed = Problem.from(cause);
        this.changed();
      }
      throw cause;
    }
  }

  private async askDecisions(signal: AbortSignal): Promise<boolean> {
    let news = false;
    let page;
    do {
      page = await decisionCalls.decisions(this.session, this.book.lastVersion, signal);
      news = this.book.add(page) || news;
    } while (page.length === DECISIONS_AT_ONCE);
    return news;
  }

  private async askThen(signal: AbortSignal): Promise<void> {
    const { knownAt } = this.book;
    if (knownAt === null) {
      return;
    }
    try {
      const then = await decisionCalls.state(this.session, knownAt, signal);
      this.keep(knownAt, then);
      if (!signal.aborted) {
        this.book.then = then;
        this.thenOf = knownAt;
        this.failedThen = null;
        this.changed();
      }
    } catch (cause) {
      if (!signal.aborted) {
        this.failedThen = Problem.from(cause);
        this.changed();
      }
      throw cause;
    }
  }

  /** Those that were asked for first go. */
  private keep(knownAt: string, then: SessionState): void {
    this.beliefs.set(knownAt, then);
    for (const oldest of this.beliefs.keys()) {
      if (this.beliefs.size <= MOST_BELIEFS) {
        return;
      }
      this.beliefs.delete(oldest);
    }
  }
}
