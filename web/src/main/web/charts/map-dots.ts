import { palette } from '../design/palette.js';
import type { CornerMark } from '../model/corner-marks.js';
import type { PlanePoint } from '../model/ground.js';
import { drawCornerLabels } from './corner-labels.js';
import { collides, inSight, labelOfDot, type Label, type MapFit, type MapSize } from './map-fit.js';
import type { TextWidths } from './text-widths.js';

/** A car on the map. */
export interface MapDot {
  label: string;
  at: PlanePoint;
  colour: string;
  strong: boolean;
}

/** What is drawn over the ground. */
export interface Moving {
  dots: readonly MapDot[];
  hazards: readonly PlanePoint[];
  corners: readonly CornerMark[];
}

/** Where and how large. */
export interface MapView {
  fit: MapFit;
  size: MapSize;
  /** Pixels that the line is wide to each side of its middle. */
  beside: number;
  widths: TextWidths;
}

/** Draws cars, hazards and the labels of both, and the numbers of corners where these leave room. */
export function drawMoving(ctx: CanvasRenderingContext2D, { dots, hazards, corners }: Moving, view: MapView): void {
  ctx.font = `600 ${palette().font}`;
  ctx.textBaseline = 'middle';
  const weakFirst = [...dots].sort((a, b) => Number(a.strong) - Number(b.strong));
  weakFirst.forEach((dot) => drawDot(ctx, view.fit, dot));
  hazards.forEach((hazard) => drawHazard(ctx, view.fit, hazard));
  const taken = drawLabels(ctx, view, weakFirst.reverse());
  drawCornerLabels(ctx, corners, taken, view);
}

function drawDot(ctx: CanvasRenderingContext2D, fit: MapFit, dot: MapDot): void {
  const { x, y } = fit.pixel(dot.at);
  ctx.beginPath();
  ctx.arc(x, y, dot.strong ? 7 : 5, 0, 2 * Math.PI);
  ctx.fillStyle = dot.colour;
  ctx.fill();
  ctx.lineWidth = 2;
  ctx.strokeStyle = palette().ground;
  ctx.stroke();
}

/** A triangle with its mark, as on the road. */
function drawHazard(ctx: CanvasRenderingContext2D, fit: MapFit, hazard: PlanePoint): void {
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

/** The chosen car first; of cars that drive in a bunch not all have room for theirs. */
function drawLabels(ctx: CanvasRenderingContext2D, { fit, size, widths }: MapView, dots: readonly MapDot[]): Label[] {
  const drawn: Label[] = [];
  ctx.lineWidth = 3;
  ctx.strokeStyle = palette().ground;
  for (const dot of dots.filter(({ at }) => inSight(fit.pixel(at), size))) {
    const width = widths.of(ctx, dot.label);
    const label = { ...labelOfDot(fit.pixel(dot.at), width, size), width };
    if (!collides(label, drawn)) {
      drawn.push(label);
      ctx.strokeText(dot.label, label.x, label.y);
      ctx.fillStyle = dot.colour;
      ctx.fillText(dot.label, label.x, label.y);
    }
  }
  return drawn;
}
