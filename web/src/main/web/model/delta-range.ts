/** Smaller differences than this, in seconds, do not fill a panel. */
const SMALLEST_REACH = 0.05;
/** A side that reaches less far than this share of the other is noise beside it, and gets no half of the panel. */
const SHARE_OF_A_SIDE = 0.25;
/** So that neither the curve nor the line of zero lies on the edge. */
const AIR = 0.1;

/** The range of a difference: zero is in sight, and in the middle only where the curve lies on both sides of it. */
export function deltaRange(min: number | null, max: number | null): [number, number] {
  const below = Math.max(0, -(min ?? 0));
  const above = Math.max(0, max ?? 0);
  const reach = Math.max(SMALLEST_REACH, below, above);
  const air = reach * AIR;
  if (Math.min(below, above) >= reach * SHARE_OF_A_SIDE || Math.max(below, above) === 0) {
    return [-reach - air, reach + air];
  }
  return above > below ? [-below - air, reach + air] : [-reach - air, above + air];
}
