import type uPlot from 'uplot';
import { palette } from '../design/palette.js';

/** Gates and the like across a panel, at a place of the x axis. */
export interface PanelMark {
  x: number;
  label: string;
}

/** Upright lines at the marks, and the line of zero where asked for. */
export function drawMarks(plot: uPlot, marks: PanelMark[], withZero: boolean): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = palette().lineStrong;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  if (withZero) {
    const zero = Math.round(plot.valToPos(0, 'y', true)) + 0.5;
    ctx.moveTo(bbox.left, zero);
    ctx.lineTo(bbox.left + bbox.width, zero);
  }
  for (const mark of marks) {
    const x = Math.round(plot.valToPos(mark.x, 'x', true)) + 0.5;
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
  }
  ctx.stroke();
  ctx.restore();
}

/** Above zero the reference is ahead, below it the other: filled in the colour of who is. */
export function whoIsAhead(plot: uPlot): CanvasGradient | string {
  const { top, height } = plot.bbox;
  const colours = palette();
  const zero = (plot.valToPos(0, 'y', true) - top) / height;
  if (!(zero > 0 && zero < 1)) {
    return 'transparent';
  }
  const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height);
  gradient.addColorStop(0, translucent(colours.reference));
  gradient.addColorStop(zero, translucent(colours.reference));
  gradient.addColorStop(zero, translucent(colours.other));
  gradient.addColorStop(1, translucent(colours.other));
  return gradient;
}

/** Colours of page.css are written as #rrggbb. */
const translucent = (colour: string): string => `${colour}59`;

/** Leaves air above and below, and a constant channel its own line in the middle. */
export function paddedRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null) {
    return [0, 1];
  }
  const air = max - min > 0 ? (max - min) * 0.08 : Math.max(1, Math.abs(max) * 0.1);
  return [min - air, max + air];
}

/** The usual range, or as far beyond it as the data goes: nothing is cut off. */
export function atLeast(usual: readonly [number, number], min: number | null, max: number | null): [number, number] {
  const [low, high] = usual;
  if (min === null || max === null || (min >= low && max <= high)) {
    return [low, high];
  }
  const [paddedLow, paddedHigh] = paddedRange(Math.min(low, min), Math.max(high, max));
  return [min < low ? paddedLow : low, max > high ? paddedHigh : high];
}
