import uPlot from 'uplot';
import { palette } from '../design/palette.js';
import { deltaRange } from '../model/delta-range.js';
import { axisNumber } from '../model/format.js';
import { indexNear, type PlotLink } from '../model/plot-link.js';
import type { Anchor } from '../model/zoom.js';
import { atLeast, drawMarks, paddedRange, whoIsAhead, type PanelMark } from './panel-drawing.js';
import { PlotGestures } from './plot-gestures.js';
import { drawProvisional } from './provisional-band.js';

export interface TraceLine {
  label: string;
  colour: string;
  /** Lengths of strokes and gaps; absent: solid. */
  dash?: number[] | undefined;
}

/** One panel of a stack. */
export interface PanelSpec {
  key: string;
  title: string;
  unit: string;
  lines: TraceLine[];
  /** Range of y that is always in sight; absent: scaled to the data. */
  range?: readonly [number, number] | undefined;
  /** Drawn in steps, on an axis of whole numbers. */
  whole?: boolean | undefined;
  /** Draws the line of zero, which is always in sight: a difference. */
  difference?: boolean | undefined;
  /** Share of the height against the other panels. */
  weight?: number | undefined;
}

/** x and one y a line; each x may hold null where there is nothing. */
export type PanelData = [ArrayLike<number>, ...ArrayLike<number | null>[]];

/** Where a panel stands in its stack. */
export interface PanelPlacing {
  zoomable: boolean;
  label: (x: number) => string;
  /** From here on the samples may still change; null: no one may. */
  provisionalFrom: () => number | null;
  /** Pointers that hold a panel of the stack. */
  held: Map<number, Anchor>;
}

/** Equal for all panels, so that the same x stands above the same x. */
const Y_AXIS_WIDTH = 46;
const X_AXIS_HEIGHT = 22;
/** The label of a panel stands above its trace, never on it. */
const LABEL_HEIGHT = 20;
const WHOLE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const SMALLEST_ZOOM_PIXELS = 6;
/** uPlot hides a cursor at a negative place. */
const OUT_OF_SIGHT = -10;

/** One uPlot, tied to the cursor and the zoom of its view. */
export class TracePanel {
  private readonly plot: uPlot;
  private readonly markLine = document.createElement('div');
  private readonly measured = document.createElement('div');
  private marks: PanelMark[] = [];
  private withXAxis = false;

  constructor(
    host: HTMLElement,
    private readonly spec: PanelSpec,
    private readonly link: PlotLink,
    private readonly placing: PanelPlacing,
  ) {
    this.plot = new uPlot(this.options(), emptyData(spec), host);
    this.markLine.className = 'mark off';
    this.measured.className = 'measured off';
    this.plot.over.append(this.measured, this.markLine);
    // Pointer events instead of uPlot's mouse events: a finger moves the cursor too.
    new PlotGestures(this.plot.over, link, () => this.plot.rect, placing.zoomable, placing.held);
  }

  setData(data: PanelData, marks: PanelMark[]): void {
    this.marks = marks;
    this.plot.setData(data as uPlot.AlignedData, false);
    this.showRange();
  }

  /** @param withXAxis whether it writes the numbers of the x axis: only the lowest panel does */
  place(width: number, height: number, withXAxis: boolean): void {
    this.withXAxis = withXAxis;
    this.plot.setSize({ width, height });
  }

  redraw(): void {
    this.plot.redraw(false, false);
  }

  showRange(): void {
    const [min, max] = this.link.visible;
    this.plot.setScale('x', { min, max });
  }

  showCursor(): void {
    const x = this.link.cursor;
    const left = x === null ? OUT_OF_SIGHT : this.plot.valToPos(x, 'x');
    // The width as uPlot has it: to ask the page for it would lay the page out for each panel and frame.
    const inSight = left >= 0 && left <= this.plot.bbox.width / devicePixelRatio;
    this.plot.setCursor(inSight ? { left, top: 0 } : { left: OUT_OF_SIGHT, top: OUT_OF_SIGHT }, false);
    this.showMeasured();
  }

