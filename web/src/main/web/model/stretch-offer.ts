import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';
import type { PlotLink } from './plot-link.js';
import type { SessionAxis } from './pointer-tie.js';
import { offerStretch, type Stretch } from './stretch.js';

/** What is measured or zoomed on an axis, as a part of the session; null where that is the whole of it. */
export function stretchOf(link: PlotLink, axis: number | SessionAxis | null): Stretch | null {
  const { mark, cursor, zoom, selection } = link;
  const measured = mark !== null && cursor !== null && mark !== cursor;
  if (axis === null || (!measured && zoom === null)) {
    return null;
  }
  const momentOf = typeof axis === 'number' ? (x: number) => axis + x : axis.momentOf;
  const [from_s, to_s] = selection.map(momentOf) as [number, number];
  return { from_s: Math.max(0, from_s), to_s, label: measured ? 'between mark and cursor' : 'zoomed' };
}

/** Offers what is picked out in a panel while it is in sight. */
export class StretchOffer implements ReactiveController {
  private offered: FrameStore | null = null;
  private withdraw: () => void = () => undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { store: FrameStore },
    private readonly stretch: () => Stretch | null,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.offered !== this.host.store) {
      this.withdraw();
      this.offered = this.host.store;
      this.withdraw = offerStretch(this.offered, this.stretch);
    }
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.withdraw();
    this.offered = null;
  }
}
