import type { Entry, Lap, Session, Track, Warning } from '../wire/words.js';
import type { HelloFrame, LiveFrame, SamplesFrame } from '../wire/live-frames.js';
import type { ConnectionState } from '../wire/live-connection.js';
import type { Curve } from './decimate.js';
import type { SampleRing } from './sample-ring.js';
import { placeOf, type Place } from './ground.js';
import { PlaceTracks } from './place-tracks.js';
import { TimingBook, type WarningOfCar } from './timing-book.js';
import { TraceRings } from './trace-rings.js';

/** Where in time the views look: at the newest frame, or held at a moment while frames arrive. */
export type TimeCursor = { kind: 'live' } | { kind: 'held'; at_s: number };

/** What changed: `facts` re-render the elements, `samples` only redraw the canvases. */
type Change = 'facts' | 'samples';

/**
 * All that the page knows of one session. Views read it at the {@link TimeCursor} and are told of
 * changes; they keep no frames of their own.
 */
export class FrameStore {
  session: Session | null = null;
  track: Track | null = null;
  connection: ConnectionState = { kind: 'closed' };
  cursor: TimeCursor = { kind: 'live' };
  /** Whether the laps and warnings so far are here; before that, none known does not mean that there is none. */
  timingKnown = false;

  private readonly entriesByCar = new Map<string, Entry>();
  private readonly timing = new TimingBook();
  private readonly valuesByCar = new Map<string, Record<string, number | null>>();
  private readonly traces = new TraceRings();
  private readonly places = new PlaceTracks();
  private readonly listeners: Record<Change, Set<() => void>> = { facts: new Set(), samples: new Set() };
  private newest_s = 0;

  /** @returns how to stop listening */
  on(change: Change, listener: () => void): () => void {
    this.listeners[change].add(listener);
    return () => this.listeners[change].delete(listener);
  }

  get now_s(): number {
    return this.cursor.kind === 'held' ? this.cursor.at_s : this.newest_s;
  }

  /** Whether what is shown is what happens now, or a stored session that no longer changes. */
  get fresh(): boolean {
    return this.session?.state === 'stored' || this.connection.kind === 'live';
  }

  hold(): void {
    this.cursor = { kind: 'held', at_s: this.newest_s };
    this.tell('facts');
  }

  follow(): void {
    this.cursor = { kind: 'live' };
    this.tell('facts');
    this.tell('samples');
  }

  toggleHold(): void {
    if (this.cursor.kind === 'held') {
      this.follow();
    } else {
      this.hold();
    }
  }

  entries(): Entry[] {
    return [...this.entriesByCar.values()].sort(byPosition);
  }

  entry(car: string | null): Entry | undefined {
    return car === null ? undefined : this.entriesByCar.get(car);
  }

  laps(car: string | null): Lap[] {
    return car === null ? [] : this.timing.laps(car);
  }

  /** Of all cars, the newest first. */
  get warnings(): WarningOfCar[] {
    return this.timing.warnings;
  }

  /** The newest value of a channel, or the traced one at a held cursor. */
  valueOf(car: string, channel: string): number | null {
    const ring = this.traces.get(car, channel);
    return this.cursor.kind === 'held' && ring
      ? ring.valueAt(this.cursor.at_s)
      : (this.valuesByCar.get(car)?.[channel] ?? null);
  }

  trace(car: string, channel: string): SampleRing | undefined {
    return this.traces.get(car, channel);
  }

  placeOf(car: string): Place | null {
    return this.places.at(car, this.now_s);
  }

  /** All places kept of a car, oldest first: the map draws from them until there is an outline. */
  pathOf(car: string): Place[] {
    return this.places.path(car);
  }

  setSession(session: Session): void {
    this.session = session;
    this.newest_s = Math.max(this.newest_s, session.duration_s ?? 0);
    this.tell('facts');
  }

  setEntries(entries: Entry[]): void {
    entries.forEach((entry) => this.entriesByCar.set(entry.car, entry));
    this.tell('facts');
  }

  setLaps(car: string, laps: Lap[], warnings: Warning[]): void {
    this.timingKnown = true;
    this.timing.set(car, laps, warnings);
    this.tell('facts');
  }

  setTrack(track: Track): void {
    this.track = track;
    this.tell('facts');
  }

  setConnection(state: ConnectionState): void {
    this.connection = state;
    this.tell('facts');
  }

  /** The past of a channel, from the store of the platform: a trace does not begin at its subscription. */
  fillTrace(car: string, channel: string, past: Curve): void {
    this.traces.fill(car, channel, past);
    this.tell('samples');
  }

  /** Forgets the traces of all others: nothing new arrives for them. */
  keepTraces(car: string, channels: string[]): void {
    this.traces.keepOnly(car, channels);
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
        this.timing.take(frame);
        this.tell('facts');
        break;
      case 'overflow':
      case 'pong':
        break;
    }
  }

  /** The session so far: what was known is forgotten, for its times may count from another moment. */
  private takeHello(frame: HelloFrame): void {
    this.forget();
    if (this.session?.start !== frame.session.start) {
      this.cursor = { kind: 'live' };
    }
    this.newest_s = frame.now_s ?? 0;
    this.timingKnown = true;
    this.setSession(frame.session);
    this.setEntries(frame.entries);
    frame.entries.forEach(({ car }) => this.setLaps(car, frame.laps[car] ?? [], frame.warnings[car] ?? []));
    this.tell('samples');
  }

  private forget(): void {
    this.entriesByCar.clear();
    this.timing.clear();
    this.valuesByCar.clear();
    this.traces.clear();
    this.places.clear();
  }

  private takeSamples(frame: SamplesFrame): void {
    this.newest_s = Math.max(this.newest_s, frame.at_s);
    for (const [car, samples] of Object.entries(frame.cars)) {
      this.valuesByCar.set(car, { ...this.valuesByCar.get(car), ...samples.values });
      const place = placeOf(samples.values);
      if (place) {
        this.places.keep(car, frame.at_s, place);
      }
      this.traces.take(car, samples.trace ?? {});
    }
    this.tell('samples');
  }

  private tell(change: Change): void {
    this.listeners[change].forEach((listener) => listener());
  }
}

function byPosition(a: Entry, b: Entry): number {
  const order = (a.position ?? Infinity) - (b.position ?? Infinity);
  return Number.isNaN(order) || order === 0 ? a.car.localeCompare(b.car, 'en', { numeric: true }) : order;
}
