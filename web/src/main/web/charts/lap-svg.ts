import { nothing, svg, type SVGTemplateResult } from 'lit';
import { FLAG_WORDS } from '../model/flag-periods.js';
import { spreadLabels } from '../model/spread-labels.js';
import { labelAt, type FlagBand, type LapLine, type LapPicture, type LapPoint, type TrendLine } from './lap-picture.js';
import { ticks } from './ticks.js';

/** How a picture of laps is put on paper; pixels. */
export interface Sheet {
  width: number;
  height: number;
  xLabel: (x: number) => string;
  /** The next number of the axis is a step away. */
  yLabel: (y: number, step: number) => string;
  /** What x and y are. */
  xTitle: string;
  yTitle: string;
  /** Small y at the top. */
  reversed: boolean;
  labelWidth: number;
}

const LEFT = 46;
const TOP = 16;
const BOTTOM = 30;
const LABEL_HEIGHT = 11;
const X_STEPS = [1, 2, 5, 10, 20, 50, 100, 200];
const X_SPACE = 34;
const Y_SPACE = 26;
/** Strokes tell lines apart on a printer without colour. */
const STROKES = ['', '6 2', '2 2', '8 2 2 2', '4 3', '1 2'];

/** Draws a picture of laps as SVG: it is sharp at any size, and prints. */
export function lapSvg(picture: LapPicture, sheet: Sheet): SVGTemplateResult {
  const place = new Placing(picture, sheet);
  const ys = ticks(picture.rangeY, (sheet.height - TOP - BOTTOM) / Y_SPACE, null);
  return svg`<g>
    ${picture.bands.map((band) => drawBand(band, place))}
    ${ticks(picture.rangeX, (sheet.width - LEFT - sheet.labelWidth) / X_SPACE, X_STEPS).map((x) => place.xTick(x))}
    ${ys.map((y) => place.yTick(y, ys.length < 2 ? y : (ys[1] ?? 0) - (ys[0] ?? 0)))}
    <text class="axis" x=${place.right} y=${sheet.height - 4} text-anchor="end">${sheet.xTitle}</text>
    <text class="axis" x="0" y="9">${sheet.yTitle}</text>
    ${picture.trends.map((trend) => drawTrend(trend, place))}
    ${picture.lines.map((line, i) => drawLine(line, STROKES[i % STROKES.length] ?? '', place))}
    ${drawLabels(picture.lines, place)}
  </g>`;
}

/** Where numbers lie on the sheet. */
class Placing {
  readonly right: number;
  readonly bottom: number;

  constructor(
    private readonly picture: LapPicture,
    private readonly sheet: Sheet,
  ) {
    this.right = sheet.width - sheet.labelWidth;
    this.bottom = sheet.height - BOTTOM;
  }

  x(value: number): number {
    const [from, to] = this.picture.rangeX;
    const share = Math.min(1, Math.max(0, (value - from) / (to - from || 1)));
    return LEFT + share * (this.right - LEFT);
  }

  y(value: number): number {
    const [low, high] = this.picture.rangeY;
    const share = Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
    return this.sheet.reversed ? TOP + share * (this.bottom - TOP) : this.bottom - share * (this.bottom - TOP);
  }

  xTick(value: number): SVGTemplateResult {
    const x = this.x(value).toFixed(1);
    return svg`<line class="grid" x1=${x} x2=${x} y1=${TOP} y2=${this.bottom}></line>
      <text class="axis" x=${x} y=${this.bottom + 12} text-anchor="middle">${this.sheet.xLabel(value)}</text>`;
  }

  yTick(value: number, step: number): SVGTemplateResult {
    const y = this.y(value);
    return svg`<line class=${value === 0 && this.picture.withZero ? 'zero' : 'grid'} x1=${LEFT} x2=${this.right} y1=${y.toFixed(1)} y2=${y.toFixed(1)}></line>
      <text class="axis" x=${LEFT - 5} y=${(y + 3).toFixed(1)} text-anchor="end">${this.sheet.yLabel(value, step)}</text>`;
  }

  /** Whether y is within the picture: a line that leaves it is cut off. */
  inside(value: number): boolean {
    const [low, high] = this.picture.rangeY;
    return value >= low && value <= high;
  }

  get top(): number {
    return TOP;
  }
}

function drawBand({ flag, from, to }: FlagBand, place: Placing): SVGTemplateResult {
  const [left, right] = [place.x(from), place.x(to)];
  return svg`<rect class="band" x=${left.toFixed(1)} width=${Math.max(1, right - left).toFixed(1)} y=${place.top} height=${place.bottom - place.top}></rect>
    <text class="axis" x=${(left + 2).toFixed(1)} y=${place.bottom - 3}>${FLAG_WORDS[flag].short}</text>`;
}

function drawTrend({ from, to, colour }: TrendLine, place: Placing): SVGTemplateResult {
  return svg`<line class="trend" stroke=${colour} x1=${place.x(from[0]).toFixed(1)} y1=${place.y(from[1]).toFixed(1)}
    x2=${place.x(to[0]).toFixed(1)} y2=${place.y(to[1]).toFixed(1)}></line>`;
}

function drawLine({ points, colour }: LapLine, strokes: string, place: Placing): SVGTemplateResult {
  let d = '';
  let before: LapPoint | null = null;
  for (const point of points) {
    if (point !== null && place.inside(point.y)) {
      d += `${before === null ? 'M' : 'L'}${place.x(point.x).toFixed(1)} ${place.y(point.y).toFixed(1)}`;
      before = point;
    } else {
      before = null;
    }
  }
  return svg`<path class="line" stroke=${colour} stroke-dasharray=${strokes === '' ? nothing : strokes} d=${d}></path>
    ${points.map((point) => (point === null || point.shape === 'none' ? nothing : drawPoint(point, colour, place)))}`;
}

function drawPoint(point: LapPoint, colour: string, place: Placing): SVGTemplateResult {
  const [x, y] = [place.x(point.x), place.y(point.y)];
  const { shape } = point;
  const across = point.crossed ? svg`<line stroke=${colour} x1=${(x - 5).toFixed(1)} x2=${(x + 5).toFixed(1)} y1=${y.toFixed(1)} y2=${y.toFixed(1)}></line>` : nothing;
  const letter =
    point.letter === null
      ? nothing
      : svg`<text class="letter" x=${x.toFixed(1)} y=${(y + (shape === 'up' ? 12 : -5)).toFixed(1)} text-anchor="middle" fill=${colour}>${point.letter}</text>`;
  if (shape === 'up' || shape === 'down') {
    const tip = shape === 'up' ? -3 : 3;
    return svg`<path fill=${colour} d="M${x.toFixed(1)} ${(y + tip).toFixed(1)}l3 ${-2 * tip}h-6z"></path>${letter}${across}`;
  }
  return svg`<circle cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="2" stroke=${colour} fill=${shape === 'filled' ? colour : 'white'}
    stroke-dasharray=${point.provisional ? '1 1' : nothing}></circle>${letter}${across}`;
}

function drawLabels(lines: readonly LapLine[], place: Placing): SVGTemplateResult[] {
  const shown = lines.filter((line) => line.points.some((point) => point !== null));
  const places = spreadLabels(shown.map((line) => place.y(labelAt(line))), LABEL_HEIGHT, place.top + 4, place.bottom);
  return shown.map((line, i) => {
    const y = places[i];
    return y === null || y === undefined
      ? svg``
      : svg`<text class="label" x=${place.right + 5} y=${(y + 3.5).toFixed(1)} fill=${line.colour}>${line.label}</text>`;
  });
}
