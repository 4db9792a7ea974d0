import { isRefused, pauseAfterMs } from '../wire/back-off.js';
import type { Series, SeriesAnswer } from '../wire/words.js';
import type { Healed } from './healing.js';

/** Asks the platform for samples of a car between two moments. */
export type AskSeries = (
  car: string,
  channels: string[],
  from_s: number,
  to_s: number,
  points: number,
  signal: AbortSignal,
) => Promise<SeriesAnswer>;

/** What is wanted of a car. */
export interface Wanted {
  car: string;
  channels: string[];
  from_s: number;
  to_s: number;
}

/** Pieces that follow one another, of which the same channels are missing. */
interface Run {
  index: number;
  count: number;
  channels: string[];
}

/** How far the session has come. */
export interface Reach {
  newest_s: number;
  recording: boolean;
}

export interface Found {
  /** Joined when it is read first: who sees by the stamp that nothing changed need not. */
  readonly series: { x: Float64Array; y: Float64Array }[];
  /** Nothing of it is still on its way. */
  complete: boolean;
  /** Some samples were left out: the platform keeps the lowest and the highest of those that lie together. */
  thinned: boolean;
  /** Another one where anything of it changed. */
  stamp: string;
}

interface Piece {
  index: number;
  serial: number;
  x: Float64Array;
  y: Float64Array;
  thinned: boolean;
  /** How far the session had come when it was asked for. */
  until_s: number;
  asked_ms: number;
}

export const PIECE_S = 20;
/** Samples that are sent late are waited for so long. */
const LATE_S = 10;
const REFRESH_MS = 1_500;
/** What was refused will be so again until there is more of the session. */
const REFUSED_MS = 60_000;
const MOST_AT_ONCE = 2;
/** Pieces that follow one another are asked for together, up to so many. */
const LONGEST_RUN = 3;
const MOST_VALUES = 2_000_000;

/**
 * Samples of a session in pieces of equal length that all panels share. What is wanted and not here is asked for when
 * it is read; a reader reads again when told.
 */
export class SamplePieces {
  /** Why the last question was not answered. */
  problem: unknown = null;

  private readonly pieces = new Map<string, Piece>();
  private readonly asking = new Set<string>();
  /** When what was not answered may be asked for again, and how often it was not. */
  private readonly failed = new Map<string, { until_ms: number; times: number }>();
  private readonly listeners = new Set<() => void>();
  private serials = 0;
  private healings = 0;
  private values = 0;
  private requests = 0;
  private underWayFor = new AbortController();
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** @param points of a channel in a piece, at most; more are thinned out */
  constructor(
    private readonly ask: AskSeries,
    private readonly points: number,
    private readonly clock_ms: () => number = () => performance.now(),
  ) {}

