import type { FlagPeriod } from '../model/flag-periods.js';
import type { Range } from '../model/plot-link.js';

/** Filled: a pure lap; hollow: one that is not; up and down: beyond the picture, at its edge. */
export type PointShape = 'filled' | 'hollow' | 'up' | 'down' | 'none';

export interface LapPoint {
  car: string;
  lap: number | null;
  x: number;
  y: number;
  shape: PointShape;
  /** Drawn across the point: a time that is not known well. */
  crossed: boolean;
  /** Dotted round the point: late data may change it. */
  provisional: boolean;
  /** When the lap ended, in seconds of the session. */
  at_s: number;
  /** Written above the point, such as the letter of new tyres. */
  letter: string | null;
}

export interface LapLine {
  car: string;
  colour: string;
  strong: boolean;
  /** Between two that are null there is no line. */
  points: (LapPoint | null)[];
  /** Written at the right end. */
  label: string;
  /** At which y the label belongs; absent: where the line ends. */
  labelAt?: number;
}

export const labelAt = (line: LapLine): number => line.labelAt ?? line.points.findLast((point) => point !== null)?.y ?? 0;

export interface TrendLine {
  from: readonly [number, number];
  to: readonly [number, number];
  colour: string;
  label: string | null;
}

export interface FlagBand {
  flag: FlagPeriod['flag'];
  from: number;
  to: number;
}

/** All that a chart of laps draws; the last lines stand above the others. */
export interface LapPicture {
  lines: LapLine[];
  trends: TrendLine[];
  bands: FlagBand[];
  rangeX: Range;
  rangeY: Range;
  /** From here on it may still change; null: nothing may. */
  provisionalFrom: number | null;
  /** Where y is zero, a line is drawn. */
  withZero: boolean;
}

/** The nearest point to a place in pixels, within reach; of two at one place the one of a strong line. */
export function pointNear(
  picture: LapPicture,
  toPixels: (point: LapPoint) => readonly [number, number],
  place: readonly [number, number],
  reach: number,
): LapPoint | null {
  let nearest: LapPoint | null = null;
  let distance = reach;
  for (const line of picture.lines) {
    for (const point of line.points) {
      if (point !== null) {
        const [x, y] = toPixels(point);
        const away = Math.hypot(x - place[0], y - place[1]) - (line.strong ? 2 : 0);
        if (away <= distance) {
          nearest = point;
          distance = away;
        }
      }
    }
  }
  return nearest;
}

/** The point beside another one: along its line, or on the line above or beneath. */
export function pointBeside(picture: LapPicture, from: LapPoint | null, key: string): LapPoint | null {
  const lines = picture.lines
    .map((line) => ({ ...line, shown: line.points.filter((point) => point !== null) }))
    .filter((line) => line.shown.length > 0);
  const own = lines.find((line) => line.car === from?.car);
  if (from === null || !own) {
    return (lines.find((line) => line.strong) ?? lines.at(-1))?.shown.at(-1) ?? null;
  }
  const along = own.shown.findIndex((point) => point.lap === from.lap && point.x === from.x);
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
  const step = steps[key];
  if (step !== undefined) {
    return own.shown[Math.min(own.shown.length - 1, Math.max(0, along + step))] ?? from;
  }
  const column = lines.map((line) => nearestInX(line.shown, from.x)).sort((a, b) => a.y - b.y);
  const at = column.findIndex((point) => point.car === from.car);
  return column[at + (key === 'ArrowUp' ? 1 : -1)] ?? from;
}

function nearestInX(points: LapPoint[], x: number): LapPoint {
  return points.reduce((best, point) => (Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best));
}
