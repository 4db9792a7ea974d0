import { isRefused, pauseAfterMs } from '../wire/back-off.js';
import { rest } from '../wire/rest.js';
import { FRAME_CHANNELS } from './frame-channels.js';
import { FrameHistory, SHEET_HZ, SHEET_S, SHEETS_BACK } from './frame-history.js';
import type { FrameStore } from './frame-store.js';
import { PIECE_POINTS, PIECE_S, TraceHistory } from './trace-history.js';

const LOOKS_EVERY_MS = 150;
const MOST_UNDER_WAY = 2;
const LOOKS_BACK_EVERY_MS = 600;
/** What samples still arrive for is asked for anew so often, and no more. */
const EDGE_EVERY_MS = 1_500;
/** What the platform refused is asked for again after so long: by then there may be more of the session. */
const RESTS_AFTER_REFUSAL_MS = 60_000;
const MOST_REFUSED = 500;
/** Fetched before the cursor comes there. */
const AHEAD_S = 8;
/** A gap between two cars is read from where they were up to so long ago. */
const BEHIND_S = 150;

const NOT_ASKED: Edge = { name: '', asked_ms: -Infinity };

interface Edge {
  name: string;
  asked_ms: number;
}

/** Something of the past that is wanted, by a name that is used once. */
interface Wanted {
  name: string;
  fetch(until_s: number): Promise<void>;
}

interface TracePiece {
  name: string;
  car: string;
  channels: string[];
  index: number;
}

/**
 * Fetches what the cursor looks at and what came before the page was opened: frames of all cars and
 * traces of the chosen one, nearest first, a few requests at a time.
 */
export class HistoryFeed {
  private readonly underWay = new Set<string>();
  private timer = 0;
  private restsUntil = 0;
  private failures = 0;
  /** What was refused by its name, and when. */
  private readonly refused = new Map<string, number>();
  private lookedBackAt = 0;
  /** The sheet and the piece of a trace that were not complete when they were asked for, and when that was. */
  private readonly edges: Record<'frames' | 'traces', Edge> = { frames: NOT_ASKED, traces: NOT_ASKED };
  private underWayFor = new AbortController();
  /** Counts what makes answers useless that are still on their way. */
  private era = 0;
  private traced: { car: string; channels: string[]; window_s: number } | null = null;

  constructor(
    private readonly session: string,
    private readonly store: FrameStore,
  ) {}

  /** Once more is no harm: a session that could not be opened at once is tried again. */
  start(): void {
    this.stop();
    this.underWayFor = new AbortController();
    this.timer = window.setInterval(() => this.look(), LOOKS_EVERY_MS);
  }

  stop(): void {
    window.clearInterval(this.timer);
    this.underWayFor.abort();
  }

  /** @param window_s how far back from the cursor the traces are shown */
  trace(car: string, channels: string[], window_s: number): void {
    this.traced = { car, channels, window_s };
  }

  /** A channel is made of something else from now on: what is here of traces is asked for again. */
  forgetTraces(): void {
    this.era += 1;
    this.edges.traces = NOT_ASKED;
    this.store.samples.forgetPastTraces();
  }

  /** Samples came late, or times count from another moment: answers that are on their way are not to be used. */
  discard(): void {
    this.era += 1;
  }

  private look(): void {
    if (this.store.session === null || performance.now() < this.restsUntil) {
      return;
    }
    const free = MOST_UNDER_WAY - this.underWay.size;
    const wanted = [...this.wantedFrames(), ...this.wantedTraces()].filter(({ name }) => this.mayAsk(name));
    wanted.slice(0, Math.max(0, free)).forEach((each) => void this.fetch(each));
    if (wanted.length === 0 && this.underWay.size === 0 && performance.now() - this.lookedBackAt > LOOKS_BACK_EVERY_MS) {
      this.lookedBackAt = performance.now();
      this.backwards().forEach((each) => void this.fetch(each));
    }
  }

  private mayAsk(name: string): boolean {
    return !this.underWay.has(name) && performance.now() - (this.refused.get(name) ?? -Infinity) >= RESTS_AFTER_REFUSAL_MS;
  }

  /**
   * While nothing else is wanted, the session from the cursor back to its beginning, or as much of it as is kept: the
   * best mini-sectors lie there.
   */
  private backwards(): Wanted[] {
    const at = FrameHistory.indexOf(this.store.now_s);
    for (let index = at; index >= Math.max(0, at - SHEETS_BACK + 1); index--) {
      const end = (index + 1) * SHEET_S;
      if (end <= this.store.storedUntil_s && this.mayAsk(`frames ${index}`) && this.store.samples.needsFrames(index, end)) {
        return [{ name: `frames ${index}`, fetch: (stored) => this.fetchFrames(index, stored) }];
      }
    }
    return [];
  }