  /** @returns how to stop listening; what is under way when nobody listens any longer is given up */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.underWayFor.abort();
        this.underWayFor = new AbortController();
      }
    };
  }

  /** What is here of it; the rest is asked for. */
  read(wanted: Wanted, reach: Reach): Found {
    const from = Math.floor(wanted.from_s / PIECE_S);
    const to = Math.max(from, Math.ceil(wanted.to_s / PIECE_S) - 1);
    const serials: number[] = [];
    const parts: Piece[][] = wanted.channels.map(() => []);
    const runs: Run[] = [];
    let complete = true;
    for (let index = from; index <= to; index++) {
      const found = wanted.channels.map((channel) => this.use(keyOf(wanted.car, channel, index)));
      found.forEach((piece, i) => piece && parts[i]?.push(piece));
      serials.push(...found.map((piece) => piece?.serial ?? 0));
      complete &&= found.every((piece) => piece !== undefined);
      addToRuns(runs, index, this.missing(wanted, index, found, reach));
    }
    runs.slice(0, MOST_AT_ONCE - this.requests).forEach((run) => void this.fetch(wanted.car, run, reach));
    let joined: Found['series'] | null = null;
    return {
      get series() {
        return (joined ??= parts.map((pieces) => between(pieces, wanted.from_s, wanted.to_s)));
      },
      complete,
      thinned: parts.some((pieces) => pieces.some((piece) => piece.thinned)),
      stamp: serials.join(' '),
    };
  }

  /** Samples came late: pieces of that time stay as they are until they are asked for again. */
  heal({ from_s, to_s }: Healed): void {
    this.healings++;
    for (const piece of this.pieces.values()) {
      if (piece.index >= Math.floor(from_s / PIECE_S) && piece.index <= Math.floor(to_s / PIECE_S)) {
        piece.until_s = -Infinity;
      }
    }
    this.tell();
  }

  /** Moves it to the young end of the map: the old end is forgotten first. */
  private use(key: string): Piece | undefined {
    const piece = this.pieces.get(key);
    if (piece) {
      this.pieces.delete(key);
      this.pieces.set(key, piece);
    }
    return piece;
  }

  private missing({ car, channels, to_s }: Wanted, index: number, found: (Piece | undefined)[], reach: Reach): string[] {
    const end_s = Math.min(to_s, (index + 1) * PIECE_S);
    return channels.filter((channel, i) => {
      const key = keyOf(car, channel, index);
      const tooSoon = this.clock_ms() < (this.failed.get(key)?.until_ms ?? -Infinity);
      return index * PIECE_S <= reach.newest_s && !tooSoon && !this.asking.has(key) && this.outdated(found[i], end_s, reach);
    });
  }

  private outdated(piece: Piece | undefined, end_s: number, { newest_s, recording }: Reach): boolean {
    if (!piece) {
      return true;
    }
    const settled = piece.until_s === Infinity || piece.until_s >= end_s + LATE_S;
    return !settled && (!recording || (newest_s > piece.until_s && this.clock_ms() - piece.asked_ms >= REFRESH_MS));
  }

  private async fetch(car: string, run: Run, { newest_s, recording }: Reach): Promise<void> {
    const indexes = Array.from({ length: run.count }, (_, i) => run.index + i);
    const keys = indexes.flatMap((index) => run.channels.map((channel) => keyOf(car, channel, index)));
    const asked_ms = this.clock_ms();
    const { healings, underWayFor: { signal } } = this;
    keys.forEach((key) => this.asking.add(key));
    this.requests++;
    try {
      const end_s = (run.index + run.count) * PIECE_S;
      const answer = await this.ask(car, run.channels, run.index * PIECE_S, end_s, this.points * run.count, signal);
      const until_s = healings !== this.healings ? -Infinity : recording ? newest_s : Infinity;
      for (const series of answer.series) {
        // The platform leaves out nothing up to the number asked for, and keeps nearly that many of more.
        const thinned = series.x.length > this.points * run.count * 0.75;
        indexes.forEach((index) => {
          this.put(keyOf(car, series.channel, index), { ...this.cut(series, index), thinned, until_s, asked_ms });
        });
      }
      this.problem = null;
    } catch (cause) {
      if (!signal.aborted) {
        this.problem = cause;
        this.fail(keys, cause);
      }
    } finally {
      this.requests--;
      keys.forEach((key) => this.asking.delete(key));
      this.tell();
    }
  }

  private fail(keys: string[], cause: unknown): void {
    const times = Math.max(...keys.map((key) => this.failed.get(key)?.times ?? 0));
    const pause_ms = isRefused(cause) ? REFUSED_MS : pauseAfterMs(cause, times);
    keys.forEach((key) => this.failed.set(key, { until_ms: this.clock_ms() + pause_ms, times: times + 1 }));
    if (!isRefused(cause)) {
      // Where the cursor stands nobody would read again by himself.
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.tell(), pause_ms + 1);
    }
  }

  /** Each time another one first, who may then ask first: a panel that wants a whole race holds up no other. */
  private tell(): void {
    const [first, ...others] = this.listeners;
    if (first) {
      this.listeners.delete(first);
      this.listeners.add(first);
      [...others, first].forEach((listener) => listener());
    }
  }

  private cut({ x, y }: Series, index: number): Pick<Piece, 'index' | 'serial' | 'x' | 'y'> {
    const known = y.flatMap((value, i) => (value !== null && Math.floor((x[i] as number) / PIECE_S) === index ? [i] : []));
    return {
      index,
      serial: ++this.serials,
      x: Float64Array.from(known, (i) => x[i] as number),
      y: Float64Array.from(known, (i) => y[i] as number),
    };
  }

  private put(key: string, piece: Piece): void {
    this.values += piece.x.length - (this.pieces.get(key)?.x.length ?? 0);
    this.pieces.delete(key);
    this.pieces.set(key, piece);
    this.failed.delete(key);
    for (const [old, { x }] of this.pieces) {
      if (this.values <= MOST_VALUES) {
        return;
      }
      this.values -= x.length;
      this.pieces.delete(old);
    }
  }
}

const keyOf = (car: string, channel: string, index: number): string => `${index} ${channel} ${car}`;

/** Lengthens the last run where the piece belongs to it. */
function addToRuns(runs: Run[], index: number, channels: string[]): void {
  const last = runs.at(-1);
  if (channels.length === 0) {
    return;
  }
  if (last && last.index + last.count === index && last.count < LONGEST_RUN && last.channels.join() === channels.join()) {
    last.count++;
  } else {
    runs.push({ index, count: 1, channels });
  }
}

function between(pieces: Piece[], from_s: number, to_s: number): { x: Float64Array; y: Float64Array } {
  const length = pieces.reduce((sum, { x }) => sum + x.length, 0);
  const joined = { x: new Float64Array(length), y: new Float64Array(length) };
  let kept = 0;
  for (const { x, y } of pieces) {
    for (let i = 0; i < x.length; i++) {
      const at = x[i] as number;
      if (at >= from_s && at < to_s) {
        joined.x[kept] = at;
        joined.y[kept++] = y[i] as number;
      }
    }
  }
  return { x: joined.x.slice(0, kept), y: joined.y.slice(0, kept) };
}
