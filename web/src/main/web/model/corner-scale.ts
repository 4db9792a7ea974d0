/** Of the sizes of all differences; what is greater than twice of it is cut off, so that one spin does not flatten all others. */
const USUAL = 0.9;

/** How far a scale from zero goes to both sides that many differences share; above 0. */
export function reachOf(differences: readonly number[], least: number): number {
  const sizes = differences.map(Math.abs).sort((a, b) => a - b);
  const usual = sizes[Math.floor((sizes.length - 1) * USUAL)] ?? 0;
  return Math.max(least, Math.min(sizes.at(-1) ?? 0, 2 * usual));
}
