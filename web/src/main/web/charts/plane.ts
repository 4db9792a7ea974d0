import { palette } from '../design/palette.js';
import { ticks } from '../model/distribution.js';
import { axisNumber } from '../model/format.js';

/** One axis of a plane. */
export interface AxisSpec {
  title: string;
  min: number;
  max: number;
  /** Whole numbers only. */
  whole?: boolean;
  format?: (value: number) => string;
}

export interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const MARGINS: Margins = { left: 44, right: 12, top: 20, bottom: 34 };
const TICK_PIXELS = { x: 64, y: 34 };
const FEWEST_PIXELS = 40;

/** Where values lie on a canvas, and its axes. */
export class Plane {
  readonly left = MARGINS.left;
  readonly top = MARGINS.top;
  readonly width: number;
  readonly height: number;
  readonly x: AxisSpec;
  readonly y: AxisSpec;

  /** @param equal a unit is as long on both axes */
  constructor(x: AxisSpec, y: AxisSpec, size: { width: number; height: number }, equal = false) {
    this.width = Math.max(FEWEST_PIXELS, size.width - MARGINS.left - MARGINS.right);
    this.height = Math.max(FEWEST_PIXELS, size.height - MARGINS.top - MARGINS.bottom);
    this.x = x;
    this.y = y;
    if (equal) {
      const perUnit = Math.min(this.width / (x.max - x.min), this.height / (y.max - y.min));
      this.x = widened(x, this.width / perUnit);
      this.y = widened(y, this.height / perUnit);
    }
  }

  px(x: number): number {
    return this.left + ((x - this.x.min) / (this.x.max - this.x.min)) * this.width;
  }

  py(y: number): number {
    return this.top + this.height - ((y - this.y.min) / (this.y.max - this.y.min)) * this.height;
  }

  /** How many pixels a unit of x is long. */
  get perX(): number {
    return this.width / (this.x.max - this.x.min);
  }

  contains(px: number, py: number): boolean {
    return px >= this.left && px <= this.left + this.width && py >= this.top && py <= this.top + this.height;
  }

  /** What is drawn by it stays within the axes. */
  clipped(ctx: CanvasRenderingContext2D, draw: () => void): void {
    ctx.save();
    ctx.beginPath();
    ctx.rect(this.left, this.top, this.width, this.height);
    ctx.clip();
    draw();
    ctx.restore();
  }

  drawAxes(ctx: CanvasRenderingContext2D, withGrid = true): void {
    const colours = palette();
    ctx.font = colours.font;
    ctx.lineWidth = 1;
    ctx.strokeStyle = colours.line;
    ctx.fillStyle = colours.textThird;
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'right';
    ctx.beginPath();
    const ys = this.ticksOf(this.y, this.height / TICK_PIXELS.y);
    for (const at of ys) {
      const y = Math.round(this.py(at)) + 0.5;
      ctx.fillText(label(this.y, at, ys), this.left - 6, y);
      if (withGrid) {
        ctx.moveTo(this.left, y);
        ctx.lineTo(this.left + this.width, y);
      }
    }
    ctx.textAlign = 'center';
    ctx.textBaseline = 'top';
    const xs = this.ticksOf(this.x, this.width / TICK_PIXELS.x);
    for (const at of xs) {
      const x = Math.round(this.px(at)) + 0.5;
      ctx.fillText(label(this.x, at, xs), x, this.top + this.height + 5);
      if (withGrid) {
        ctx.moveTo(x, this.top);
        ctx.lineTo(x, this.top + this.height);
      }
    }
    ctx.stroke();
    this.drawFrame(ctx);
  }

  private drawFrame(ctx: CanvasRenderingContext2D): void {
    const colours = palette();
    ctx.strokeStyle = colours.lineStrong;
    ctx.beginPath();
    ctx.moveTo(this.left + 0.5, this.top);
    ctx.lineTo(this.left + 0.5, this.top + this.height + 0.5);
    ctx.lineTo(this.left + this.width, this.top + this.height + 0.5);
    ctx.stroke();
    ctx.fillStyle = colours.textSecond;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillText(this.y.title, 6, this.top / 2, this.width + this.left);
    ctx.textAlign = 'right';
    ctx.textBaseline = 'bottom';
    ctx.fillText(this.x.title, this.left + this.width, this.top + this.height + MARGINS.bottom - 1, this.width);
  }

  private ticksOf(axis: AxisSpec, most: number): number[] {
    const all = ticks(axis.min, axis.max, Math.max(2, Math.floor(most)));
    return axis.whole ? all.filter(Number.isInteger) : all;
  }
}

/** As little beyond the values as keeps them off the edge. */
export function padded([min, max]: readonly [number, number]): [number, number] {
  const air = max > min ? (max - min) * 0.04 : Math.abs(max) * 0.05 || 1;
  return [min - air, max + air];
}

function widened(axis: AxisSpec, length: number): AxisSpec {
  const more = (length - (axis.max - axis.min)) / 2;
  return { ...axis, min: axis.min - more, max: axis.max + more };
}

/** @param all numbers of the axis, of which `at` is one */
function label(axis: AxisSpec, at: number, [first = 0, second]: readonly number[]): string {
  return axis.format?.(at) ?? axisNumber(at, second === undefined ? at : second - first);
}

/** Sized to the screen's own pixels and empty; null while it has no size. */
export function cleared(canvas: HTMLCanvasElement | null, width: number, height: number): CanvasRenderingContext2D | null {
  const ctx = canvas?.getContext('2d') ?? null;
  if (!canvas || !ctx || width === 0 || height === 0) {
    return null;
  }
  const scale = devicePixelRatio;
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  // Back to what a new canvas is like; to give it its size anew would do the same and take new memory for each picture.
  ctx.restore();
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  } else {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, across, down);
  }
  ctx.save();
  ctx.setTransform(scale, 0, 0, scale, 0, 0);
  return ctx;
}
