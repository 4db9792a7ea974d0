import type { FrameSheet } from '../wire/frame-sheet.js';
import type { CarSamples } from '../wire/live-frames.js';
import type { Curve } from './decimate.js';
import { holds } from './frame-channels.js';
import { FrameHistory, SHEET_S, SHEETS_BACK } from './frame-history.js';
import { PLACE_CHANNELS, placeOf, type Place } from './ground.js';
import type { Healed } from './healing.js';
import { LiveTracks } from './live-tracks.js';
import type { SampleRing } from './sample-ring.js';
import { TraceHistory } from './trace-history.js';
import { TraceRings } from './trace-rings.js';

interface Newest {
  values: Record<string, number | null>;
  times: Record<string, number>;
}

const NOTHING: Newest = { values: {}, times: {} };
/** An older measurement says nothing of now. */
const OLDEST_S = 2;

const isFresh = (channel: string, measured_s: number | undefined, at_s: number): boolean =>
  measured_s !== undefined && (holds(channel) || at_s - measured_s <= OLDEST_S);

function placeBy(read: (channel: string) => number | null): Place | null {
  return placeOf(Object.fromEntries(PLACE_CHANNELS.map((channel) => [channel, read(channel)])));
}

/** All samples of a session that are here: what came live in the last minutes, and what was fetched of the past. */
export class SampleBook {
  private readonly values = new Map<string, Newest>();
  private readonly traces = new TraceRings();
  private readonly tracks = new LiveTracks();
  private readonly frames = new FrameHistory();
  private readonly pastTraces = new TraceHistory();
  /** Another number when frames of the past came. */
  framesRevision = 0;

  /** @param changed is called when there is more to draw */
  constructor(private readonly changed: () => void) {}

  /** The value of a channel that is kept of all cars (see FRAME_CHANNELS) at any moment. */
  valueAt(car: string, channel: string, at_s: number): number | null {
    return this.tracks.valueAt(car, channel, at_s) ?? this.frames.valueAt(car, channel, at_s);
  }

  /** The same, or what it was last as far as is here: of what holds until it changes, such as tyres. */
  lastValue(car: string, channel: string, at_s: number): number | null {
    return this.valueAt(car, channel, at_s) ?? this.tracks.lastAt(car, channel, at_s) ?? this.frames.lastAt(car, channel, at_s);
  }

  /** The newest value of any channel of a car that was measured shortly before a moment, or holds until the next one. */
  newestOf(car: string, channel: string, at_s: number): number | null {
    const { values, times } = this.values.get(car) ?? NOTHING;
    return isFresh(channel, times[channel], at_s) ? (values[channel] ?? null) : null;
  }

  /** The same of a traced channel, as it was at a moment. */
  tracedAt(car: string, channel: string, at_s: number): number | null {
    const ring = this.traces.get(car, channel);
    const index = ring?.indexAt(at_s) ?? -1;
    return ring && index >= 0 && isFresh(channel, ring.xAt(index), at_s) ? ring.yAt(index) : null;
  }

  /** What is to be drawn of a channel between two moments; null where nothing is here yet. */
  curve(car: string, channel: string, from_s: number, to_s: number, buckets: number): Curve | null {
    const ring = this.traces.get(car, channel);
    if (ring && ring.length > 0 && ring.xAt(0) <= Math.max(from_s, 0) + 1 && to_s >= ring.xAt(0)) {
      return ring.window(from_s, to_s, buckets);
    }
    const past = this.pastTraces.window(car, channel, from_s, to_s, buckets);
    return past ?? ring?.window(from_s, to_s, buckets) ?? null;
  }

  /** The samples of a traced channel that came live. */
  trace(car: string, channel: string): SampleRing | undefined {
    return this.traces.get(car, channel);
  }

  /** Behind the newest one a place holds for a moment, so that a car on the map does not blink. */
  placeAt(car: string, at_s: number): Place | null {
    return placeBy((channel) => this.valueAt(car, channel, at_s));
  }

  /** The same without that: whoever is told late is somewhere else by then. */
  seenAt(car: string, at_s: number): Place | null {
    return at_s <= this.tracks.newestPlaceOf(car) ? this.placeAt(car, at_s) : placeBy((channel) => this.frames.valueAt(car, channel, at_s));
  }

  /**
   * Up to when the places of all cars are here, at a moment or shortly before it: beside a car that is told later than
   * others these would seem to be ahead.
   *
   * @param wait_s for a car that is told later still nobody waits
   */
  placesUntil(at_s: number, wait_s: number): number {
    return Math.min(at_s, ...this.tracks.newestPlaces().filter((newest) => newest > at_s - wait_s));
  }

