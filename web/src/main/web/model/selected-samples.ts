import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rest } from '../wire/rest.js';
import { aligned, type Rows } from './aligned.js';
import { comesInSteps } from './frame-channels.js';
import type { FrameStore } from './frame-store.js';
import { SamplePieces, type Found } from './sample-pieces.js';
import type { Span } from './selection.js';

/** How the samples of a panel are asked for. */
export interface SamplesWanted {
  car: string;
  channels: string[];
  /** So many of the first channels give the moments; absent: all of them. */
  deciding?: number;
  span: Span;
}

/** Points of a piece: so many that nothing is left out up to 500 Hz, or just the lowest and the highest of each moment. */
export const EVERY_SAMPLE = 20_000;
export const EXTREMES = 400;

/** The cursor moves with each frame of the screen; the selection follows it so often. */
const LOOK_MS = 500;
/** What ended longer ago has all its samples. */
const SETTLED_S = 15;

type Host = ReactiveControllerHost & { store: FrameStore; session: string };

/** What is here of a session, by the number of points: panels that show the same samples ask for them once. */
interface Cache {
  start: string;
  ofPoints: Map<number, SamplePieces>;
}

const caches = new WeakMap<FrameStore, Cache>();

function piecesOf(store: FrameStore, session: string, points: number): SamplePieces {
  const cache = caches.get(store) ?? begun(store);
  const start = store.session?.start ?? '';
  if (cache.start !== start) {
    // Times count from another moment when the first sample moves.
    cache.start = start;
    cache.ofPoints.clear();
  }
  const pieces = cache.ofPoints.get(points) ?? new SamplePieces((...wanted) => rest.seriesBetween(session, ...wanted), points);
  cache.ofPoints.set(points, pieces);
  return pieces;
}

/** It lives as long as the store, and so does what listens. */
function begun(store: FrameStore): Cache {
  const cache: Cache = { start: '', ofPoints: new Map() };
  caches.set(store, cache);
  store.on('healed', () => cache.ofPoints.forEach((pieces) => pieces.heal(store.healed)));
  return cache;
}

/** What the platform calculates is calculated otherwise now: panels ask anew when they render next. */
export function forgetSamples(store: FrameStore): void {
  caches.get(store)?.ofPoints.clear();
}

/** Keeps the samples that a panel wants: renders its element again when more of them are here, or when it wants others. */
export class SelectedSamples implements ReactiveController {
  /** As they are here; null where nothing is wanted. */
  found: Found | null = null;
  wanted: SamplesWanted | null = null;
  private pieces: SamplePieces | null = null;
  private store: FrameStore | null = null;
  private stops: (() => void)[] = [];
  private looked_ms = 0;
  private shown = '';
  private aligned: Rows | null = null;

  /** @param want what is to be shown now; null: nothing */
  constructor(
    private readonly host: Host,
    private readonly want: () => SamplesWanted | null,
    private readonly points = EVERY_SAMPLE,
  ) {
    host.addController(this);
  }

  /** Taken out of the page and put in again, as a dock does, the element listens again. */
  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const pieces = piecesOf(this.host.store, this.host.session, this.points);
    if (pieces !== this.pieces || this.store !== this.host.store) {
      this.hostDisconnected();
      this.pieces = pieces;
      this.shown = '';
      this.store = this.host.store;
      this.stops.push(pieces.listen(() => this.host.requestUpdate()));
      this.stops.push(this.store.on('samples', () => this.look()));
    }
    this.read();
  }

  hostDisconnected(): void {
    this.stops.forEach((stop) => stop());
    this.stops = [];
    this.pieces = this.store = null;
  }

  /** The wanted channels at the same moments, in their order; the same object until something of it changes. */
  get rows(): Rows | null {
    const { found, wanted } = this;
    if (found && wanted) {
      const channels = found.series.map((samples, i) => ({ ...samples, steps: comesInSteps(wanted.channels[i] ?? '') }));
      this.aligned ??= aligned(channels, wanted.deciding);
    }
    return this.aligned;
  }

  /** Why there is nothing yet. */
  get problem(): unknown {
    return this.pieces?.problem ?? null;
  }

  get loading(): boolean {
    return this.found !== null && !this.found.complete;
  }

  private look(): void {
    const now = performance.now();
    if (now - this.looked_ms >= LOOK_MS) {
      this.looked_ms = now;
      const wanted = this.want();
      // Of what is not all here more is asked for.
      if (JSON.stringify(wanted) !== JSON.stringify(this.wanted) || this.loading || this.follows(wanted)) {
        this.host.requestUpdate();
      }
    }
  }

  /** Whether samples that belong to it may still come. */
  private follows(wanted: SamplesWanted | null): boolean {
    return wanted !== null && this.store?.session?.state === 'live' && wanted.span.to_s > this.store.timeline.newest_s - SETTLED_S;
  }

  private read(): void {
    const { store, pieces } = this;
    this.wanted = this.want();
    if (!store || !pieces || !this.wanted || this.wanted.channels.length === 0) {
      this.found = this.aligned = null;
      this.shown = '';
      return;
    }
    const { car, channels, span } = this.wanted;
    const reach = { newest_s: store.timeline.newest_s, recording: store.session?.state === 'live' };
    const found = pieces.read({ car, channels, from_s: span.from_s, to_s: span.to_s }, reach);
    const shown = JSON.stringify([car, channels, span.from_s, span.to_s, found.stamp]);
    if (shown !== this.shown) {
      this.found = found;
      this.shown = shown;
      this.aligned = null;
    }
  }
}
