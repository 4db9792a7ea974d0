import type { Corner } from '../wire/corner-words.js';
import { nearestIndex, placeOf, type GroundLine, type PlanePoint } from './ground.js';

/** A corner's number on the map. */
export interface CornerMark {
  label: string;
  at: PlanePoint;
  /** Of length 1, away from the line: to the outside of the corner. */
  outwards: PlanePoint;
}

/** Points of the line that a direction is read from lie at least so far apart, in metres: positions jitter. */
const APART = 12;

/** Where the numbers go; nothing of corners whose place is not known, or that lie on another ground than the line. */
export function cornerMarks(corners: readonly Corner[], line: GroundLine): CornerMark[] {
  return corners.flatMap((corner): CornerMark[] => {
    const { latitude = null, longitude = null, world_x = null, world_y = null } = corner.place ?? {};
    const place = placeOf({ latitude, longitude, world_x, world_y });
    const at = place && line.ground.point(place.north, place.east);
    const way = at && wayAt(line, nearestIndex(line, at));
    if (!at || !way) {
      return [];
    }
    // To the right of the way lies the outside of a corner to the left.
    const side = corner.direction === 'right' ? -1 : 1;
    return [{ label: String(corner.number), at, outwards: { x: side * way.y, y: -side * way.x } }];
  });
}

/** Where the line goes at one of its points, as a vector of length 1. */
function wayAt({ points }: GroundLine, index: number): PlanePoint | null {
  const here = points[index];
  const isApart = (point: PlanePoint | null): boolean =>
    !!here && !!point && Math.hypot(point.x - here.x, point.y - here.y) >= APART;
  const before = points.slice(0, Math.max(0, index)).findLast(isApart) ?? here;
  const after = points.slice(index + 1).find(isApart) ?? here;
  const length = before && after ? Math.hypot(after.x - before.x, after.y - before.y) : 0;
  return before && after && length > 0 ? { x: (after.x - before.x) / length, y: (after.y - before.y) / length } : null;
}
