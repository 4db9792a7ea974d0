import type { Entry, Lap, LedgerLine, PublishedCircuit, RaceControl, Session, Source, Track, Warning } from '../wire/words.js';
import type { Problem } from '../wire/rest.js';
import type { HelloFrame, LiveFrame, SamplesFrame } from '../wire/live-frames.js';
import type { ConnectionState } from '../wire/live-connection.js';
import { FinalityBook } from './finality.js';
import type { Place } from './ground.js';
import type { Healed } from './healing.js';
import { RaceControlBook } from './race-control-book.js';
import { RaceModel } from './race-model.js';
import { SampleBook } from './sample-book.js';
import { Timeline } from './timeline.js';
import { TimingAtCursor } from './timing-at-cursor.js';
import { TRACKSIDE } from './trackside-flags.js';

/**
 * What changed: `facts` re-render the elements, `samples` only redraw the canvases, `jump` says that somebody put the
 * cursor elsewhere, `pointer` is where somebody points, `stretch` what somebody wants to look at closely,
 * `healed` that samples of a time came late that had been shown without them.
 */
type Change = 'facts' | 'samples' | 'jump' | 'pointer' | 'stretch' | 'healed';

/**
 * All that the page knows of one session. Views read it at the cursor of the {@link Timeline} and
 * are told of changes; they keep no frames of their own. What lies after the cursor they do not see.
 */
export class FrameStore {
  session: Session | null = null;
  track: Track | null = null;
  /** The circuit as somebody publishes it; null where nobody does, or it is not here yet. */
  published: PublishedCircuit | null = null;
  connection: ConnectionState = { kind: 'closed' };
  readonly timeline = new Timeline();

  /** The moment that somebody points at, in whatever panel; null where nobody does. */
  pointer_s: number | null = null;
  /** From when to when somebody wants to look closely. */
  stretch_s: readonly [number, number] | null = null;

  readonly timing = new TimingAtCursor(this.timeline);
  /** Samples of all cars, at any moment. */
  readonly samples = new SampleBook(() => this.tell('samples'));
  private readonly listeners: Record<Change, Set<() => void>> = {
    facts: new Set(),
    samples: new Set(),
    jump: new Set(),
    pointer: new Set(),
    stretch: new Set(),
    healed: new Set(),
  };
  /** What the circuit told: flags, incidents, the weather. */
  readonly control = new RaceControlBook();
  /** Order, gaps and mini-sectors of the race. */
  readonly race: RaceModel;
  /** Who sends, what the ledger says of it, and up to when nothing will change. */
  readonly finality = new FinalityBook();
  /** The stretch for which samples came late last. */
  healed: Healed = { from_s: 0, to_s: 0 };
  /** How often samples came late: what is made of samples of any time is to be made anew with each. */
  healings = 0;
  private factsShown = '';

  constructor() {
    const store = this;
    this.race = new RaceModel({
      get track() {
        return store.track;
      },
      get chequered_s() {
        return store.control.chequered_s;
      },
      get over_s() {
        return store.session?.state === 'stored' ? store.timeline.newest_s : Infinity;
      },
      cars: () => this.timing.cars(),
      laps: (car) => this.timing.allLaps(car),
      placeAt: (car, at_s) => this.samples.seenAt(car, at_s),
      placesRevision: () => this.samples.framesRevision,
    });
  }

  /** @returns how to stop listening */
  on(change: Change, listener: () => void): () => void {
    this.listeners[change].add(listener);
    return () => this.listeners[change].delete(listener);
  }

  /** The cursor: where all views look. */
  get now_s(): number {
    return this.timeline.at_s;
  }

  /** The moment that the race is told at: a moment before what happens now, when all cars have told where they are. */
  get raced_s(): number {
    const { now_s, timeline } = this;
    return this.session?.state === 'live' ? this.samples.placesUntil(now_s, WAITS_S * Math.max(1, timeline.pace_s)) : now_s;
  }

  /** Up to here the platform has stored all that it will have, but for what comes late. */
  get storedUntil_s(): number {
    const { newest_s } = this.timeline;
    return this.session?.state === 'live' ? newest_s - STORED_AFTER_S : newest_s;
  }

  /** Whether what is shown is what happens now, or a stored session that no longer changes. */
  get fresh(): boolean {
    return this.session?.state === 'stored' || this.connection.kind === 'live';
  }

  /**
   * Lets the cursor move on; called with each frame of the screen.
   *
   * @param wall_s time of a clock that only goes forward
   */
  tick(wall_s: number): void {
    const before = this.timeline.at_s;
    this.timeline.tick(wall_s);
    if (this.timeline.at_s !== before) {
      this.cursorMoved();
    }
  }

  /** Moves the cursor, and tells the views at once. */
  move(how: (timeline: Timeline) => void): void {
    how(this.timeline);
    this.factsShown = '';
    this.cursorMoved();
    this.tell('jump');
  }

  /** All panels and the map show the moment that is pointed at. */
  point(at_s: number | null): void {
    if (at_s !== this.pointer_s) {
      this.pointer_s = at_s;
      this.tell('pointer');
    }
  }

  /** The traces of a lap that has all of the stretch zoom to it. */
  lookAt(from_s: number, to_s: number): void {
    this.stretch_s = [from_s, to_s];
    this.tell('stretch');
  }

  /** The value of a channel at the cursor; null where it is not known, or not yet here. */
  valueOf(car: string, channel: string): number | null {
    const at = this.now_s;
    const kept = this.samples.valueAt(car, channel, at) ?? this.samples.tracedAt(car, channel, at);
    return kept ?? (this.timeline.atEnd ? this.samples.newestOf(car, channel, at) : null);
  }