  private async fetch({ name, fetch }: Wanted): Promise<void> {
    this.underWay.add(name);
    try {
      await fetch(this.store.storedUntil_s);
      this.failures = 0;
    } catch (cause) {
      // The views stay as they are: what is not here is asked for again.
      if (isRefused(cause)) {
        this.refuse(name);
      } else {
        this.restsUntil = performance.now() + pauseAfterMs(cause, this.failures++);
      }
    } finally {
      this.underWay.delete(name);
    }
  }

  private refuse(name: string): void {
    if (this.refused.size >= MOST_REFUSED) {
      this.refused.clear();
    }
    this.refused.set(name, performance.now());
  }

  private wantedFrames(): Wanted[] {
    const { now_s, timeline } = this.store;
    const until = Math.min(this.store.storedUntil_s, now_s + (timeline.running ? AHEAD_S * Math.max(1, timeline.rate) : 0));
    const indexes: number[] = [];
    for (let index = FrameHistory.indexOf(until); index >= FrameHistory.indexOf(now_s - BEHIND_S); index--) {
      indexes.push(index);
    }
    const at = FrameHistory.indexOf(now_s);
    const pointed = this.store.pointer_s === null ? at : FrameHistory.indexOf(this.store.pointer_s);
    if (!indexes.includes(pointed)) {
      indexes.push(pointed);
    }
    return indexes
      .filter((index) => index * SHEET_S < this.store.storedUntil_s)
      .filter((index) => this.store.samples.needsFrames(index, until))
      .sort((a, b) => Math.abs(a - at) - Math.abs(b - at))
      .map((index) => ({ name: `frames ${index}`, fetch: (stored: number) => this.fetchFrames(index, stored) }))
      .filter(({ name }) => this.isDue('frames', name));
  }

  /** What was not complete when it was asked for is not asked for again at once. */
  private isDue(kind: 'frames' | 'traces', name: string): boolean {
    const edge = this.edges[kind];
    return name !== edge.name || performance.now() - edge.asked_ms >= EDGE_EVERY_MS;
  }

  private async fetchFrames(index: number, stored: number): Promise<void> {
    const { era, underWayFor: { signal } } = this;
    const from = index * SHEET_S;
    if (from + SHEET_S > stored) {
      this.edges.frames = { name: `frames ${index}`, asked_ms: performance.now() };
    }
    // One frame more, so that nothing is missing between this sheet and the next.
    const sheet = await rest.frames(this.session, FRAME_CHANNELS, from, from + SHEET_S + 1 / SHEET_HZ, SHEET_HZ, signal);
    if (era === this.era) {
      this.store.samples.putFrames(index, sheet, stored, this.store.now_s);
    }
  }

  private wantedTraces(): Wanted[] {
    const { traced, store } = this;
    if (!traced || traced.channels.length === 0) {
      return [];
    }
    const { car, window_s } = traced;
    const ahead = store.timeline.running ? AHEAD_S : 0;
    const until = Math.min(store.storedUntil_s, store.now_s + ahead);
    const wanted: Wanted[] = [];
    for (let index = TraceHistory.indexOf(until); index >= TraceHistory.indexOf(store.now_s - window_s); index--) {
      const from = index * PIECE_S;
      const channels = traced.channels.filter(
        (channel) => !store.samples.tracesSince(car, channel, from) && !store.samples.knowsTrace(car, channel, index, until),
      );
      if (channels.length > 0 && from < store.storedUntil_s) {
        const name = `traces ${this.era} ${car} ${index} ${channels.join(' ')}`;
        if (this.isDue('traces', name)) {
          wanted.push({ name, fetch: (stored) => this.fetchTraces({ name, car, channels, index }, stored) });
        }
      }
    }
    return wanted;
  }

  private async fetchTraces({ name, car, channels, index }: TracePiece, stored: number): Promise<void> {
    const { era, underWayFor: { signal } } = this;
    const from = index * PIECE_S;
    if (from + PIECE_S > stored) {
      this.edges.traces = { name, asked_ms: performance.now() };
    }
    const { series } = await rest.seriesBetween(this.session, car, channels, from, from + PIECE_S, PIECE_POINTS, signal);
    if (era === this.era) {
      series.forEach(({ channel, x, y }) => this.store.samples.putTrace(car, channel, index, { x, y }, stored));
    }
  }
}
