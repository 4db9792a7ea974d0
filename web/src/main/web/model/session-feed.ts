import { LiveConnection } from '../wire/live-connection.js';
import type { LiveFrame } from '../wire/live-frames.js';
import { Problem, rest } from '../wire/rest.js';
import type { Session } from '../wire/words.js';
import type { FrameStore } from './frame-store.js';
import { HistoryFeed } from './history-feed.js';
import { KEPT_S } from './kept.js';

/** The track is drawn from the best lap so far, so a better lap may bring a better outline. */
const TRACK_EVERY_MS = 15_000;
/** What the circuit told comes from the store of samples, which is behind by a second or two. */
const CONTROL_EVERY_MS = 2_000;
/** Sources and the ledger; of a stored session too, for what was missing may be found. */
const SUPPLY_EVERY_MS = 4_000;
const RETRY_AFTER_MS = 3_000;
const UNKNOWN = 404;
/** What was sent around the subscription is in the store by then; it closes the gap to the first live sample. */
const STORED_AFTER_MS = 3_000;

/**
 * Fills a {@link FrameStore}: by REST with what there is, then over the live socket. The socket
 * stays open while the session is stored: a car that drives on after a gap in the radio makes it
 * live again. The views see no difference.
 */
export class SessionFeed {
  private live: LiveConnection | null = null;
  private trackTimer = 0;
  private controlTimer = 0;
  private supplyTimer = 0;
  private retryTimer = 0;
  private fillTimer = 0;
  private stopped = false;
  private wanted: { car: string; channels: string[] } | null = null;
  private readonly history: HistoryFeed;
  /** Counts what makes an answer of the store useless that is still on its way. */
  private era = 0;

  constructor(
    private readonly id: string,
    private readonly store: FrameStore,
    private readonly onProblem: (problem: Problem | null) => void,
  ) {
    this.history = new HistoryFeed(id, store);
    store.on('healed', () => this.healed());
  }

  async start(): Promise<void> {
    try {
      const found = await rest.session(this.id);
      if (this.stopped) {
        return;
      }
      this.store.setSession({ ...found, entries: found.entries.length });
      this.store.setEntries(found.entries);
      this.onProblem(null);
      this.history.start();
      void this.loadTrack();
      void this.loadControl();
      void this.loadSupply();
      if (found.state === 'stored') {
        await this.loadLaps();
      }
      this.listen();
    } catch (cause) {
      this.fail(Problem.from(cause));
    }
  }

  /** A platform that is away comes back; a session that it does not know stays unknown. */
  private fail(problem: Problem): void {
    if (this.stopped) {
      return;
    }
    this.onProblem(problem);
    if (problem.status !== UNKNOWN) {
      this.retryTimer = window.setTimeout(() => void this.start(), RETRY_AFTER_MS);
    }
  }

  stop(): void {
    this.stopped = true;
    this.history.stop();
    window.clearInterval(this.trackTimer);
    window.clearInterval(this.controlTimer);
    window.clearInterval(this.supplyTimer);
    window.clearTimeout(this.retryTimer);
    window.clearTimeout(this.fillTimer);
    this.live?.close();
    this.live = null;
  }

  /**
   * Traces the channels of one car from now on, and fetches what the store has of the time before.
   *
   * @param calculated channels that the socket never sends: they come from the store only, a moment later
   */
  trace(car: string, channels: string[], calculated: string[] = []): void {
    this.wanted = { car, channels };
    this.history.trace(car, [...channels, ...calculated], KEPT_S);
    this.store.samples.keepTraces(car, channels);
    this.subscribe();
  }

  /** A calculated channel is made of something else from now on. */
  forgetCalculated(): void {
    this.history.forgetTraces();
  }

  private subscribe(): void {
    if (this.live && this.wanted) {
      this.live.subscribe([this.wanted.car], this.wanted.channels);
      this.fillPast();
    }
  }

  /** Samples came late: what is here of that time is asked for again. */
  private healed(): void {
    this.history.healed();
    if (this.store.healed.to_s > this.store.timeline.newest_s - KEPT_S) {
      this.fillPast();
    }
  }

  /** Now, and once more when the store has what is on its way to it. */
  private fillPast(): void {
    this.era += 1;
    window.clearTimeout(this.fillTimer);
    if (this.wanted && this.wanted.channels.length > 0 && this.store.session?.state === 'live') {
      const { car, channels } = this.wanted;
      void this.fill(car, channels);
      this.fillTimer = window.setTimeout(() => void this.fill(car, channels), STORED_AFTER_MS);
    }
  }

  private async fill(car: string, channels: string[]): Promise<void> {
    const era = this.era;
    const from = Math.max(0, this.store.timeline.newest_s - KEPT_S);
    // Without the past the traces begin at the subscription: less to see, nothing wrong.
    const past = await rest.seriesFrom(this.id, car, channels, from).catch(() => ({ series: [] }));
    if (era === this.era && !this.stopped) {
      past.series.forEach(({ channel, x, y }) => this.store.samples.fillTrace(car, channel, { x, y }));
    }
  }

  private listen(): void {
    if (this.stopped) {
      return;
    }
    this.live = new LiveConnection(
      this.id,
      (frame) => this.take(frame),
      (state) => this.store.setConnection(state),
    );
    this.live.open();
    this.subscribe();
    this.trackTimer = window.setInterval(() => this.lookForOutline(), TRACK_EVERY_MS);
    this.supplyTimer = window.setInterval(() => void this.loadSupply(), SUPPLY_EVERY_MS);
    this.controlTimer = window.setInterval(() => this.store.session?.state === 'live' && void this.loadControl(), CONTROL_EVERY_MS);
  }

  private lookForOutline(): void {
    if (this.store.session?.state === 'live') {
      void this.loadTrack();
    }
  }

  private take(frame: LiveFrame): void {
    const before = this.store.session?.state;
    this.store.take(frame);
    switch (frame.type) {
      case 'hello':
        this.fillPast();
        break;
      case 'session':
        this.stateIs(frame.session.state, before);
        break;
      case 'track':
        void this.loadTrack();
        break;
      default:
        break;
    }
  }

  /** A session that goes on has a hole in its traces, which the store may know how to fill. */
  private stateIs(state: Session['state'], before: Session['state'] | undefined): void {
    if (state !== before) {
      void this.loadTrack();
      this.fillPast();
    }
  }

  private async loadControl(): Promise<void> {
    // Without it there are no flags to show: less to see, nothing wrong.
    const control = await rest.raceControl(this.id).catch(() => null);
    if (control && !this.stopped) {
      this.store.setRaceControl(control);
    }
  }

  private async loadSupply(): Promise<void> {
    try {
      const supply = await Promise.all([rest.sources(this.id), rest.ledger(this.id)]);
      if (!this.stopped) {
        this.store.setSupply(...supply);
      }
    } catch (cause) {
      // What could not be had stays as it was; the panel of sources says so.
      this.store.supplyFailed(Problem.from(cause));
    }
  }

  private async loadTrack(): Promise<void> {
    // Without an outline the map draws what the cars have driven, so a refusal here is no problem.
    const track = await rest.track(this.id).catch(() => null);
    if (track && !this.stopped) {
      this.store.setTrack(track);
    }
  }

  private async loadLaps(): Promise<void> {
    const cars = this.store.entries().map((entry) => entry.car);
    await Promise.all(
      cars.map(async (car) => {
        const { laps, warnings } = await rest.laps(this.id, car);
        this.store.setLaps(car, laps, warnings);
      }),
    );
  }
}