  placeOf(car: string): Place | null {
    return this.samples.placeAt(car, this.now_s);
  }

  setSession(session: Session): void {
    this.session = session;
    this.timeline.setRecording(session.state === 'live');
    this.timeline.hear(session.duration_s ?? 0, nowOfWall());
    this.tell('facts');
  }

  setEntries(entries: Entry[]): void {
    this.timing.putEntries(entries);
    this.tell('facts');
  }

  setLaps(car: string, laps: Lap[], warnings: Warning[]): void {
    this.timing.put(car, laps, warnings);
    this.tell('facts');
  }

  setTrack(track: Track): void {
    if (JSON.stringify(track) !== JSON.stringify(this.track)) {
      this.track = track;
      this.tell('facts');
    }
  }

  setPublished(circuit: PublishedCircuit): void {
    this.published = circuit;
    this.tell('facts');
  }

  /** Of a part of the session, in place of what was known of it. */
  setRaceControl(control: RaceControl, from_s = -Infinity, to_s = Infinity): void {
    if (this.control.set(control, from_s, to_s)) {
      this.tell('facts');
    }
  }

  /** @param problem null: all was had that there is up to now */
  raceControlAsked(problem: Problem | null): void {
    const before = this.control.failed;
    this.control.failed = problem;
    this.control.refreshed_s = problem ? this.control.refreshed_s : this.timeline.newest_s;
    if (before !== problem) {
      this.tell('facts');
    }
  }

  setSupply(sources: Source[], ledger: LedgerLine[]): void {
    if (this.session) {
      const { start, state } = this.session;
      const { told } = this.finality;
      const healed = this.finality.take({ sources, ledger, start, live: state === 'live', wall_s: nowOfWall() });
      if (healed) {
        this.heal(healed);
      }
      if (healed || told !== this.finality.told) {
        this.tell('facts');
      }
    }
  }

  private heal(healed: Healed): void {
    this.healed = healed;
    this.healings += 1;
    this.samples.heal(healed);
    this.tell('healed');
  }

  supplyFailed(problem: Problem): void {
    this.finality.failed = problem;
    this.tell('facts');
  }

  setConnection(state: ConnectionState): void {
    this.connection = state;
    this.tell('facts');
  }

  take(frame: LiveFrame): void {
    switch (frame.type) {
      case 'hello':
        this.takeHello(frame);
        break;
      case 'samples':
        this.takeSamples(frame);
        break;
      case 'entry':
        this.setEntries([frame.entry]);
        break;
      case 'session':
        this.setSession(frame.session);
        break;
      case 'lap':
      case 'withdrawn':
      case 'sector':
      case 'passing':
      case 'warning':
      case 'track':
        if (this.timing.take(frame)) {
          this.tell('facts');
        }
        break;
      case 'overflow':
      case 'pong':
        break;
    }
  }

  /** The session so far: what was known is forgotten, for its times may count from another moment. */
  private takeHello(frame: HelloFrame): void {
    const before = this.session;
    const moved = before?.start !== frame.session.start;
    this.forget(moved);
    if (moved) {
      this.timeline.reset(frame.now_s ?? 0);
    }
    if (moved && before !== null) {
      this.shift((Date.parse(before.start) - Date.parse(frame.session.start)) / 1_000);
    }
    this.timeline.hear(frame.now_s ?? 0, nowOfWall());
    this.timing.known = true;
    this.setSession(frame.session);
    this.setEntries(frame.entries);
    frame.entries.forEach(({ car }) => this.setLaps(car, frame.laps[car] ?? [], frame.warnings[car] ?? []));
    this.tell('samples');
  }

  /** Times count from another moment: what somebody looks at stays what it is. */
  private shift(by_s: number): void {
    if (Number.isNaN(by_s)) {
      this.timeline.goLive();
      return;
    }
    this.timeline.shift(by_s);
    this.point(this.pointer_s === null ? null : this.pointer_s + by_s);
    // Not told: who has looked elsewhere since is not taken back to it.
    this.stretch_s = this.stretch_s && [this.stretch_s[0] + by_s, this.stretch_s[1] + by_s];
    this.factsShown = '';
    this.tell('jump');
  }

  private forget(pastToo: boolean): void {
    this.timing.clear();
    this.samples.forget(pastToo);
    if (pastToo) {
      this.control.clear();
      this.race.clear();
    }
  }

  private takeSamples(frame: SamplesFrame): void {
    this.timeline.hear(frame.at_s, nowOfWall());
    for (const [car, samples] of Object.entries(frame.cars)) {
      this.samples.take(car, samples);
    }
    const circuit = frame.cars[TRACKSIDE];
    if (circuit && this.control.hear(circuit)) {
      this.tell('facts');
    }
    this.tell('samples');
  }

  private cursorMoved(): void {
    // A flag is heard of a moment before the cursor comes to it.
    const facts = `${this.timeline.motion.kind} ${this.timing.passed} ${this.control.count(this.now_s)}`;
    if (facts !== this.factsShown) {
      this.factsShown = facts;
      this.tell('facts');
    }
    this.tell('samples');
  }

  private tell(change: Change): void {
    if (change === 'facts') {
      this.timing.changed();
    }
    this.listeners[change].forEach((listener) => listener());
  }
}

/** The newest seconds of a live session are not stored yet. */
const STORED_AFTER_S = 3;
/** Of the wall: so much later than others a car is waited for. */
const WAITS_S = 1;

const nowOfWall = (): number => performance.now() / 1_000;
