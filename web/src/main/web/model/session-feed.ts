import { isRefused, pauseAfterMs } from '../wire/back-off.js';
import { LiveConnection } from '../wire/live-connection.js';
import type { LiveFrame } from '../wire/live-frames.js';
import { Poll } from '../wire/poll.js';
import { Problem, rest } from '../wire/rest.js';
import type { Session } from '../wire/words.js';
import type { FrameStore } from './frame-store.js';
import { HistoryFeed } from './history-feed.js';
import { KEPT_S } from './kept.js';
import { readMessages } from './race-control-reads.js';

/** The track is drawn from the best lap so far, so a better lap may bring a better outline. */
const TRACK_EVERY_MS = 15_000;
/** What the circuit told, from the store of samples; flags come live before that. */
const CONTROL_EVERY_MS = 2_000;
/** Sources and the ledger; of a stored session too, for what was missing may be found. */
const SUPPLY_EVERY_MS = 4_000;
/** What was sent around the subscription is in the store by then; it closes the gap to the first live sample. */
const STORED_AFTER_MS = 3_000;

/**
 * Fills a {@link FrameStore}: by REST with what there is, then over the live socket. The socket
 * stays open while the session is stored: a car that drives on after a gap in the radio makes it
 * live again. The views see no difference.
 */
export class SessionFeed {
  private live: LiveConnection | null = null;
  private retryTimer = 0;
  private fillTimer = 0;
  private stopped = false;
  private readonly gone = new AbortController();
  private wanted: { car: string; channels: string[] } | null = null;
  private readonly history: HistoryFeed;
  /** Counts what makes an answer of the store useless that is still on its way. */
  private era = 0;
  private failures = 0;
  /** Flags of the time from here on are asked for again, because samples came late. */
  private controlAgain_s = Infinity;
  private readonly control = new Poll((signal) => this.loadControl(signal), () => (this.isLive ? CONTROL_EVERY_MS : null));
  private readonly supply = new Poll((signal) => this.loadSupply(signal), () => SUPPLY_EVERY_MS);
  /** As it is published: asked for with the track until it is here, for before the first lap it is not known where the cars are. */
  private readonly circuit = new Poll((signal) => this.loadCircuit(signal), () => null);
  private readonly track = new Poll((signal) => this.loadTrack(signal), () => (this.isLive ? TRACK_EVERY_MS : null));

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
      const found = await rest.session(this.id, this.gone.signal);
      if (this.stopped) {
        return;
      }
      this.store.setSession({ ...found, entries: found.entries.length });
      this.store.setEntries(found.entries);
      this.history.start();
      this.control.now();
      this.track.now();
      this.supply.now();
      if (found.state === 'stored') {
        await this.loadLaps();
      }
      // Only now: one that has no laps is asked again after ever longer pauses, and the view does not come and go.
      this.failures = 0;
      this.onProblem(null);
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
    if (!isRefused(problem)) {
      this.retryTimer = window.setTimeout(() => void this.start(), pauseAfterMs(problem, this.failures++));
    }
  }

  stop(): void {
    this.stopped = true;
    this.gone.abort();
    this.history.stop();
    [this.control, this.supply, this.track, this.circuit].forEach((poll) => poll.stop());
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
    this.history.discard();
    this.controlAgain_s = Math.min(this.controlAgain_s, this.store.healed.from_s);
    this.control.now();
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
    const past = await rest.seriesFrom(this.id, car, channels, from, this.gone.signal).catch(() => ({ series: [] }));
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
  }

  private get isLive(): boolean {
    return this.store.session?.state === 'live';
  }

  private take(frame: LiveFrame): void {
    const { state: before, start } = this.store.session ?? {};
    this.store.take(frame);
    if (this.store.session?.start !== start) {
      this.history.discard();
    }
    switch (frame.type) {
      case 'hello':
        // Times may count from another moment now, and then the flags were forgotten.
        this.control.now();
        this.fillPast();
        break;
      case 'session':
        this.stateIs(frame.session.state, before);
        break;
      case 'track':
        this.track.now();
        break;
      default:
        break;
    }
  }

  /** A session that goes on has a hole in its traces, which the store may know how to fill. */
  private stateIs(state: Session['state'], before: Session['state'] | undefined): void {
    if (state !== before) {
      this.track.now();
      this.control.now();
      this.fillPast();
    }
  }

  private async loadControl(signal: AbortSignal): Promise<void> {
    const again_s = this.controlAgain_s;
    const known_s = this.store.control.asksFrom_s;
    const from_s = known_s === null ? null : Math.max(0, Math.min(known_s, again_s));
    const start = this.store.session?.start;
    try {
      await readMessages(
        this.id,
        from_s,
        (control, from, to) => {
          const holds = !signal.aborted && this.store.session?.start === start;
          if (holds) {
            this.store.setRaceControl(control, from, to);
          }
          return holds;
        },
        signal,
      );
      this.controlAgain_s = this.controlAgain_s === again_s ? Infinity : this.controlAgain_s;
      this.store.raceControlAsked(null);
    } catch (cause) {
      if (!signal.aborted) {
        // What is known stays; the panel of race control says that it is old.
        this.store.raceControlAsked(Problem.from(cause));
      }
      throw cause;
    }
  }

  private async loadSupply(signal: AbortSignal): Promise<void> {
    try {
      const supply = await Promise.all([rest.sources(this.id, signal), rest.ledger(this.id, signal)]);
      if (!signal.aborted) {
        this.store.setSupply(...supply);
      }
    } catch (cause) {
      if (!signal.aborted) {
        // What could not be had stays as it was; the panel of sources says so.
        this.store.supplyFailed(Problem.from(cause));
      }
      throw cause;
    }
  }

  /** Without an outline the map draws what the cars have driven, so a refusal here is no problem. */
  private async loadTrack(signal: AbortSignal): Promise<void> {
    const track = await rest.track(this.id, signal);
    if (!signal.aborted) {
      this.store.setTrack(track);
      if (track.track_data && !this.store.published) {
        this.circuit.now();
      }
    }
  }

  /** Without one the map is drawn from what the cars drive, so a refusal here is no problem. */
  private async loadCircuit(signal: AbortSignal): Promise<void> {
    const circuit = await rest.circuit(this.id, signal);
    if (!signal.aborted) {
      this.store.setPublished(circuit);
    }
  }

  private async loadLaps(): Promise<void> {
    const cars = this.store.timing.entries().map((entry) => entry.car);
    await Promise.all(
      cars.map(async (car) => {
        const { laps, warnings } = await rest.laps(this.id, car, this.gone.signal);
        this.store.setLaps(car, laps, warnings);
      }),
    );
  }
}
