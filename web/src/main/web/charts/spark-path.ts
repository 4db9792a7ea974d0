export interface Spark {
  width: number;
  height: number;
  /** Where the line may end, from 0. */
  until: number;
  /** Values are degrees of a circle, so that 359 and 1 are neighbours. */
  circle: boolean;
}

const EDGE = 2;
const HALF_CIRCLE = 180;

/** A small line through values, as high as they differ, as the path of an SVG; of a circle it is broken where it passes north. */
export function sparkPath(points: readonly (readonly [x: number, y: number])[], { width, height, until, circle }: Spark): string {
  const ys = points.map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  // Noise of a thousandth is no weather.
  const span = Math.max(high - low, 1e-3 * Math.max(1, Math.abs(high)));
  return points
    .map(([x, y], i) => {
      const before = points[i - 1];
      const begins = before === undefined || (circle && Math.abs(y - before[1]) > HALF_CIRCLE);
      const down = height - EDGE - ((height - 2 * EDGE) * (y - low)) / span;
      return `${begins ? 'M' : 'L'}${((width * x) / until).toFixed(1)} ${down.toFixed(1)}`;
    })
    .join('');
}
