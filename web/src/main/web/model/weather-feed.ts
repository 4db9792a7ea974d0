import { Poll } from '../wire/poll.js';
import { Problem, rest } from '../wire/rest.js';
import type { Series } from '../wire/words.js';
import type { FrameStore } from './frame-store.js';
import { TRACKSIDE } from './trackside-flags.js';
import { readWeather } from './weather-reads.js';

const EVERY_MS = 10_000;
const POINTS = 400;

/** The weather of one session, asked for while somebody looks at it. */
export class WeatherFeed {
  /** Null while it is not known; empty where no station sends. */
  series: readonly Series[] | null = null;
  /** Why it could not be had the last time; null where it could. */
  problem: Problem | null = null;
  private readonly poll: Poll;
  private stops: (() => void)[] = [];
  /** State and start of the session when it was asked last. */
  private asked: string | null = null;

  /**
   * @param channels what is wanted, as far as the circuit sends it
   * @param changed is called when there is something else to show
   */
  constructor(
    readonly session: string,
    readonly store: FrameStore,
    private readonly channels: readonly string[],
    private readonly changed: () => void,
  ) {
    this.poll = new Poll((signal) => this.load(signal), () => (store.session?.state === 'stored' ? null : EVERY_MS));
  }

  start(): void {
    this.stops = [this.store.on('healed', () => this.poll.now()), this.store.on('facts', () => this.follow())];
    this.poll.now();
  }

  /** A session that was stored may go on, and its times may count from another moment. */
  private follow(): void {
    if (this.asked !== this.situation) {
      this.poll.now();
    }
  }

  private get situation(): string {
    return `${this.store.session?.state} ${this.store.session?.start}`;
  }

  stop(): void {
    this.stops.forEach((stop) => stop());
    this.poll.stop();
  }

  private async load(signal: AbortSignal): Promise<void> {
    const { start } = this.store.session ?? {};
    this.asked = this.situation;
    try {
      const series = await this.fetch(signal);
      // Of another time than it counts from now it is of no use; it is asked for again.
      if (!signal.aborted && start === this.store.session?.start) {
        this.series = series;
        this.problem = null;
        this.changed();
      }
    } catch (cause) {
      if (!signal.aborted) {
        this.problem = Problem.from(cause);
        this.changed();
      }
      throw cause;
    }
  }

  /** Where the circuit itself sends nothing there is nothing to show. */
  private async fetch(signal: AbortSignal): Promise<readonly Series[]> {
    const sources = await rest.sources(this.session, signal);
    const circuit = sources.some(({ car }) => car === TRACKSIDE);
    return circuit ? readWeather(this.session, this.channels, this.store.timeline.newest_s, POINTS, signal) : [];
  }
}

/** The last value that was measured at or before a moment; null where there is none. */
export function measuredAt({ x, y }: Pick<Series, 'x' | 'y'>, at_s: number): number | null {
  return y[x.findLastIndex((each) => each <= at_s)] ?? null;
}
