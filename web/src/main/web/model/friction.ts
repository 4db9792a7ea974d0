/** How hard a car was driven, in g. */
export interface FrictionUse {
  /** Round all points, anticlockwise; x lateral, y longitudinal. */
  envelope: [number, number][];
  combined: number;
  /** The row at which it was. */
  combinedRow: number;
  lateral: number;
  accelerating: number;
  braking: number;
}

const STANDARD_GRAVITY = 9.80665;

/** By what a value is multiplied to be in g; null where the unit is no acceleration. */
export function factorToG(unit: string | null): number | null {
  switch ((unit ?? '').toLowerCase().replaceAll(/[\s^]/g, '')) {
    case 'g':
      return 1;
    case 'm/s²':
    case 'm/s2':
    case 'm/s/s':
      return 1 / STANDARD_GRAVITY;
    default:
      return null;
  }
}

/** @param lateral in g, as long as longitudinal, which is positive where the car gains speed */
export function frictionUse(lateral: ArrayLike<number>, longitudinal: ArrayLike<number>): FrictionUse | null {
  if (lateral.length === 0) {
    return null;
  }
  const use: FrictionUse = { envelope: hullOf(lateral, longitudinal), combined: -1, combinedRow: 0, lateral: 0, accelerating: 0, braking: 0 };
  for (let i = 0; i < lateral.length; i++) {
    const x = lateral[i] as number;
    const y = longitudinal[i] as number;
    const combined = Math.hypot(x, y);
    if (combined > use.combined) {
      use.combined = combined;
      use.combinedRow = i;
    }
    use.lateral = Math.max(use.lateral, Math.abs(x));
    use.accelerating = Math.max(use.accelerating, y);
    use.braking = Math.max(use.braking, -y);
  }
  return use;
}

/** The convex hull by Andrew's monotone chain (A. M. Andrew, 1979), anticlockwise, without points on its edges. */
export function hullOf(x: ArrayLike<number>, y: ArrayLike<number>): [number, number][] {
  const points = Array.from({ length: x.length }, (_, i): [number, number] => [x[i] as number, y[i] as number]);
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = chainOf(points);
  const upper = chainOf(points.reverse());
  const hull = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  return hull.length === 0 ? lower : hull;
}

function chainOf(points: [number, number][]): [number, number][] {
  const chain: [number, number][] = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain.at(-2) as [number, number], chain.at(-1) as [number, number], point) <= 0) {
      chain.pop();
    }
    const last = chain.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) {
      chain.push(point);
    }
  }
  return chain;
}

/** Positive where the way from a over b to c turns left. */
const turn = (a: [number, number], b: [number, number], c: [number, number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
