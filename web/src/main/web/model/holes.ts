import type { Curve } from './decimate.js';

/** A longer silence than this is a hole, and a line across it would be invented data. */
export const HOLE_S = 1.5;

/** A slow channel, or one that is sent when it changes, is silent between any two samples. */
const USUAL_SILENCES = 3;

/**
 * A stored series with its line broken at the holes of the data.
 *
 * @param points that were asked for: of each bucket of two the lowest and the highest sample came, so
 *     two that follow one another may lie nearly two buckets apart without a hole
 */
export function brokenAtHoles({ x, y }: Curve, points: number): Curve {
  const bucket = (2 * ((x.at(-1) ?? 0) - (x[0] ?? 0))) / points;
  const longest = Math.max(HOLE_S, USUAL_SILENCES * usualSilence(x)) + 2 * bucket;
  const broken: Curve = { x: [], y: [] };
  x.forEach((at, i) => {
    const before = x[i - 1] ?? at;
    if (at - before > longest) {
      // At both ends: a cursor in the hole reads nothing.
      broken.x.push(before + HOLE_S / 2, at - HOLE_S / 2);
      broken.y.push(null, null);
    }
    broken.x.push(at);
    broken.y.push(y[i] ?? null);
  });
  return broken;
}

/** The median of the times between samples, in seconds; 0 for a single sample. */
function usualSilence(x: number[]): number {
  const silences = x.slice(1).map((at, i) => at - (x[i] as number));
  return silences.sort((a, b) => a - b)[silences.length >> 1] ?? 0;
}
