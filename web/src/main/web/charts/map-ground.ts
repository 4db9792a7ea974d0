import { palette } from '../design/palette.js';
import { acrossStart, gateLine, type GroundLine, type PlanePoint } from '../model/ground.js';
import { Once } from '../model/once.js';
import type { Gate } from '../wire/words.js';
import { inSight, insideMap, type MapFit, type MapSize } from './map-fit.js';
import type { TextWidths } from './text-widths.js';

/** A stretch of the track that is marked: a post shows a flag. */
export interface MapStretch {
  points: PlanePoint[];
  colour: string;
}

/** What lies still. */
export interface Ground {
  line: GroundLine;
  gates: readonly Gate[];
  tints: readonly string[];
  stretches: readonly MapStretch[];
  closed: boolean;
  fromStart: boolean;
  /** Not what was measured here: drawn dashed. */
  quiet: boolean;
}

const TRACK_WIDTH = 4;
/** Looked at closely the track is drawn as wide as it is. */
export const TRACK_METRES = 11;
const STRETCH_WIDTH = 12;
const QUIET_WIDTH = 2;
const QUIET_DASH = [5, 6];
const START_LINE: Gate = { kind: 'start_finish', name: 'start-finish' };

interface Stroke {
  colour: string;
  path: Path2D;
}

/** Draws the line, its stretches and gates. The shapes are made once, in metres: a map that moves only lays them elsewhere. */
export class MapGround {
  private readonly line = new Once<Stroke[]>();
  private readonly stretches = new Once<Stroke[]>();

  /** @param close whether the track is drawn as wide as it is */
  draw(ctx: CanvasRenderingContext2D, fit: MapFit, ground: Ground, close: boolean, size: MapSize, widths: TextWidths): void {
    const { line, tints, closed, stretches, quiet } = ground;
    const plain = palette().lineStrong;
    ctx.save();
    ctx.transform(...fit.transform);
    ctx.lineJoin = 'round';
    ctx.lineCap = 'butt';
    ctx.lineWidth = fit.metres(STRETCH_WIDTH) + (close ? TRACK_METRES : 0);
    stroke(ctx, this.stretches.get([stretches], () => stretches.map(({ points, colour }) => ({ colour, path: pathOf(points) }))));
    ctx.lineCap = 'round';
    const wide = fit.metres(quiet ? QUIET_WIDTH : TRACK_WIDTH);
    ctx.lineWidth = close && !quiet ? Math.max(wide, TRACK_METRES) : wide;
    ctx.setLineDash(quiet ? QUIET_DASH.map((pixels) => fit.metres(pixels)) : []);
    const runs = (): Stroke[] => runsOf(line.points, tints, plain, closed).map(({ points, colour }) => ({ colour, path: pathOf(points) }));
    stroke(ctx, this.line.get([line, tints, plain, closed], runs));
    ctx.restore();
    drawGates(ctx, fit, ground, size, widths);
  }
}

/** The line as pieces of one colour, each from where the one before ends; a hole has no piece. */
export function runsOf(points: GroundLine['points'], tints: readonly string[], plain: string, closed: boolean): MapStretch[] {
  const runs: MapStretch[] = [];
  let run: MapStretch | null = null;
  let before: PlanePoint | null = null;
  points.forEach((point, i) => {
    const colour = tints[i] ?? plain;
    if (point === null) {
      run = null;
    } else if (run === null || run.colour !== colour) {
      run = { colour, points: before ? [before, point] : [point] };
      runs.push(run);
    } else {
      run.points.push(point);
    }
    before = point;
  });
  const first = points[0];
  if (closed && first) {
    runs.at(-1)?.points.push(first);
  }
  return runs;
}

function pathOf(points: readonly PlanePoint[]): Path2D {
  const path = new Path2D();
  points.forEach(({ x, y }, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  return path;
}

function stroke(ctx: CanvasRenderingContext2D, strokes: readonly Stroke[]): void {
  for (const { colour, path } of strokes) {
    ctx.strokeStyle = colour;
    ctx.stroke(path);
  }
}

function drawGates(ctx: CanvasRenderingContext2D, fit: MapFit, { gates, line, fromStart }: Ground, size: MapSize, widths: TextWidths): void {
  ctx.font = palette().font;
  ctx.textBaseline = 'middle';
  for (const gate of gates) {
    drawGate(ctx, fit, gate, gateLine(gate, line.ground), size, widths);
  }
  // A lap counter tells no place of the start line, but a lap begins at it.
  if (fromStart && !gates.some(({ kind }) => kind === START_LINE.kind)) {
    drawGate(ctx, fit, START_LINE, acrossStart(line), size, widths);
  }
}

function drawGate(
  ctx: CanvasRenderingContext2D,
  fit: MapFit,
  gate: Gate,
  ends: [PlanePoint, PlanePoint] | null,
  size: MapSize,
  widths: TextWidths,
): void {
  if (!ends) {
    return;
  }
  const colours = palette();
  const { from, to, beside } = fit.across(ends[0], ends[1]);
  if (!inSight({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, size)) {
    return;
  }
  const main = gate.kind === START_LINE.kind;
  ctx.strokeStyle = main ? colours.text : colours.textThird;
  ctx.fillStyle = main ? colours.text : colours.textThird;
  ctx.lineWidth = main ? 3 : 2;
  ctx.beginPath();
  if (ends[0].x === ends[1].x && ends[0].y === ends[1].y) {
    // A gate that is known as a point only: its direction would be invented.
    ctx.arc((from.x + to.x) / 2, (from.y + to.y) / 2, 4, 0, 2 * Math.PI);
  } else {
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
  }
  ctx.stroke();
  const name = main ? 'S/F' : gate.name;
  const label = insideMap(beside, widths.of(ctx, name), size);
  ctx.fillText(name, label.x, label.y);
}
