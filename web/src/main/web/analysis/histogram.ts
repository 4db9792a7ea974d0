import { css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { Plane, cleared } from '../charts/plane.js';
import { palette } from '../design/palette.js';
import { rowAt, type Rows } from '../model/aligned.js';
import { lookOf, usualChannels } from '../model/channel-look.js';
import { binsFor, shares, summaryOf, type BinGrid, type Summary } from '../model/distribution.js';
import { channelTitle, value } from '../model/format.js';
import { Once } from '../model/once.js';
import { PointerListener } from '../model/pointer-listener.js';
import { SelectedSamples } from '../model/selected-samples.js';
import { AnalysisPanel } from './analysis-panel.js';

interface Drawn {
  grid: BinGrid | null;
  own: number[];
  beside: number[] | null;
  summary: Summary | null;
  besideSummary: Summary | null;
}

/** The share of the time at each value of a channel. Options: `of`, `with`, `channel`. */
@customElement('vc-histogram')
export class Histogram extends AnalysisPanel {
  static override styles = [
    ...AnalysisPanel.styles,
    css`
      canvas {
        width: 100%;
        height: 100%;
      }
    `,
  ];

  @query('canvas') private canvas!: HTMLCanvasElement | null;

  private readonly samples = new SelectedSamples(this, () => this.wanted(this.shownChannel));
  private readonly beside = new SelectedSamples(this, () => this.wantedBeside(this.shownChannel));
  private readonly drawn = new Once<Drawn>();
  private readonly bars = new Once<true>();
  private readonly sizes = new ResizeObserver(() => this.drawMoment());
  private plane: Plane | null = null;
  private pointedBin = -1;

  constructor() {
    super();
    new PointerListener(this, () => this.screen.drawSoon());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  private get shownChannel(): string[] {
    const name = this.channel(this.option('channel', 'speed'))?.name ?? usualChannels(this.channels)[0];
    return name === undefined ? [] : [name];
  }

  private get name(): string {
    return this.shownChannel[0] ?? '';
  }

  override render() {
    const drawn = this.shares();
    return html`<div class="tools">${this.selectionBar()} ${this.channelSelect('channel', 'Channel', this.name)}
        ${this.pngButton(`Histogram of ${channelTitle(this.name)}`, 'histogram')}</div>
      <div class="body">
        <canvas
          role="img"
          aria-label=${labelOf(channelTitle(this.name), drawn.summary)}
          data-testid="histogram"
          data-bins=${drawn.own.length}
          @pointermove=${this.point}
          @pointerleave=${() => this.pointAt(-1)}
        ></canvas>
        ${this.note(this.samples) ?? nothing}
      </div>
      <div class="numbers">
        ${this.numbers(drawn.summary, drawn.besideSummary)}
        <span class="read second" data-testid="bin-read"></span>
        ${this.basis(this.samples)}
      </div>`;
  }

  private shares(): Drawn {
    const { rows } = this.samples;
    const besideRows = this.beside.rows;
    return this.drawn.get([rows, besideRows, this.name], () => {
      const valuesOf = (of: Rows | null): Float64Array => of?.columns[0] ?? new Float64Array();
      const grid = binsFor([valuesOf(rows), valuesOf(besideRows)], lookOf(this.name).whole ?? false);
      return {
        grid,
        own: grid && rows ? shares(valuesOf(rows), rows.dt, grid) : [],
        beside: grid && besideRows ? shares(valuesOf(besideRows), besideRows.dt, grid) : null,
        summary: rows ? summaryOf(valuesOf(rows), rows.dt) : null,
        besideSummary: besideRows ? summaryOf(valuesOf(besideRows), besideRows.dt) : null,
      };
    });
  }

  private numbers(own: Summary | null, beside: Summary | null) {
    const label = this.beside.wanted?.span.label;
    const number = (title: string, of: (summary: Summary) => number, testId: string) => html`<div>
      <dt>${title}</dt>
      <dd data-testid=${testId}>${value(own && of(own))}</dd>
      ${label === undefined ? nothing : html`<dd class="reference">${value(beside && of(beside))}</dd>`}
    </div>`;
    return html`<dl>
      ${label === undefined ? nothing : html`<div><dt class="reference">outline: ${label}</dt></div>`}
      ${number('mean', (each) => each.mean, 'mean')} ${number('median', (each) => each.median, 'median')}
      ${number('5 %', (each) => each.p5, 'p5')} ${number('95 %', (each) => each.p95, 'p95')}
      ${number('min', (each) => each.min, 'min')} ${number('max', (each) => each.max, 'max')}
    </dl>`;
  }

  protected override drawMoment(): void {
    const drawn = this.shares();
    const { canvas } = this;
    if (canvas) {
      const marked = drawn.grid ? this.markedBin(drawn.grid) : -1;
      const { clientWidth, clientHeight } = canvas;
      this.bars.get([drawn, marked, this.titleOf(this.name), clientWidth, clientHeight, devicePixelRatio], () => this.draw(canvas, drawn, marked));
    }
  }

  private draw(canvas: HTMLCanvasElement, { grid, own, beside, summary }: Drawn, marked: number): true {
    const ctx = cleared(canvas, canvas.clientWidth, canvas.clientHeight);
    if (!ctx || !grid) {
      return true;
    }
    const most = Math.max(...own, ...(beside ?? [])) * 100 || 1;
    const plane = (this.plane = new Plane(
      { title: this.titleOf(this.name), min: grid.from, max: grid.from + grid.count * grid.width, whole: lookOf(this.name).whole ?? false },
      { title: '% of the time', min: 0, max: most * 1.06 },
      { width: canvas.clientWidth, height: canvas.clientHeight },
    ));
    plane.drawAxes(ctx);
    plane.clipped(ctx, () => {
      this.drawBars(ctx, plane, grid, own, marked);
      if (beside) {
        drawOutline(ctx, plane, grid, beside);
      }
      if (summary) {
        drawMedian(ctx, plane, summary.median);
      }
    });
    return true;
  }

  private drawBars(ctx: CanvasRenderingContext2D, plane: Plane, grid: BinGrid, own: number[], marked: number): void {
    const colours = palette();
    own.forEach((share, i) => {
      const left = plane.px(grid.from + i * grid.width);
      const top = plane.py(share * 100);
      ctx.fillStyle = i === marked ? colours.text : colours.other;
      ctx.fillRect(left + 0.5, top, Math.max(1, plane.perX * grid.width - 1), plane.top + plane.height - top);
    });
    const read = this.renderRoot.querySelector('[data-testid=bin-read]');
    if (read) {
      const from = grid.from + marked * grid.width;
      const range = lookOf(this.name).whole ? value(from + 0.5, true) : `${value(from)} to ${value(from + grid.width)}`;
      read.textContent = marked < 0 ? '' : `${range}: ${(100 * (own[marked] ?? 0)).toFixed(1)} %`;
    }
  }

  /** The bin that is pointed at here, else the one that holds the moment that is pointed at elsewhere. */
  private markedBin(grid: BinGrid): number {
    const { rows } = this.samples;
    const at = this.momentShown();
    if (this.pointedBin >= 0 || !rows || at === null) {
      return this.pointedBin;
    }
    const row = rowAt(rows, at);
    return row < 0 ? -1 : Math.floor(((rows.columns[0]?.[row] ?? NaN) - grid.from) / grid.width);
  }

  private point({ offsetX, offsetY }: PointerEvent): void {
    const { plane } = this;
    const { grid } = this.shares();
    if (plane && grid) {
      this.pointAt(plane.contains(offsetX, offsetY) ? Math.floor((offsetX - plane.left) / (plane.perX * grid.width)) : -1);
    }
  }

  private pointAt(bin: number): void {
    this.pointedBin = bin;
    this.screen.drawSoon();
  }

  override updated(): void {
    this.drawMoment();
  }
}

const labelOf = (title: string, summary: Summary | null): string =>
  summary ? `Histogram of ${title}: mean ${value(summary.mean)}, median ${value(summary.median)}` : `Histogram of ${title}`;

function drawOutline(ctx: CanvasRenderingContext2D, plane: Plane, grid: BinGrid, bins: number[]): void {
  ctx.strokeStyle = palette().reference;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(plane.px(grid.from), plane.py(0));
  bins.forEach((share, i) => {
    ctx.lineTo(plane.px(grid.from + i * grid.width), plane.py(share * 100));
    ctx.lineTo(plane.px(grid.from + (i + 1) * grid.width), plane.py(share * 100));
  });
  ctx.lineTo(plane.px(grid.from + grid.count * grid.width), plane.py(0));
  ctx.stroke();
}

function drawMedian(ctx: CanvasRenderingContext2D, plane: Plane, median: number): void {
  const colours = palette();
  const x = Math.round(plane.px(median)) + 0.5;
  ctx.strokeStyle = colours.text;
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(x, plane.top);
  ctx.lineTo(x, plane.top + plane.height);
  ctx.stroke();
  ctx.setLineDash([]);
}
