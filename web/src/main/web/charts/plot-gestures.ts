import type { PlotLink } from '../model/plot-link.js';
import { heldAt, scaledAt, shifted, type Anchor } from '../model/zoom.js';

/** How much closer a pixel of the wheel looks; of two fingers on a touch pad, which send small steps, more. */
const WHEEL = 0.0015;
const PAD = 0.01;
const LINE_PIXELS = 16;
const MOST_AT_ONCE = Math.LN2;

/**
 * Mouse, pen and fingers on one panel. They move the cursor; Alt and a click sets the mark. Where zoom is allowed: the
 * wheel looks closer at the pointer, with Shift (or sideways) it moves; Shift or the middle button drags the panel; two
 * fingers stretch and move it. Dragging out a stretch is uPlot's own.
 */
export class PlotGestures {
  /**
   * @param rect of the panel on the screen
   * @param held by which pointers, of all panels of the stack: two fingers may lie on two of them
   */
  constructor(
    over: HTMLElement,
    private readonly link: PlotLink,
    private readonly rect: () => DOMRect,
    private readonly zoomable: boolean,
    private readonly held: Map<number, Anchor>,
  ) {
    over.addEventListener('pointermove', (event) => this.moved(event));
    over.addEventListener('pointerdown', (event) => this.pressed(event, over));
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      over.addEventListener(end, ({ pointerId }) => this.held.delete(pointerId));
    }
    if (zoomable) {
      over.addEventListener('wheel', (event) => this.turned(event), { passive: false });
      // Two fingers are for the panel, one may scroll the page.
      over.addEventListener('touchstart', (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
    }
  }

  private pressed(event: PointerEvent, over: HTMLElement): void {
    const { pointerType, button, altKey, shiftKey } = event;
    if (altKey && button === 0) {
      event.preventDefault();
      this.link.moveTo(this.xAt(event.clientX));
      this.link.markAt(this.link.cursor);
    } else if (this.zoomable && pointerType === 'touch') {
      this.hold(event);
    } else if (this.zoomable && (button === 1 || (button === 0 && shiftKey))) {
      // Without the mouse events that would follow, uPlot drags out no stretch.
      event.preventDefault();
      over.setPointerCapture(event.pointerId);
      this.hold(event);
    }
  }

  private hold({ pointerId, clientX }: PointerEvent): void {
    this.held.set(pointerId, { x: this.xAt(clientX), share: this.shareAt(clientX) });
  }

  private moved(event: PointerEvent): void {
    const anchor = this.held.get(event.pointerId);
    if (anchor && (event.pointerType !== 'touch' || this.held.size > 1)) {
      anchor.share = this.shareAt(event.clientX);
      const [first, second] = [...this.held.values()] as [Anchor, Anchor?];
      this.link.zoomTo(heldAt(this.link.visible, first, second));
    } else {
      this.link.moveTo(this.xAt(event.clientX));
    }
    if (anchor && this.held.size === 1) {
      // One finger moves only the cursor: when a second comes, it holds what is under it then.
      this.hold(event);
    }
  }

  private turned(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
    const [across, along] = [event.deltaX * unit, event.deltaY * unit];
    const [from, to] = this.link.visible;
    if (event.shiftKey || Math.abs(across) > Math.abs(along)) {
      this.link.zoomTo(shifted([from, to], ((across || along) / this.rect().width) * (to - from)));
      return;
    }
    const power = along * (event.ctrlKey ? PAD : WHEEL);
    const factor = Math.exp(Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, power)));
    this.link.zoomTo(scaledAt([from, to], this.xAt(event.clientX), factor));
  }

  private shareAt(clientX: number): number {
    const { left, width } = this.rect();
    return (clientX - left) / width;
  }

  private xAt(clientX: number): number {
    const [from, to] = this.link.visible;
    return from + this.shareAt(clientX) * (to - from);
  }
}
