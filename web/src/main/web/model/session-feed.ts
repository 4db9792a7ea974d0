import { LiveConnection } from '../wire/live-connection.js';
import type { LiveFrame } from '../wire/live-frames.js';
import { Problem, rest } from '../wire/rest.js';
import type { Session } from '../wire/words.js';
import { KEPT_S, type FrameStore } from './frame-store.js';

/** The track is drawn from the best lap so far, so a better lap may bring a better outline. */
const TRACK_EVERY_MS = 15_000;
const RETRY_AFTER_MS = 3_000;
const UNKNOWN = 404;
/** What was sent around the subscription is in the store by then; it closes the gap to the first live sample. */
const STORED_AFTER_MS = 3_000;
/** A socket that is open but silent may mean that the session is over. */
const ASK_STATE_EVERY_MS = 5_000;

/**
 * Fills a {@link FrameStore}: over the live socket while the session runs, by REST once it is
 * stored. The views see no difference.
 */
export class SessionFeed {
  private live: LiveConnection | null = null;
  private timers: number[] = [];
  private later = 0;
  private stopped = false;

  constructor(
    private readonly id: string,
    private readonly store: FrameStore,
    private readonly onProblem: (problem: Problem | null) => void,
  ) {}

  async start(): Promise<void> {
    try {
      const found = await rest.session(this.id);
      if (this.stopped) {
        return;
      }
      this.store.setSession({ ...found, entries: found.entries.length });
      this.store.setEntries(found.entries);
      this.onProblem(null);
      void this.loadTrack();
      if (found.state === 'live') {
        this.goLive();
      } else {
        await this.loadLaps();
      }
    } catch (cause) {
      this.fail(Problem.from(cause));
    }
  }

  /** A platform that is away comes back; a session that it does not know stays unknown. */
  private fail(problem: Problem): void {
    this.onProblem(problem);
    if (!this.stopped && problem.status !== UNKNOWN) {
      this.later = window.setTimeout(() => void this.start(), RETRY_AFTER_MS);
    }
  }

  stop(): void {
    this.stopped = true;
    this.timers.forEach((timer) => window.clearInterval(timer));
    window.clearTimeout(this.later);
    this.live?.close();
    this.live = null;
  }

  /** Traces the channels of one car from now on, and fetches what the store has of the time before. */
  async trace(car: string, channels: string[]): Promise<void> {
    if (!this.live || channels.length === 0) {
      return;
    }
    this.live.subscribe([car], channels);
    window.clearTimeout(this.later);
    this.later = window.setTimeout(() => void this.fillPast(car, channels), STORED_AFTER_MS);
    await this.fillPast(car, channels);
  }

  private async fillPast(car: string, channels: string[]): Promise<void> {
    const from = Math.max(0, this.store.now_s - KEPT_S);
    // Without the past the traces begin at the subscription: less to see, nothing wrong.
    const past = await rest.seriesFrom(this.id, car, channels, from).catch(() => ({ series: [] }));
    past.series.forEach(({ channel, x, y }) => this.store.fillTrace(car, channel, { x, y }));
  }

  private goLive(): void {
    this.live = new LiveConnection(
      this.id,
      (frame) => this.take(frame),
      (state) => this.store.setConnection(state),
    );
    this.live.open();
    this.timers = [
      window.setInterval(() => void this.loadTrack(), TRACK_EVERY_MS),
      window.setInterval(() => void this.noticeEnd(), ASK_STATE_EVERY_MS),
    ];
  }

  private take(frame: LiveFrame): void {
    this.store.take(frame);
    if (frame.type === 'track') {
      void this.loadTrack();
    }
    if (frame.type === 'session' && frame.session.state === 'stored') {
      void this.goStored();
    }
  }

  /** The session is over: what is shown from here on comes from the store of the platform. */
  private async goStored(): Promise<void> {
    this.stop();
    this.stopped = false;
    await this.start();
  }

  private async noticeEnd(): Promise<void> {
    if (this.store.connection.kind === 'live') {
      return;
    }
    const state: Session['state'] | null = await rest.session(this.id).then(
      (session) => session.state,
      () => null,
    );
    if (state === 'stored' && !this.stopped) {
      await this.goStored();
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
