/** A stretch of the x axis. */
export type Range = readonly [number, number];

/** A value of x and where on the screen it is held: 0 at the left edge of a panel, 1 at the right one. */
export interface Anchor {
  x: number;
  share: number;
}

/** The closest look, as a share of the whole. */
const CLOSEST = 1 / 5_000;
/** A range that differs less than this from the whole is the whole. */
const NEARLY_ALL = 1 - 1e-6;
/** Fingers that are nearer to each other than this share of a panel only move, they do not scale. */
const FINGERS_APART = 0.02;

/** The range moved and widened as little as keeps it within the data; null where it is all of it. */
export function withinData([from, to]: Range, [first, last]: Range): Range | null {
  const whole = last - first;
  const span = Math.max(to - from, whole * CLOSEST);
  if (!(span < whole * NEARLY_ALL)) {
    return null;
  }
  const begin = Math.min(Math.max((from + to - span) / 2, first), last - span);
  return [begin, begin + span];
}

/** @param factor below 1 looks closer; the given x stays where it is */
export function scaledAt([from, to]: Range, x: number, factor: number): Range {
  return [x - (x - from) * factor, x + (to - x) * factor];
}

export function shifted([from, to]: Range, by: number): Range {
  return [from + by, to + by];
}

/** The range in which each anchor is where it is held: one drags the panel along, two stretch it. */
export function heldAt([from, to]: Range, first: Anchor, second?: Anchor): Range {
  const apart = second ? second.share - first.share : 0;
  const stretched = second && Math.abs(apart) >= FINGERS_APART ? (second.x - first.x) / apart : to - from;
  const span = stretched > 0 ? stretched : to - from;
  const begin = first.x - first.share * span;
  return [begin, begin + span];
}
