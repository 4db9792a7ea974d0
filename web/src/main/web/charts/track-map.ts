import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import { acrossStart, gateLine, type GroundLine, type PlanePoint } from '../model/ground.js';
import type { CornerMark } from '../model/corner-marks.js';
import type { Gate } from '../wire/words.js';
import { drawCornerLabels } from './corner-labels.js';
import { MapFit, collides, inSight, insideMap, labelOfDot, type Label } from './map-fit.js';

/** A car on the map. */
export interface MapDot {
  label: string;
  at: PlanePoint;
  colour: string;
  strong: boolean;
}

/** A stretch of the track that is marked: a post shows a flag. */
export interface MapStretch {
  points: PlanePoint[];
  colour: string;
}

const TRACK_WIDTH = 4;
/** Followed closely the track is drawn as wide as it is. */
const TRACK_METRES = 11;
const STRETCH_WIDTH = 12;
/** What is in sight of a car that is followed. */
const FOLLOWED_METRES = 420;
const START_LINE: Gate = { kind: 'start_finish', name: 'start-finish' };
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
  private dots: MapDot[] = [];
  private drawing = 0;
  private readonly sizes = new ResizeObserver(() => this.drawGround());

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

  private drawGround(): void {
    const ctx = this.cleared(this.groundCanvas);
    const points = this.line?.points.filter((point): point is PlanePoint => point !== null) ?? [];
    this.fit = points.length > 1 ? this.fitted(points) : null;
    if (ctx && this.fit && this.line) {
      this.drawStretches(ctx, this.fit);
      this.drawLine(ctx, this.fit, this.line);
      this.drawGates(ctx, this.fit, this.line);
    }
    this.drawDots();
  }

  private fitted(points: PlanePoint[]): MapFit {
    const { clientWidth, clientHeight } = this;
    const car = this.followed;
    return car ? MapFit.round(car.at, FOLLOWED_METRES, clientWidth, clientHeight) : MapFit.of(points, clientWidth, clientHeight);
  }

  private get followed(): MapDot | undefined {
    return this.follow === null ? undefined : this.dots.find(({ label }) => label === this.follow);
  }

  private drawStretches(ctx: CanvasRenderingContext2D, fit: MapFit): void {
    ctx.lineJoin = 'round';
    ctx.lineCap = 'butt';
    ctx.lineWidth = this.followed ? fit.length(TRACK_METRES) + STRETCH_WIDTH : STRETCH_WIDTH;
    for (const { points, colour } of this.stretches) {
      ctx.strokeStyle = colour;
      ctx.beginPath();
      points.forEach((point, i) => {
        const { x, y } = fit.pixel(point);
        if (i === 0) {
          ctx.moveTo(x, y);
        } else {
          ctx.lineTo(x, y);
        }
      });
      ctx.stroke();
    }
  }

  /** A triangle with its mark, as on the road. */
  private drawHazard(ctx: CanvasRenderingContext2D, fit: MapFit, hazard: PlanePoint): void {
    const { x, y } = fit.pixel(hazard);
    const colours = palette();
    ctx.beginPath();
    ctx.moveTo(x, y - 11);
    ctx.lineTo(x + 11, y + 8);
    ctx.lineTo(x - 11, y + 8);
    ctx.closePath();
    ctx.fillStyle = colours.flags.yellow;
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = colours.ground;
    ctx.stroke();
    ctx.fillStyle = colours.ground;
    ctx.fillRect(x - 1, y - 5, 2, 7);
    ctx.fillRect(x - 1, y + 4, 2, 2);
  }

  private drawLine(ctx: CanvasRenderingContext2D, fit: MapFit, line: GroundLine): void {
    ctx.lineJoin = ctx.lineCap = 'round';
    ctx.lineWidth = this.followed ? Math.max(TRACK_WIDTH, fit.length(TRACK_METRES)) : TRACK_WIDTH;
    const plain = palette().lineStrong;
    let colour = '';
    let before: PlanePoint | null = null;
    line.points.forEach((point, i) => {
      const next = point && fit.pixel(point);
      const tint = this.tints[i] ?? plain;
      if (tint !== colour || !next || !before) {
        ctx.stroke();
        ctx.beginPath();
        ctx.strokeStyle = colour = tint;
        if (before && next) {
          ctx.moveTo(before.x, before.y);
        }
      }
      if (next && before) {
        ctx.lineTo(next.x, next.y);
      } else if (next) {
        ctx.moveTo(next.x, next.y);
      }
      before = next;
    });
    const first = line.points[0];
    if (this.closed && first) {
      ctx.lineTo(fit.pixel(first).x, fit.pixel(first).y);
    }
    ctx.stroke();
  }

  private drawGates(ctx: CanvasRenderingContext2D, fit: MapFit, line: GroundLine): void {
    ctx.font = palette().font;
    ctx.textBaseline = 'middle';
    for (const gate of this.gates) {
      this.drawGate(ctx, fit, gate, gateLine(gate, line.ground));
    }
    // A lap counter tells no place of the start line, but a lap begins at it.
    if (this.fromStart && !this.gates.some(({ kind }) => kind === START_LINE.kind)) {
      this.drawGate(ctx, fit, START_LINE, acrossStart(line));
    }
  }

  private drawGate(ctx: CanvasRenderingContext2D, fit: MapFit, gate: Gate, ends: [PlanePoint, PlanePoint] | null): void {
    if (!ends) {
      return;
    }
    const colours = palette();
    const { from, to, beside } = fit.across(ends[0], ends[1]);
    if (!inSight({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, this.size)) {
      return;
    }
    const main = gate.kind === START_LINE.kind;
    ctx.strokeStyle = main ? colours.text : colours.textThird;
    ctx.fillStyle = main ? colours.text : colours.textThird;
    ctx.lineWidth = main ? 3 : 2;
    ctx.beginPath();
    if (ends[0].x === ends[1].x && ends[0].y === ends[1].y) {
      // A gate that is known as a point only: its direction would be invented.
      ctx.arc((from.x + to.x) / 2, (from.y + to.y) / 2, 4, 0, 2 * Math.PI);
    } else {
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
    }
    ctx.stroke();
    const name = main ? 'S/F' : gate.name;
    const label = insideMap(beside, ctx.measureText(name).width, this.size);
    ctx.fillText(name, label.x, label.y);
  }

  private drawDots(): void {
    const ctx = this.cleared(this.dotsCanvas);
    if (!ctx || !this.fit) {
      return;
    }
    ctx.font = `600 ${palette().font}`;
    ctx.textBaseline = 'middle';
    const weakFirst = [...this.dots].sort((a, b) => Number(a.strong) - Number(b.strong));
    weakFirst.forEach((dot) => this.drawDot(ctx, this.fit as MapFit, dot));
    this.hazards.forEach((hazard) => this.drawHazard(ctx, this.fit as MapFit, hazard));
    const taken = this.drawLabels(ctx, this.fit, weakFirst.reverse());
    const beside = this.followed ? this.fit.length(TRACK_METRES) / 2 : 0;
    drawCornerLabels(ctx, this.fit, this.corners, { taken, size: this.size, beside });
    this.dataset['dots'] = String(this.dots.length);
  }

  private drawDot(ctx: CanvasRenderingContext2D, fit: MapFit, dot: MapDot): void {
    const { x, y } = fit.pixel(dot.at);
    ctx.beginPath();
    ctx.arc(x, y, dot.strong ? 7 : 5, 0, 2 * Math.PI);
    ctx.fillStyle = dot.colour;
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = palette().ground;
    ctx.stroke();
  }

  /** The chosen car first; of cars that drive in a bunch not all have room for theirs. */
  private drawLabels(ctx: CanvasRenderingContext2D, fit: MapFit, dots: MapDot[]): Label[] {
    const drawn: Label[] = [];
    ctx.lineWidth = 3;
    ctx.strokeStyle = palette().ground;
    for (const dot of dots.filter(({ at }) => inSight(fit.pixel(at), this.size))) {
      const width = ctx.measureText(dot.label).width;
      const label = { ...labelOfDot(fit.pixel(dot.at), width, this.size), width };
      if (!collides(label, drawn)) {
        drawn.push(label);
        ctx.strokeText(dot.label, label.x, label.y);
        ctx.fillStyle = dot.colour;
        ctx.fillText(dot.label, label.x, label.y);
      }
    }
    return drawn;
  }

  private get size(): { width: number; height: number } {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  /** Sized to the screen's own pixels and empty. */
  private cleared(canvas: HTMLCanvasElement | null): CanvasRenderingContext2D | null {
    const ctx = canvas?.getContext('2d') ?? null;
    if (!canvas || !ctx) {
      return null;
    }
    const scale = devicePixelRatio;
    canvas.width = Math.round(this.clientWidth * scale);
    canvas.height = Math.round(this.clientHeight * scale);
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    return ctx;
  }
}
