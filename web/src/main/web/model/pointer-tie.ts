import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';
import type { PlotLink } from './plot-link.js';

/**
 * Ties the cursor of a group of plots to the one that all panels of a session share: where somebody
 * points in one of them, the others and the map show the same moment.
 */
export class PointerTie implements ReactiveController {
  private store: FrameStore | null = null;
  private stops: (() => void)[] = [];
  private following = false;

  /** @param begin_s what x counts from, in seconds of the session; null while x is no time */
  constructor(
    private readonly host: ReactiveControllerHost & { store: FrameStore },
    private readonly link: PlotLink,
    private readonly begin_s: () => number | null = () => 0,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.store !== this.host.store) {
      this.hostDisconnected();
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
    const begin = this.begin_s();
    if (!this.following && begin !== null) {
      store.point(this.link.cursor === null ? null : begin + this.link.cursor);
    }
  }

  private follow(store: FrameStore): void {
    const begin = this.begin_s();
    if (begin === null) {
      return;
    }
    const x = store.pointer_s === null ? null : store.pointer_s - begin;
    if (x !== this.link.cursor) {
      this.following = true;
      this.link.moveTo(x);
      this.following = false;
    }
  }
}
