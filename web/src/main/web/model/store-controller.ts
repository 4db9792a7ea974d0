import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FrameStore } from './frame-store.js';
import { Pace } from './pace.js';

/** Of twenty cars facts come by the dozen in a second: faster than this nobody reads them. */
const FACTS_MS = 150;

/**
 * Ties an element to the store that it is given: facts render it again, samples call its drawing. A jump of the
 * cursor is shown at once.
 */
export class StoreController implements ReactiveController {
  private store: FrameStore | null = null;
  private stops: (() => void)[] = [];
  private drawing = 0;
  private readonly facts: Pace;
  private readonly samples: Pace | null;

  /**
   * @param draw shows the cursor as it moves, at most once a frame of the screen; absent: the element shows facts alone
   * @param every_ms no more often than this, as what is read and not looked at
   */
  constructor(
    private readonly host: ReactiveControllerHost & { store: FrameStore },
    private readonly draw: (() => void) | null = null,
    every_ms = 0,
  ) {
    this.facts = new Pace(FACTS_MS, () => host.requestUpdate());
    this.samples = every_ms > 0 ? new Pace(every_ms, () => this.drawSoon()) : null;
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
    this.facts.stop();
    this.samples?.stop();
    cancelAnimationFrame(this.drawing);
    this.drawing = 0;
  }

  /** Draws with the next frame of the screen, however often it is asked for. */
  drawSoon(): void {
    // One that is asked for already is not put off: between two frames more may come each time.
    if (this.draw && this.drawing === 0) {
      this.drawing = requestAnimationFrame(() => {
        this.drawing = 0;
        this.draw?.();
      });
    }
  }

  private listen(store: FrameStore): void {
    this.store = store;
    this.stops.push(store.on('facts', () => this.facts.soon()));
    this.stops.push(store.on('jump', () => this.jumped()));
    if (this.draw) {
      this.stops.push(store.on('samples', () => (this.samples ? this.samples.soon() : this.drawSoon())));
    }
  }

  private jumped(): void {
    this.facts.now();
    if (this.samples) {
      this.samples.now();
    } else {
      this.drawSoon();
    }
  }
}
