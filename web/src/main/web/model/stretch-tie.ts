import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';
import type { PlotLink } from './plot-link.js';
import { axisOf, type SessionAxis } from './pointer-tie.js';

/** Zooms a group of plots to the stretch of the session that somebody wants to look at closely, where they have all of it. */
export class StretchTie implements ReactiveController {
  private store: FrameStore | null = null;
  private stop: () => void = () => undefined;

  /** @param axis as of the tie of the pointer */
  constructor(
    private readonly host: ReactiveControllerHost & { store: FrameStore },
    private readonly linkOf: () => PlotLink,
    private readonly axis: () => number | SessionAxis | null,
  ) {
    host.addController(this);
  }

  /** Taken out of the page and put in again, as a dock does, the element listens again. */
  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.store !== this.host.store) {
      const store = this.host.store;
      this.stop();
      this.store = store;
      this.stop = store.on('stretch', () => this.zoom(store));
    }
  }

  hostDisconnected(): void {
    this.stop();
    this.store = null;
  }

  private zoom({ stretch_s }: FrameStore): void {
    const axis = axisOf(this.axis());
    const link = this.linkOf();
    const [from, to] = (stretch_s ?? []).map((moment_s) => axis?.xOf(moment_s) ?? null);
    // A lap begins and ends where the stretch may: by what rounding leaves it lies outside.
    const slack = (link.extent[1] - link.extent[0]) / 100;
    if (typeof from === 'number' && typeof to === 'number' && from >= link.extent[0] - slack && to <= link.extent[1] + slack) {
      link.zoomTo([from, to]);
    }
  }
}
