/** The middle value, of an even count the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half];
  if (upper === undefined) {
    return null;
  }
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** A straight line through points. */
export interface Trend {
  slope: number;
  at(x: number): number;
}

/** The line with the least squares of differences in y; null where the points do not make one. */
export function leastSquares(points: readonly { x: number; y: number }[]): Trend | null {
  const count = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count;
  const across = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) {
    return null;
  }
  const slope = across / spread;
  return { slope, at: (x) => meanY + slope * (x - meanX) };
}
