import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { PanelData } from '../charts/trace-panel.js';
import type { TraceStack } from '../charts/trace-stack.js';
import '../charts/trace-stack.js';
import { base } from '../design/styles.js';
import { panelsFor } from '../charts/panels-for.js';
import { axisClock } from '../model/format.js';
import type { Provisional } from '../model/finality.js';
import type { FrameStore } from '../model/frame-store.js';
import { PlotLink } from '../model/plot-link.js';
import { PointerTie } from '../model/pointer-tie.js';
import { StretchOffer, stretchOf } from '../model/stretch-offer.js';
import { StoreController } from '../model/store-controller.js';
import type { Channel } from '../wire/words.js';

const UNSEEN_PIXELS = 0.5;

/** The last seconds of the chosen channels of one car, up to the store's cursor in time. */
@customElement('vc-live-traces')
export class LiveTraces extends LitElement {
  static override styles = [
    base,
    css`
      :host,
      vc-trace-stack {
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() car = '';
  @property({ attribute: false }) channels: Channel[] = [];
  @property({ type: Number }) seconds = 60;
  @property({ attribute: false }) link = new PlotLink();
  @property({ type: Boolean }) statistics = false;
  @property({ attribute: false }) provisional: Provisional | null = null;
  @query('vc-trace-stack') private stack!: TraceStack;

  private readonly controller = new StoreController(this, () => this.draw());
  private panels = panelsFor([], []);
  private drawnTo_s = NaN;
  private askedTo_s = NaN;

  constructor() {
    super();
    new PointerTie(this, () => this.link);
    new StretchOffer(this, () => stretchOf(this.link, 0));
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('channels')) {
      this.panels = panelsFor(this.channels, [{ label: 'car' }]);
    }
  }

  override render() {
    return html`<vc-trace-stack
      .panels=${this.panels}
      .link=${this.link}
      .xLabel=${axisClock}
      .provisional=${this.provisional}
      staysOpen
      ?statistics=${this.statistics}
      @pointerleave=${() => this.link.moveTo(null)}
      @panels-ready=${() => this.controller.drawSoon()}
    ></vc-trace-stack>`;
  }

  /** Whatever changed, all of it is drawn again. */
  override updated(): void {
    this.drawnTo_s = NaN;
    this.controller.drawSoon();
  }

  private draw(): void {
    const to = this.store.now_s;
    if (this.movedUnseen(to)) {
      this.askedTo_s = to;
      return;
    }
    this.drawnTo_s = this.askedTo_s = to;
    const from = to - this.seconds;
    const data = new Map<string, PanelData>();
    for (const { name } of this.channels) {
      const curve = this.store.samples.curve(this.car, name, from, to, this.stack.pixels);
      if (curve) {
        data.set(name, [curve.x, curve.y]);
      }
    }
    this.stack.show(data, [from, to]);
    this.toggleAttribute('data-drawn', [...data.values()].some(([x]) => x.length > 0));
  }

  /**
   * A minute of traces moves by a pixel only each tenth of a second or so: less than half of one nobody sees. A cursor
   * that stands is drawn at, as it is asked for only when there is more to draw.
   */
  private movedUnseen(to_s: number): boolean {
    const moved_s = to_s - this.drawnTo_s;
    return moved_s > 0 && to_s !== this.askedTo_s && moved_s < (UNSEEN_PIXELS * this.seconds) / this.stack.pixels;
  }
}
