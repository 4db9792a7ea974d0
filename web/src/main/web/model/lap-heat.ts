import { SEQUENTIAL_LEVELS, levelOf } from '../design/sequential.js';
import { indexNear } from './plot-link.js';
import type { Series } from '../wire/words.js';

/** A channel along a lap, as colours of the points of an outline. */
export interface LapHeat {
  tints: string[];
  low: number;
  high: number;
  unit: string | null;
}

/**
 * @param metres of each point of the outline from the line
 * @param along the channel over the metres of the lap, which need not be as long as the outline
 * @returns null where the channel has no values
 */
export function lapHeat(metres: readonly number[], along: Series): LapHeat | null {
  const values = along.y.filter((each): each is number => each !== null);
  const length = along.x.at(-1) ?? 0;
  const outline = metres.at(-1) ?? 0;
  if (values.length === 0 || length <= 0 || outline <= 0) {
    return null;
  }
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const tints = metres.map((at) => {
    const value = along.y[indexNear(along.x, (at * length) / outline)] ?? low;
    return SEQUENTIAL_LEVELS[levelOf(value, low, high)] as string;
  });
  return { tints, low, high, unit: along.unit };
}
