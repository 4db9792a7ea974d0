import { LiveConnection } from '../wire/live-connection.js';
import type { LiveFrame } from '../wire/live-frames.js';
import { Problem, rest } from '../wire/rest.js';
import type { Session } from '../wire/words.js';
import type { FrameStore } from './frame-store.js';

/** The track is drawn from the best lap so far, so a better lap may bring a better outline. */
const TRACK_EVERY_MS = 15_000;
/** A socket that is open but silent may mean that the session is over. */
const ASK_STATE_EVERY_MS = 5_000;

/**
 * Fills a {@link FrameStore}: over the live socket while the session runs, by REST once it is
 * stored. The views see no difference.
 */
export class SessionFeed {
  private live: LiveConnection | null = null;
  private timers: number[] = [];
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
      this.onProblem(Problem.from(cause));
    }
  }

  stop(): void {
    this.stopped = true;
    this.timers.forEach((timer) => window.clearInterval(timer));
    this.live?.close();
    this.live = null;
  }

  subscribe(cars: string[], channels: string[]): void {
    this.live?.subscribe(cars, channels);
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
      this.stop();
      this.stopped = false;
      await this.start();
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
