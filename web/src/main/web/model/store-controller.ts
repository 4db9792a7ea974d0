import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';

/**
 * Ties an element to the store that it is given: facts render it again, samples call its drawing at
 * most once a frame of the screen.
 */
export class StoreController implements ReactiveController {
  private store: FrameStore | null = null;
  private stops: (() => void)[] = [];
  private drawing = 0;

  constructor(
    private readonly host: ReactiveControllerHost & { store: FrameStore },
    private readonly draw: (() => void) | null = null,
  ) {
    host.addController(this);
  }

  /** Taken out of the page and put in again, as a dock does, the element listens again. */
  hostConnected(): void {
    this.host.requestUpdate();
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
    cancelAnimationFrame(this.drawing);
  }

  /** Draws with the next frame of the screen, however often it is asked for. */
  drawSoon(): void {
    const draw = this.draw;
    if (draw) {
      cancelAnimationFrame(this.drawing);
      this.drawing = requestAnimationFrame(draw);
    }
  }

  private listen(store: FrameStore): void {
    this.store = store;
    this.stops.push(store.on('facts', () => this.host.requestUpdate()));
    if (this.draw) {
      this.stops.push(store.on('samples', () => this.drawSoon()));
    }
  }
}
