import type uPlot from 'uplot';
import { palette } from '../design/palette.js';
import { FLAG_WORDS, type SlowingFlag } from '../model/flag-periods.js';
import { spreadLabels } from '../model/spread-labels.js';
import { drawProvisional } from './provisional-band.js';
import { labelAt, type FlagBand, type LapLine, type LapPicture, type LapPoint, type TrendLine } from './lap-picture.js';

const POINT = 3;
const LABEL_HEIGHT = 13;
const LABEL_GAP = 6;

/** Draws a picture of laps into a plot; pixels are those of the canvas. */
export class LapDrawing {
  private readonly context: CanvasRenderingContext2D;
  private readonly ratio = devicePixelRatio;

  constructor(
    private readonly plot: uPlot,
    private readonly picture: LapPicture,
    private readonly pointed: LapPoint | null,
  ) {
    this.context = plot.ctx;
  }

  beneath(): void {
    this.clipped(() => {
      drawProvisional(this.plot, this.picture.provisionalFrom);
      this.picture.bands.forEach((band) => this.band(band));
      if (this.picture.withZero) {
        this.path(palette().textThird, 1, [], [[this.plot.scales['x']?.min ?? 0, 0], [this.plot.scales['x']?.max ?? 0, 0]]);
      }
    });
  }

  above(cursor: number | null): void {
    this.clipped(() => {
      if (cursor !== null) {
        this.upright(cursor);
      }
      this.picture.lines.forEach((line) => this.line(line));
      this.picture.trends.forEach((trend) => this.trend(trend));
      this.picture.lines.forEach((line) => line.points.forEach((point) => point && this.point(point, line)));
    });
    this.labels();
  }

  private clipped(draw: () => void): void {
    const { context, plot } = this;
    const { left, top, width, height } = plot.bbox;
    context.save();
    context.beginPath();
    // A point at the edge of the range is drawn whole.
    context.rect(left - 5 * this.ratio, top - 5 * this.ratio, width + 10 * this.ratio, height + 10 * this.ratio);
    context.clip();
    context.font = scaledFont(this.ratio);
    draw();
    context.restore();
  }

  private band({ flag, from, to }: FlagBand): void {
    const { context, plot } = this;
    const { top, height, left, width } = plot.bbox;
    const begin = Math.max(left, this.x(from));
    const end = Math.min(left + width, this.x(to));
    if (end <= begin) {
      return;
    }
    context.fillStyle = bandColour(flag);
    context.fillRect(begin, top, Math.max(end - begin, this.ratio), height);
    context.fillStyle = palette().textSecond;
    context.textAlign = 'left';
    context.textBaseline = 'bottom';
    context.fillText(FLAG_WORDS[flag].short, begin + 2 * this.ratio, top + height - 2 * this.ratio);
  }

  private line({ points, colour, strong, car }: LapLine): void {
    const lit = this.pointed?.car === car;
    let run: [number, number][] = [];
    const end = (): void => {
      this.path(colour, strong || lit ? 2 : 1, [], run);
      run = [];
    };
    points.forEach((point) => (point ? run.push([point.x, point.y]) : end()));
    end();
  }

  private trend({ from, to, colour, label }: TrendLine): void {
    // The one with its slope written is that of the chosen car; the others stand behind it.
    this.path(label === null ? `${colour}80` : colour, label === null ? 1 : 1.5, [5, 4], [[...from], [...to]]);
    if (label !== null) {
      const { context } = this;
      const x = (this.x(from[0]) + this.x(to[0])) / 2;
      const y = this.y((from[1] + to[1]) / 2) - 5 * this.ratio;
      context.textAlign = 'center';
      context.textBaseline = 'bottom';
      this.written(label, x, y, colour);
    }
  }

