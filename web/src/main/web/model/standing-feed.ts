import { decisionCalls } from '../wire/decision-calls.js';
import { Poll } from '../wire/poll.js';
import { Problem } from '../wire/rest.js';
import type { StandingOrder, Standings } from '../wire/standing-words.js';
import { differencesOf } from './standing-differences.js';

/** While it runs the order changes with each passing of the line. */
const LIVE_MS = 4_000;
/** Who goes through moments is answered where he rests. */
const REST_MS = 300;

/** The order as timing knew it at a moment of recorded time, and what is known today of the moment that it was of. */
export class StandingFeed {
  /** What is shown; null before the first answer. */
  standings: Standings | null = null;
  /** What is known today of what was believed then, by car; nothing where now is looked at. */
  differences: ReadonlyMap<string, string> = new Map();
  failed: Problem | null = null;
  private knownAt: string | null = null;
  private resting = 0;
  private readonly asking = new Poll(
    (signal) => this.ask(signal),
    () => (this.live && this.knownAt === null ? LIVE_MS : null),
  );

  /**
   * @param start of the session, ISO 8601
   * @param live whether the session goes on
   */
  constructor(
    private readonly session: string,
    private readonly by: StandingOrder,
    private readonly start: string,
    private readonly live: boolean,
    private readonly changed: () => void,
  ) {}

  begin(): void {
    this.asking.now();
  }

  stop(): void {
    window.clearTimeout(this.resting);
    this.asking.stop();
  }

  /** @param knownAt a moment of recorded time; null: now */
  lookAt(knownAt: string | null): void {
    if (knownAt !== this.knownAt) {
      this.stop();
      this.knownAt = knownAt;
      this.resting = window.setTimeout(() => this.asking.now(), REST_MS);
    }
  }

  private async ask(signal: AbortSignal): Promise<void> {
    try {
      const { knownAt, by } = this;
      const believed = inLapsDriven(await decisionCalls.standings(this.session, by, knownAt === null ? {} : { known_at: knownAt }, signal));
      const today =
        knownAt === null || believed.at_s === null
          ? null
          : inLapsDriven(await decisionCalls.standings(this.session, by, { as_of: this.momentOf(believed.at_s) }, signal));
      if (!signal.aborted) {
        this.standings = believed;
        this.differences = today ? differencesOf(believed.standings, today.standings) : new Map();
        this.failed = null;
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

  /** The page's clocks count milliseconds: the next one, so that what happened at that very moment is in it. */
  private momentOf(at_s: number): string {
    return new Date(Math.ceil(Date.parse(this.start) + 1_000 * at_s) + 1).toISOString();
  }
}

/** As the tower counts: of a race the platform counts passings of the line, the first of which ends no lap. */
function inLapsDriven(order: Standings): Standings {
  return order.by === 'race' ? { ...order, standings: order.standings.map((line) => ({ ...line, laps: Math.max(0, line.laps - 1) })) } : order;
}
