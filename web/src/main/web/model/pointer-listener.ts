import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';

/** Tells an element when somebody points at another moment. */
export class PointerListener implements ReactiveController {
  private store: FrameStore | null = null;
  private stop: () => void = () => undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { store: FrameStore },
    private readonly heard: () => void,
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
      this.store = this.host.store;
      this.stop = this.store.on('pointer', this.heard);
    }
  }

  hostDisconnected(): void {
    this.stop();
    this.store = null;
  }
}