  private point(point: LapPoint, { colour, strong }: LapLine): void {
    const { context, ratio } = this;
    const x = this.x(point.x);
    const y = this.y(point.y);
    const { pointed } = this;
    const lit = pointed !== null && pointed.car === point.car && pointed.lap === point.lap && pointed.x === point.x;
    const size = (POINT + (strong ? 0.5 : 0) + (lit ? 2 : 0)) * ratio;
    if (point.shape !== 'none' || lit) {
      context.beginPath();
      if (point.shape === 'up' || point.shape === 'down') {
        const tip = point.shape === 'up' ? -size : size;
        context.moveTo(x, y + tip);
        context.lineTo(x + size, y - tip);
        context.lineTo(x - size, y - tip);
        context.closePath();
      } else {
        context.arc(x, y, size, 0, 2 * Math.PI);
      }
      context.fillStyle = point.shape === 'hollow' ? palette().panel : colour;
      context.strokeStyle = colour;
      context.lineWidth = 1.25 * ratio;
      context.setLineDash(point.provisional ? [1.5 * ratio, 1.5 * ratio] : []);
      context.fill();
      context.stroke();
      context.setLineDash([]);
    }
    if (point.crossed) {
      context.lineWidth = 1.25 * ratio;
      context.strokeStyle = colour;
      context.beginPath();
      context.moveTo(x - size - 2 * ratio, y);
      context.lineTo(x + size + 2 * ratio, y);
      context.stroke();
    }
    if (point.letter !== null) {
      const beneath = point.shape === 'up';
      context.textAlign = 'center';
      context.textBaseline = beneath ? 'top' : 'bottom';
      this.written(point.letter, x, y + (beneath ? 1 : -1) * (size + 2 * ratio), colour);
    }
  }

  /** Text on the colour of the panel, so that no line goes through it. */
  private written(text: string, x: number, y: number, colour: string): void {
    const { context } = this;
    context.lineWidth = 3 * this.ratio;
    context.lineJoin = 'round';
    context.strokeStyle = palette().panel;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  private labels(): void {
    const { context, plot, ratio } = this;
    const { left, top, width, height } = plot.bbox;
    const lines = [...this.picture.lines].reverse().filter((line) => line.points.some((point) => point !== null));
    const wanted = lines.map((line) => this.y(labelAt(line)));
    const places = spreadLabels(wanted, LABEL_HEIGHT * ratio, top + 4 * ratio, top + height - 4 * ratio);
    const x = left + width + LABEL_GAP * ratio;
    context.save();
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    lines.forEach((line, i) => {
      const y = places[i];
      if (y !== null && y !== undefined) {
        context.font = scaledFont(ratio, line.strong || line.car === this.pointed?.car);
        context.fillStyle = line.colour;
        context.fillText(line.label, x, y);
      }
    });
    context.restore();
  }

  private upright(x: number): void {
    const { min, max } = this.plot.scales['y'] ?? {};
    this.path(palette().textSecond, 1, [], [[x, min ?? 0], [x, max ?? 0]]);
  }

  private path(colour: string, width: number, dash: number[], points: [number, number][]): void {
    const { context, ratio } = this;
    context.strokeStyle = colour;
    context.lineWidth = width * ratio;
    context.setLineDash(dash.map((each) => each * ratio));
    context.beginPath();
    points.forEach(([x, y]) => context.lineTo(this.x(x), this.y(y)));
    context.stroke();
    context.setLineDash([]);
  }

  private x(value: number): number {
    return this.plot.valToPos(value, 'x', true);
  }

  private y(value: number): number {
    return this.plot.valToPos(value, 'y', true);
  }
}

/** Fonts of page.css are in pixels of the page, a canvas counts its own. */
function scaledFont(ratio: number, bold = false): string {
  const scaled = palette().font.replace(/^(\d+(?:\.\d+)?)px/, (_, size: string) => `${Number(size) * ratio}px`);
  return bold ? `700 ${scaled}` : scaled;
}

/** Colours of page.css are written as #rrggbb. */
function bandColour(flag: SlowingFlag): string {
  const colours = palette();
  return `${flag === 'red' ? colours.bad : colours.warn}${flag === 'yellow' ? '1c' : '33'}`;
}
