import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';
import { PlotLink } from './plot-link.js';

/** Where x is no plain count of seconds: which moment of the session it is, and back. */
export interface SessionAxis {
  momentOf(x: number): number;
  /** null where the moment has no place on the axis. */
  xOf(moment_s: number): number | null;
}

/**
 * Ties the cursor of a group of plots to the one that all panels of a session share: where somebody
 * points in one of them, the others and the map show the same moment.
 */
export class PointerTie implements ReactiveController {
  private store: FrameStore | null = null;
  private link = new PlotLink();
  private stops: (() => void)[] = [];
  private following = false;

  /** @param axis what x counts from, in seconds of the session, or how moments follow from x; null while none do */
  constructor(
    private readonly host: ReactiveControllerHost & { store: FrameStore },
    private readonly linkOf: () => PlotLink,
    private readonly axis: () => number | SessionAxis | null = () => 0,
  ) {
    host.addController(this);
  }

  /** Taken out of the page and put in again, as a dock does, the element listens again. */
  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.store !== this.host.store || this.link !== this.linkOf()) {
      this.hostDisconnected();
      this.link = this.linkOf();
      this.listen(this.host.store);
    }
  }

  hostDisconnected(): void {
    this.stops.forEach((stop) => stop());
    this.stops = [];
    this.store = null;
  }

  private listen(store: FrameStore): void {
    this.store = store;
    this.stops.push(store.on('pointer', () => this.follow(store)));
    this.stops.push(this.link.listen((what) => what === 'cursor' && this.lead(store)));
  }

  private lead(store: FrameStore): void {
    const axis = this.sessionAxis;
    if (!this.following && axis !== null) {
      store.point(this.link.cursor === null ? null : axis.momentOf(this.link.cursor));
    }
  }

  private follow(store: FrameStore): void {
    const axis = this.sessionAxis;
    if (axis === null || this.leads(store, axis)) {
      return;
    }
    this.following = true;
    this.link.moveTo(store.pointer_s === null ? null : axis.xOf(store.pointer_s));
    this.following = false;
  }

  /** The moment came from here: going back to x by way of it would move the cursor by what rounding leaves. */
  private leads({ pointer_s }: FrameStore, axis: SessionAxis): boolean {
    const { cursor } = this.link;
    return cursor === null ? pointer_s === null : pointer_s === axis.momentOf(cursor);
  }

  private get sessionAxis(): SessionAxis | null {
    return axisOf(this.axis());
  }
}

/** @param axis how moments follow from x, or what x counts from in seconds of the session */
export function axisOf(axis: number | SessionAxis | null): SessionAxis | null {
  return typeof axis === 'number' ? { momentOf: (x) => axis + x, xOf: (moment_s) => moment_s - axis } : axis;
}
