/** A hundred steps of a key go through all dots. */
const STEPS = 100;

/**
 * The dot that a key leads to.
 *
 * @param from the one that is marked; -1: none
 * @returns null where it leads to none
 */
export function dotBeside(key: string, from: number, count: number, fine: boolean): number | null {
  const step = fine ? 1 : Math.max(1, Math.round(count / STEPS));
  const to = { Home: 0, End: count - 1, ArrowRight: from + step, ArrowLeft: from < 0 ? count - 1 : from - step }[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}
