import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import type { CornerMark } from '../model/corner-marks.js';
import type { GroundLine, PlanePoint } from '../model/ground.js';
import type { Gate } from '../wire/words.js';
import { drawMoving, type MapDot } from './map-dots.js';
import { MapFit, type MapSize } from './map-fit.js';
import { MapGround, TRACK_METRES, type MapStretch } from './map-ground.js';
import { cleared } from './plane.js';
import { TextWidths } from './text-widths.js';

/** What is in sight of a car that is followed. */
const FOLLOWED_METRES = 420;
/** Pixels from the line within which the pointer is on it. */
const NEAR = 24;

/**
 * The track from above. The ground (line, gates) is drawn once into a canvas of its own; only the
 * dots are drawn again when cars move.
 */
@customElement('vc-track-map')
export class TrackMap extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        overflow: hidden;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) line: GroundLine | null = null;
  @property({ attribute: false }) gates: Gate[] = [];
  /** One a point of the line: its colour; absent: the plain colour of a track. */
  @property({ attribute: false }) tints: string[] = [];
  /** Closes the line: an outline ends where it began, a driven path does not. */
  @property({ type: Boolean }) closed = false;
  /** The first point lies at the start line: that of an out lap does not. */
  @property({ type: Boolean }) fromStart = false;
  /** The line is that of another source than this session. */
  @property({ type: Boolean }) quiet = false;
  /** Drawn beneath the line. */
  @property({ attribute: false }) stretches: MapStretch[] = [];
  /** Where something lies on the track. */
  @property({ attribute: false }) hazards: readonly PlanePoint[] = [];
  /** Numbers beside the line. */
  @property({ attribute: false }) corners: readonly CornerMark[] = [];
  /** The label of the car that the map moves with; else the whole track is in sight. */
  @property() follow: string | null = null;
  @query('.ground') private groundCanvas!: HTMLCanvasElement;
  @query('.dots') private dotsCanvas!: HTMLCanvasElement;

  private fit: MapFit | null = null;
  private dots: readonly MapDot[] = [];
  private drawing = 0;
  /** Kept: to ask the page for it while it changes would lay it out. */
  private size: MapSize = { width: 0, height: 0 };
  private readonly ground = new MapGround();
  private readonly widths = new TextWidths();
  private readonly sizes = new ResizeObserver(() => this.resized());

  override render() {
    return html`<canvas class="ground" role="img" aria-label="Track map"></canvas
      ><canvas class="dots" data-testid="map-dots" aria-hidden="true" @pointermove=${this.point}></canvas>`;
  }

  /** Tells which point of the line the pointer is on, so that a view can move its cursor there. */
  private point({ offsetX, offsetY }: PointerEvent): void {
    const at = this.line && this.fit ? this.fit.nearest(this.line.points, { x: offsetX, y: offsetY }, NEAR) : -1;
    if (at >= 0) {
      this.dispatchEvent(new CustomEvent('line-pointed', { detail: at }));
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    cancelAnimationFrame(this.drawing);
  }

  override updated(): void {
    this.drawGround();
  }

  /** Moves the cars; drawn with the next frame of the screen. */
  showDots(dots: MapDot[]): void {
    this.dots = dots;
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => (this.followed ? this.drawGround() : this.drawDots()));
  }

  private resized(): void {
    this.size = { width: this.clientWidth, height: this.clientHeight };
    this.drawGround();
  }

  private drawGround(): void {
    const { line, gates, tints, stretches, closed, fromStart, quiet, size, followed } = this;
    const ctx = cleared(this.groundCanvas, size.width, size.height);
    const points = line?.points.filter((point) => point !== null) ?? [];
    this.fit = ctx && points.length > 1 ? this.fitted(points) : null;
    if (ctx && this.fit && line) {
      const ground = { line, gates, tints, stretches, closed, fromStart, quiet };
      this.ground.draw(ctx, this.fit, ground, followed !== undefined, size, this.widths);
    }
    this.drawDots();
  }

  private fitted(points: PlanePoint[]): MapFit {
    const { width, height } = this.size;
    const car = this.followed;
    return car ? MapFit.round(car.at, FOLLOWED_METRES, width, height) : MapFit.of(points, width, height);
  }

  private get followed(): MapDot | undefined {
    return this.follow === null ? undefined : this.dots.find(({ label }) => label === this.follow);
  }

  private drawDots(): void {
    const { fit, size, widths, followed, dots, hazards, corners } = this;
    const ctx = cleared(this.dotsCanvas, size.width, size.height);
    if (ctx && fit) {
      drawMoving(ctx, { dots, hazards, corners }, { fit, size, widths, beside: followed ? fit.length(TRACK_METRES) / 2 : 0 });
      this.dataset['dots'] = String(dots.length);
    }
  }
}
