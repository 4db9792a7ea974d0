import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';
import { raceLogOf, type RaceLog } from './race-log.js';

/** Ties an element to the race log of its store: it is rendered again when that knows more. */
export class RaceLogController implements ReactiveController {
  private log: RaceLog | null = null;
  private stop: () => void = () => undefined;

  constructor(private readonly host: ReactiveControllerHost & { store: FrameStore }) {
    host.addController(this);
  }

  /** Taken out of the page and put in again, as a dock does, the element listens again. */
  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const log = raceLogOf(this.host.store);
    if (this.log !== log) {
      this.hostDisconnected();
      this.log = log;
      this.stop = log.listen(() => this.host.requestUpdate());
    }
  }

  hostDisconnected(): void {
    this.stop();
    this.log = null;
  }
}
