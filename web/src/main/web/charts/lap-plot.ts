import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import uPlot from 'uplot';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import { axisNumber } from '../model/format.js';
import type { Range } from '../model/plot-link.js';
import { LapDrawing } from './lap-drawing.js';
import { pointBeside, pointNear, type LapPicture, type LapPoint } from './lap-picture.js';
import { uplotStyles } from './uplot-styles.js';

const REACH_PIXELS = 48;
const SMALLEST_ZOOM_PIXELS = 8;
const Y_AXIS_WIDTH = 52;
const X_AXIS_HEIGHT = 22;
/** uPlot keeps scales and axes here; what is drawn is the picture. */
const EMPTY: uPlot.AlignedData = [
  [0, 1],
  [null, null],
];
const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/**
 * Lines of laps of several cars, with flags, trends and a label at the right end of each. It tells what is pointed at by
 * `point-over` (detail: LapPoint or null) and what is chosen by `lap-of-car-chosen`; by mouse, finger and arrow keys.
 */
@customElement('vc-lap-plot')
export class LapPlot extends LitElement {
  static override styles = [
    base,
    uplotStyles,
    css`
      :host {
        position: relative;
        overflow: hidden;
      }
      .host {
        position: absolute;
        inset: 0;
      }
    `,
  ];

  @property({ attribute: false }) picture!: LapPicture;
  @property({ attribute: false }) xLabel: (x: number) => string = String;
  /** Writes a number of the y axis, on which the next one is a step away. */
  @property({ attribute: false }) yLabel: (y: number, step: number) => string = axisNumber;
  /** Room for the labels at the right. */
  @property({ type: Number }) labelWidth = 40;
  /** Small y at the top: who is ahead stands above. */
  @property({ type: Boolean }) reversed = false;
  /** Only whole numbers on the x axis. */
  @property({ type: Boolean }) wholeX = false;
  @property() what = '';
  /** Where the moment that is pointed at lies in x. */
  @property({ attribute: false }) cursor: number | null = null;
  @query('.host') private host!: HTMLElement;

  private plot: uPlot | null = null;
  private zoom: Range | null = null;
  private pointed: LapPoint | null = null;
  private readonly sized = new ResizeObserver(() => this.place());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
  }

  override render() {
    return html`<div
      class="host"
      tabindex="0"
      role="application"
      aria-label="${this.what}. Arrow keys go from lap to lap, Enter opens one."
      @keydown=${this.onKey}
      @pointermove=${this.onMove}
      @pointerleave=${() => this.pointAt(null)}
      @blur=${() => this.pointAt(null)}
      @click=${this.onClick}
    ></div>`;
  }

  override firstUpdated(): void {
    this.plot = new uPlot(this.options(), EMPTY, this.host);
    this.place();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('wholeX') || changed.has('xLabel')) {
      this.zoom = null;
    }
    if (changed.size === 1 && changed.has('cursor')) {
      this.plot?.redraw(false, false);
    } else {
      this.showRange();
    }
  }

  private place(): void {
    const { clientWidth, clientHeight } = this;
    if (this.plot && clientWidth > 0 && clientHeight > 0) {
      this.plot.setSize({ width: clientWidth, height: clientHeight });
    }
  }

  private showRange(): void {
    const [min, max] = this.zoom ?? this.picture.rangeX;
    const [low, high] = this.picture.rangeY;
    this.plot?.batch(() => {
      this.plot?.setScale('x', { min, max });
      this.plot?.setScale('y', { min: low, max: high });
    });
    // The picture may have changed where its ranges have not.
    this.plot?.redraw(false, false);
  }

  private options(): uPlot.Options {
    const colours = palette();
    const axis: uPlot.Axis = {
      stroke: colours.textThird,
      font: colours.font,
      grid: { stroke: colours.line, width: 1 },
      ticks: { show: false },
    };
    return {
      width: 100,
      height: 60,
      padding: [12, () => this.labelWidth, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: false, auto: false, range: (_, min, max) => [min, max] },
        y: { auto: false, dir: this.reversed ? -1 : 1, range: (_, min, max) => [min, max] },
      },
      axes: [
        {
          ...axis,
          size: X_AXIS_HEIGHT,
          gap: 2,
          space: 56,
          // Laps are whole; seconds are shown as minutes, so they are divided by sixty.
          incrs: () => (this.wholeX ? [1, 2, 5, 10, 20, 50, 100, 200] : [10, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200]),
          values: (_, splits) => splits.map((x) => this.xLabel(x)),
        },
        { ...axis, size: Y_AXIS_WIDTH, gap: 4, space: 30, values: (_, splits, __, ___, step) => splits.map((y) => this.yLabel(y, step)) },
      ],
      series: [{}, { show: true }],
      cursor: {
        x: false,
        y: false,
        points: { show: false },
        drag: { x: true, y: false, setScale: false },
        bind: { dblclick: () => () => (this.zoomTo(null), null) },
      },
      hooks: {
        setSelect: [(plot) => this.selected(plot)],
        drawAxes: [(plot) => new LapDrawing(plot, this.picture, this.pointed).beneath()],
        draw: [(plot) => new LapDrawing(plot, this.picture, this.pointed).above(this.cursor)],
      },
    };
  }

  private selected(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width >= SMALLEST_ZOOM_PIXELS) {
      this.zoomTo([plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')]);
    }
    if (width > 0) {
      plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }
  }

  private zoomTo(range: Range | null): void {
    this.zoom = range;
    this.showRange();
  }

  private near(event: MouseEvent): LapPoint | null {
    const { plot } = this;
    if (!plot) {
      return null;
    }
    const box = plot.over.getBoundingClientRect();
    const toPixels = (point: LapPoint): [number, number] => [plot.valToPos(point.x, 'x'), plot.valToPos(point.y, 'y')];
    return pointNear(this.picture, toPixels, [event.clientX - box.left, event.clientY - box.top], REACH_PIXELS);
  }

  private readonly onMove = (event: PointerEvent): void => this.pointAt(this.near(event));

  private readonly onClick = (event: MouseEvent): void => this.choose(this.near(event));

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      this.choose(this.pointed);
    } else if (ARROWS.has(event.key)) {
      event.preventDefault();
      // The same keys move the time of the page.
      event.stopPropagation();
      this.pointAt(pointBeside(this.picture, this.pointed, this.reversed ? turned(event.key) : event.key));
    }
  };

  private choose(point: LapPoint | null): void {
    if (point && point.lap !== null) {
      this.dispatchEvent(new CustomEvent('lap-of-car-chosen', { detail: point, bubbles: true, composed: true }));
    }
  }

  private pointAt(point: LapPoint | null): void {
    if (point !== this.pointed) {
      this.pointed = point;
      this.dispatchEvent(new CustomEvent('point-over', { detail: point, bubbles: true, composed: true }));
      this.plot?.redraw(false, false);
    }
  }
}

function turned(key: string): string {
  return key === 'ArrowUp' ? 'ArrowDown' : key === 'ArrowDown' ? 'ArrowUp' : key;
}
