import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import { dotBeside } from './dot-beside.js';
import { Plane, cleared, type AxisSpec } from './plane.js';

/** Dots of equal kind; the first layer is the one that is pointed at. */
export interface DotLayer {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Of each dot, in seconds of the session. */
  t: ArrayLike<number>;
  colours: readonly string[];
  /** Which of the colours a dot has; absent: the first. */
  colourOf?: (index: number) => number;
  size?: number;
}

export interface PlaneSpec {
  x: AxisSpec;
  y: AxisSpec;
  /** A unit is as long on both axes. */
  equal?: boolean;
  /** Draws beneath the dots. */
  beneath?: (ctx: CanvasRenderingContext2D, plane: Plane) => void;
  /** Draws over the dots. */
  above?: (ctx: CanvasRenderingContext2D, plane: Plane) => void;
  grid?: boolean;
}

const NEAR_PIXELS = 12;
/** So many dots are drawn solid; of more each lets others through, so that many at one place look dense. */
const SOLID_DOTS = 600;
const FAINTEST = 0.12;

/** Dots in a plane. Tells of the dot under the pointer by `moment-pointed` (detail: its time, or null). */
@customElement('vc-dot-plane')
export class DotPlane extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        overflow: hidden;
        touch-action: pan-y;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) spec: PlaneSpec | null = null;
  @property({ attribute: false }) layers: DotLayer[] = [];
  /** What it shows, for who cannot see it. */
  @property() label = '';
  @query('.dots') private dots!: HTMLCanvasElement;
  @query('.mark') private mark!: HTMLCanvasElement;

  private plane: Plane | null = null;
  private marked = -1;
  private readonly sizes = new ResizeObserver(() => this.draw());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override render() {
    return html`<canvas class="dots" role="img" aria-label=${this.label}></canvas
      ><canvas
        class="mark"
        tabindex="0"
        role="application"
        aria-label="${this.label}. Arrow keys go through it in time, with Shift from sample to sample."
        data-testid="plane"
        @pointermove=${this.point}
        @pointerleave=${() => this.tell(null)}
        @keydown=${this.onKey}
        @blur=${() => this.tell(null)}
      ></canvas>`;
  }

  override updated(): void {
    this.draw();
  }

  /** Marks a dot of the first layer; -1: none. */
  markDot(index: number): void {
    if (index !== this.marked) {
      this.marked = index;
      this.drawMark();
    }
  }

  private draw(): void {
    const size = { width: this.clientWidth, height: this.clientHeight };
    const ctx = cleared(this.dots, size.width, size.height);
    if (!ctx || !this.spec) {
      return;
    }
    const { spec } = this;
    const plane = (this.plane = new Plane(spec.x, spec.y, size, spec.equal));
    plane.drawAxes(ctx, spec.grid);
    plane.clipped(ctx, () => spec.beneath?.(ctx, plane));
    plane.clipped(ctx, () => this.layers.toReversed().forEach((layer) => drawLayer(ctx, plane, layer)));
    ctx.globalAlpha = 1;
    plane.clipped(ctx, () => spec.above?.(ctx, plane));
    this.drawMark();
  }

  private drawMark(): void {
    const ctx = cleared(this.mark, this.clientWidth, this.clientHeight);
    const layer = this.layers[0];
    const { plane, marked } = this;
    this.dataset['marked'] = layer && marked >= 0 ? String(layer.t[marked]) : '';
    if (!ctx || !plane || !layer || marked < 0 || marked >= layer.x.length) {
      return;
    }
    const colours = palette();
    const x = plane.px(layer.x[marked] as number);
    const y = plane.py(layer.y[marked] as number);
    ctx.beginPath();
    ctx.arc(x, y, 5.5, 0, 2 * Math.PI);
    ctx.fillStyle = colours.text;
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = colours.ground;
    ctx.stroke();
  }

  private point({ offsetX, offsetY }: PointerEvent): void {
    const { plane } = this;
    const layer = this.layers[0];
    if (!plane || !layer) {
      return;
    }
    let near = -1;
    let least = NEAR_PIXELS ** 2;
    for (let i = 0; i < layer.x.length; i++) {
      const distance = (plane.px(layer.x[i] as number) - offsetX) ** 2 + (plane.py(layer.y[i] as number) - offsetY) ** 2;
      if (distance < least) {
        least = distance;
        near = i;
      }
    }
    this.tell(near < 0 ? null : (layer.t[near] as number));
  }

  private onKey(event: KeyboardEvent): void {
    const layer = this.layers[0];
    const at = layer ? dotBeside(event.key, this.marked, layer.t.length, event.shiftKey) : null;
    if (layer && at !== null) {
      event.preventDefault();
      // The same keys move the time of the page.
      event.stopPropagation();
      this.tell(layer.t[at] as number);
    }
  }

  private tell(at_s: number | null): void {
    this.dispatchEvent(new CustomEvent<number | null>('moment-pointed', { detail: at_s }));
  }
}

function drawLayer(ctx: CanvasRenderingContext2D, plane: Plane, layer: DotLayer): void {
  const size = layer.size ?? 2;
  ctx.globalAlpha = Math.max(FAINTEST, Math.min(1, Math.sqrt(SOLID_DOTS / Math.max(1, layer.x.length))));
  const byColour: number[][] = layer.colours.map(() => []);
  for (let i = 0; i < layer.x.length; i++) {
    byColour[layer.colourOf?.(i) ?? 0]?.push(i);
  }
  byColour.forEach((indexes, colour) => {
    ctx.fillStyle = layer.colours[colour] ?? '';
    for (const i of indexes) {
      ctx.fillRect(plane.px(layer.x[i] as number) - size / 2, plane.py(layer.y[i] as number) - size / 2, size, size);
    }
  });
}