  /** Places of a car in the last minutes that came live, oldest first: the map draws from them until there is an outline. */
  pathOf(car: string): Place[] {
    const ring = this.tracks.ring(car, 'latitude') ?? this.tracks.ring(car, 'world_x');
    const places = Array.from({ length: ring?.length ?? 0 }, (_, i) => this.placeAt(car, ring?.xAt(i) ?? 0));
    return places.filter((place) => place !== null);
  }

  /** The past of a channel, from the store of the platform: a trace does not begin at its subscription. */
  fillTrace(car: string, channel: string, past: Curve): void {
    this.traces.fill(car, channel, past);
    this.changed();
  }

  /** Forgets the traces of all others: nothing new arrives for them. */
  keepTraces(car: string, channels: string[]): void {
    this.traces.keepOnly(car, channels);
  }

  /** Whether the frames of a sheet have to be fetched for what happened up to a moment. */
  needsFrames(index: number, until_s: number): boolean {
    const live = !this.frames.wasHealed(index) && this.liveSince(index * SHEET_S);
    return !live && !this.frames.knows(index, Math.min(until_s, this.liveFrom_s));
  }

  /** Whether all that happened up to a moment is here, as far as it is kept. */
  knowsAllUntil(at_s: number): boolean {
    const last = FrameHistory.indexOf(at_s);
    for (let index = last; index >= Math.max(0, last - SHEETS_BACK + 1); index--) {
      if (this.needsFrames(index, Math.min(at_s, (index + 1) * SHEET_S))) {
        return false;
      }
    }
    return true;
  }

  /** Whether what happened about a moment is here, as far as it will be. */
  knowsPastOf(at_s: number): boolean {
    return this.liveSince(at_s) || this.frames.knows(FrameHistory.indexOf(at_s), at_s);
  }

  /** @param cursor_s where the views look */
  putFrames(index: number, sheet: FrameSheet, until_s: number, cursor_s: number): void {
    this.frames.put(index, sheet, until_s, cursor_s);
    this.framesRevision++;
    this.changed();
  }

  /** Whether a piece of a trace is here, up to a moment. */
  knowsTrace(car: string, channel: string, index: number, until_s: number): boolean {
    return this.pastTraces.knows(car, channel, index, until_s);
  }

  putTrace(car: string, channel: string, index: number, past: Curve, until_s: number): void {
    this.pastTraces.put(car, channel, index, past, until_s);
    this.changed();
  }

  /** What the platform calculates is calculated otherwise now. */
  forgetPastTraces(): void {
    this.pastTraces.clear();
  }

  /** Whether the last minutes as they came live reach back to a moment. */
  liveSince(at_s: number): boolean {
    return this.liveFrom_s <= at_s;
  }

  /** Since when the last minutes are here as they came live; Infinity where nothing came. */
  get liveFrom_s(): number {
    const begins = [...this.values.keys()].map((car) => {
      const ring = this.tracks.ring(car, 'latitude') ?? this.tracks.ring(car, 'world_x') ?? this.tracks.ring(car, 'speed');
      return ring && ring.length > 0 ? ring.xAt(0) : Infinity;
    });
    return Math.min(Infinity, ...begins);
  }

  /** The same of a trace. */
  tracesSince(car: string, channel: string, at_s: number): boolean {
    const ring = this.traces.get(car, channel);
    return ring !== undefined && ring.length > 0 && ring.xAt(0) <= at_s;
  }

  /** Samples came late: what was fetched of that time is fetched again, and shown until that is here. */
  heal(healed: Healed): void {
    this.frames.heal(healed);
    this.pastTraces.heal(healed);
  }

  /** What came live; the caller tells of it, once for all cars. */
  take(car: string, samples: CarSamples): void {
    const { values, times } = this.values.get(car) ?? { values: {}, times: {} };
    this.values.set(car, { values: Object.assign(values, samples.values), times: Object.assign(times, samples.times) });
    this.tracks.take(car, samples);
    this.traces.take(car, samples.trace ?? {});
  }

  /** @param pastToo whether what was fetched counts from another moment now */
  forget(pastToo: boolean): void {
    this.values.clear();
    this.traces.clear();
    this.tracks.clear();
    if (pastToo) {
      this.frames.clear();
      this.pastTraces.clear();
    }
  }
}
