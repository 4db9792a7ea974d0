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
