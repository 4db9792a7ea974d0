import type uPlot from 'uplot';
import { palette } from '../design/palette.js';

const STRIPES = 7;

/** Hatches a plot from a place of its x axis to the end: what is there may still change. */
export function drawProvisional(plot: uPlot, from: number | null): void {
  const { ctx, bbox } = plot;
  const right = bbox.left + bbox.width;
  const left = from === null ? right : Math.max(bbox.left, plot.valToPos(from, 'x', true));
  if (right - left < 1) {
    return;
  }
  const step = STRIPES * devicePixelRatio;
  const bottom = bbox.top + bbox.height;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, bbox.top, right - left, bbox.height);
  ctx.clip();
  ctx.strokeStyle = palette().lineStrong;
  ctx.globalAlpha = 0.75;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  // On one grid whatever the left edge: the stripes stand still while the band moves.
  for (let x = Math.floor((left - bbox.height) / step) * step; x < right; x += step) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}
