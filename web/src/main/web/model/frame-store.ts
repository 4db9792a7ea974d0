import type { Entry, Lap, Session, Track, Warning } from '../wire/words.js';
import type { HelloFrame, LiveFrame, SamplesFrame } from '../wire/live-frames.js';
import type { ConnectionState } from '../wire/live-connection.js';
import type { Curve } from './decimate.js';
import { SampleRing } from './sample-ring.js';
import { placeOf, type Place } from './ground.js';
import { PlaceTracks } from './place-tracks.js';

/** Seconds of live samples that are kept. */
export const KEPT_S = 120;
/** Enough for {@link KEPT_S} at 100 Hz; a faster channel arrives decimated. */
const TRACE_CAPACITY = 16_384;

/** Where in time the views look: at the newest frame, or held at a moment while frames arrive. */
export type TimeCursor = { kind: 'live' } | { kind: 'held'; at_s: number };

export interface WarningOfCar extends Warning {
  car: string;
}

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
  warnings: WarningOfCar[] = [];
  cursor: TimeCursor = { kind: 'live' };

  private readonly entriesByCar = new Map<string, Entry>();
  private readonly lapsByCar = new Map<string, Lap[]>();
  private readonly valuesByCar = new Map<string, Record<string, number | null>>();
  private readonly traces = new Map<string, SampleRing>();
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
    return (car !== null && this.lapsByCar.get(car)) || [];
  }

  /** The newest value of a channel, or the traced one at a held cursor. */
  valueOf(car: string, channel: string): number | null {
    const ring = this.traces.get(traceKey(car, channel));
    return this.cursor.kind === 'held' && ring
      ? ring.valueAt(this.cursor.at_s)
      : (this.valuesByCar.get(car)?.[channel] ?? null);
  }

  trace(car: string, channel: string): SampleRing | undefined {
    return this.traces.get(traceKey(car, channel));
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
    this.putLaps(car, laps);
    this.warnings = [
      ...this.warnings.filter((warning) => warning.car !== car),
      ...warnings.map((warning) => ({ ...warning, car })),
    ].sort((a, b) => (b.at_s ?? 0) - (a.at_s ?? 0));
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
    this.ring(traceKey(car, channel)).fill(past);
    this.tell('samples');
  }

  take(frame: LiveFrame): void {
    switch (frame.type) {
      case 'hello':
        this.takeHello(frame);
        break;
      case 'samples':
        this.takeSamples(frame);
        break;
      case 'lap':
        this.takeLap(frame.car, frame.lap);
        break;
      case 'warning':
        this.setLaps(frame.car, this.laps(frame.car), [
          ...this.warnings.filter((warning) => warning.car === frame.car),
          frame.warning,
        ]);
        break;
      case 'entry':
        this.setEntries([frame.entry]);
        break;
      case 'session':
        this.setSession(frame.session);
        break;
      case 'lap_withdrawn':
        this.putLaps(frame.car, this.laps(frame.car).filter((lap) => lap.number !== frame.number));
        break;
      case 'sector':
      case 'passing':
      case 'track':
      case 'overflow':
      case 'pong':
        break;
    }
  }

  private takeHello(frame: HelloFrame): void {
    this.newest_s = frame.now_s ?? 0;
    this.setSession(frame.session);
    this.setEntries(frame.entries);
    frame.entries.forEach(({ car }) => this.setLaps(car, frame.laps[car] ?? [], frame.warnings[car] ?? []));
  }

  /** A correction carries a higher revision; an older statement never replaces a newer one. */
  private takeLap(car: string, lap: Lap): void {
    const known = this.laps(car);
    const before = known.find((each) => each.number === lap.number);
    if (before && before.revision > lap.revision) {
      return;
    }
    this.putLaps(car, [...known.filter((each) => each.number !== lap.number), lap]);
  }

  private putLaps(car: string, laps: Lap[]): void {
    this.lapsByCar.set(car, [...laps].sort((a, b) => a.number - b.number));
    this.tell('facts');
  }

  private takeSamples(frame: SamplesFrame): void {
    this.newest_s = Math.max(this.newest_s, frame.at_s);
    for (const [car, samples] of Object.entries(frame.cars)) {
      this.valuesByCar.set(car, { ...this.valuesByCar.get(car), ...samples.values });
      const place = placeOf(samples.values);
      if (place) {
        this.places.keep(car, frame.at_s, place);
      }
      for (const [channel, chunk] of Object.entries(samples.trace ?? {})) {
        const ring = this.ring(traceKey(car, channel));
        chunk.x.forEach((x, i) => {
          const y = chunk.y[i];
          if (typeof y === 'number') {
            ring.push(x, y);
          }
        });
      }
    }
    this.tell('samples');
  }

  private ring(key: string): SampleRing {
    let ring = this.traces.get(key);
    if (!ring) {
      ring = new SampleRing(TRACE_CAPACITY);
      this.traces.set(key, ring);
    }
    return ring;
  }

  private tell(change: Change): void {
    this.listeners[change].forEach((listener) => listener());
  }
}

const traceKey = (car: string, channel: string): string => `${car}/${channel}`;

function byPosition(a: Entry, b: Entry): number {
  const order = (a.position ?? Infinity) - (b.position ?? Infinity);
  return Number.isNaN(order) || order === 0 ? a.car.localeCompare(b.car, 'en', { numeric: true }) : order;
}
