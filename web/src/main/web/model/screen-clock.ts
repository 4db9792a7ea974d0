import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';

/** Lets the cursor in time of a store move with each frame of the screen, while its view is shown. */
export class ScreenClock implements ReactiveController {
  private frame = 0;

  constructor(private readonly host: ReactiveControllerHost & { store: FrameStore }) {
    host.addController(this);
  }

  hostConnected(): void {
    this.frame = requestAnimationFrame(this.tick);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.frame);
  }

  private readonly tick = (): void => {
    this.host.store.tick(performance.now() / 1_000);
    this.frame = requestAnimationFrame(this.tick);
  };
}