  /** The mark, and the stretch from it to the cursor. */
  showMeasured(): void {
    const { mark, cursor } = this.link;
    this.markLine.classList.toggle('off', mark === null);
    this.measured.classList.toggle('off', mark === null || cursor === null);
    if (mark !== null) {
      const from = this.plot.valToPos(mark, 'x');
      const to = cursor === null ? from : this.plot.valToPos(cursor, 'x');
      this.markLine.style.setProperty('transform', `translateX(${from}px)`);
      this.measured.style.setProperty('transform', `translateX(${Math.min(from, to)}px)`);
      this.measured.style.setProperty('width', `${Math.abs(to - from)}px`);
    }
  }

  valuesAt(x: number): (number | null)[] {
    const index = this.hasDataAt(x) ? indexNear(this.plot.data[0], x) : -1;
    return this.plot.data.slice(1).map((line) => (index < 0 ? null : (line[index] ?? null)));
  }

  destroy(): void {
    this.plot.destroy();
  }

  /** Before the first and after the last sample nothing is known, however near they are. */
  private hasDataAt(x: number): boolean {
    const xs = this.plot.data[0];
    return xs.length > 0 && x >= (xs[0] as number) && x <= (xs[xs.length - 1] as number);
  }

  private options(): uPlot.Options {
    return {
      width: 100,
      height: 60,
      padding: [LABEL_HEIGHT, 16, () => (this.withXAxis ? 0 : 5), 0],
      legend: { show: false },
      scales: { x: { time: false, range: (_, min, max) => [min, max] }, y: this.yScale() },
      axes: [this.xAxis(), this.yAxis()],
      series: [{}, ...this.spec.lines.map((line) => this.lineOptions(line))],
      cursor: {
        y: false,
        drag: { x: this.placing.zoomable, y: false, setScale: false },
        dataIdx: (_, __, index, x) => (this.hasDataAt(x) ? index : null),
        points: { size: 7, width: 0, fill: (_, i) => this.spec.lines[i - 1]?.colour ?? '' },
        bind: { dblclick: () => () => (this.link.zoomTo(null), null) },
      },
      hooks: {
        setSelect: [(plot) => this.selected(plot)],
        drawAxes: [
          (plot) => {
            drawProvisional(plot, this.placing.provisionalFrom());
            drawMarks(plot, this.marks, this.spec.difference ?? false);
          },
        ],
        // Only now does the scale hold: a cursor placed before would stand at its old pixel.
        draw: [() => this.showCursor()],
      },
    };
  }

  private yScale(): uPlot.Scale {
    const usual = this.spec.range;
    if (usual) {
      return { range: (_, min, max) => atLeast(usual, min, max) };
    }
    if (this.spec.difference) {
      return { range: (_, min, max) => deltaRange(min, max) };
    }
    return { range: (_, min, max) => paddedRange(min, max) };
  }

  private lineOptions(line: TraceLine): uPlot.Series {
    const options: uPlot.Series = {
      label: line.label,
      stroke: line.colour,
      width: 1.25,
      ...(line.dash ? { dash: line.dash } : {}),
      points: { show: false },
    };
    if (this.spec.whole && uPlot.paths.stepped) {
      options.paths = uPlot.paths.stepped({ align: 1 });
    }
    if (this.spec.difference && this.spec.lines.length === 1) {
      options.fill = (plot) => whoIsAhead(plot);
      options.fillTo = 0;
    }
    return options;
  }

  private xAxis(): uPlot.Axis {
    const colours = palette();
    return {
      show: true,
      size: () => (this.withXAxis ? X_AXIS_HEIGHT : 0),
      stroke: colours.textThird,
      font: colours.font,
      gap: 2,
      space: 70,
      grid: { stroke: colours.line, width: 1 },
      ticks: { show: false },
      values: (_, splits) => (this.withXAxis ? splits.map(this.placing.label) : []),
    };
  }

  private yAxis(): uPlot.Axis {
    const colours = palette();
    return {
      ...(this.spec.whole ? { incrs: WHOLE_STEPS } : {}),
      size: Y_AXIS_WIDTH,
      stroke: colours.textThird,
      font: colours.font,
      gap: 4,
      space: 26,
      grid: { stroke: colours.line, width: 1 },
      ticks: { show: false },
      values: (_, splits, __, ___, step) => splits.map((y) => axisNumber(y, step)),
    };
  }

  private selected(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width >= SMALLEST_ZOOM_PIXELS) {
      this.link.zoomTo([plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')]);
    }
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  }
}

function emptyData(spec: PanelSpec): uPlot.AlignedData {
  return [[], ...spec.lines.map(() => [])] as uPlot.AlignedData;
}
