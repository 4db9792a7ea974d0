import { focused } from '../parts/focused.js';

/** Where panels stand beneath one another: race-control-styles.ts. */
const BENEATH_ONE_ANOTHER = '(max-width: 720px)';

/**
 * On a phone the history of an object stands above the list that it was chosen from, out of sight: the way leads there
 * with the focus, and back when it is closed. Where they stand beside one another nothing moves.
 */
export class WayToHistory {
  private from: HTMLElement | null = null;
  private fromTop = 0;

  /** @param scroller what all of it scrolls in */
  constructor(private readonly scroller: HTMLElement) {}

  /** An object is about to be chosen. */
  begin(history: HTMLElement | null): void {
    if (history === null) {
      this.fromTop = this.scroller.scrollTop;
    }
    const opener = focused();
    const root = opener?.getRootNode();
    // Who goes on within the history comes back to where he began.
    if (!(root instanceof ShadowRoot && history?.contains(root.host))) {
      this.from = opener;
    }
  }

  /** @param history null: it was closed */
  end(history: HTMLElement | null): void {
    if (!matchMedia(BENEATH_ONE_ANOTHER).matches) {
      return;
    }
    if (history !== null) {
      history.focus({ preventScroll: true });
      // With all that is in it: while it grows the browser keeps in sight what stands beneath.
      requestAnimationFrame(() => history.scrollIntoView({ block: 'start' }));
      return;
    }
    this.scroller.scrollTop = this.fromTop;
    if (this.from?.isConnected) {
      this.from.focus();
    }
    this.from = null;
  }
}
