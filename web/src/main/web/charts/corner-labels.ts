import { palette } from '../design/palette.js';
import type { CornerMark } from '../model/corner-marks.js';
import type { MapView } from './map-dots.js';
import { collides, inSight, insideMap, type Label } from './map-fit.js';

/** Pixels from the line to the middle of a number. */
const AWAY = 13;

/** The numbers of corners beside the line, where they lie over no label of a car. */
export function drawCornerLabels(
  ctx: CanvasRenderingContext2D,
  marks: readonly CornerMark[],
  taken: readonly Label[],
  { fit, size, beside, widths }: MapView,
): void {
  const colours = palette();
  const drawn = [...taken];
  ctx.font = colours.font;
  ctx.textBaseline = 'middle';
  ctx.lineWidth = 3;
  ctx.strokeStyle = colours.ground;
  ctx.fillStyle = colours.textSecond;
  for (const { label, at, outwards } of marks.filter((mark) => inSight(fit.pixel(mark.at), size))) {
    const { x, y } = fit.pixel(at);
    const width = widths.of(ctx, label);
    const middle = { x: x + outwards.x * (AWAY + beside), y: y - outwards.y * (AWAY + beside) };
    const place = { ...insideMap({ x: middle.x - width / 2, y: middle.y }, width, size), width };
    if (!collides(place, drawn)) {
      drawn.push(place);
      ctx.strokeText(label, place.x, place.y);
      ctx.fillText(label, place.x, place.y);
    }
  }
}
