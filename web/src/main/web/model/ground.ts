import type { Gate, Positions } from '../wire/words.js';

/** Metres east and north of an origin near the track. */
export interface PlanePoint {
  x: number;
  y: number;
}

const METRES_PER_DEGREE = 111_320;

/**
 * Turns positions into the plane of the map. Equirectangular round its origin: on a few kilometres
 * the error is far below a pixel. Games give metres already.
 */
export class Ground {
  private constructor(
    private readonly latitude: number,
    private readonly longitude: number,
    private readonly metresEast: number,
    private readonly metresNorth: number,
  ) {}

  /** World coordinates of a game, in metres. */
  static readonly WORLD = new Ground(0, 0, 1, 1);

  static around(latitude: number, longitude: number): Ground {
    const shrink = Math.cos((latitude * Math.PI) / 180);
    return new Ground(latitude, longitude, METRES_PER_DEGREE * shrink, METRES_PER_DEGREE);
  }

  point(north: number, east: number): PlanePoint {
    return { x: (east - this.longitude) * this.metresEast, y: (north - this.latitude) * this.metresNorth };
  }
}

/** The channels that say where a car is; a recording has one pair or the other. */
export const PLACE_CHANNELS: readonly string[] = ['latitude', 'longitude', 'world_x', 'world_y'];

/** Where a car is, in the terms of its recording. */
export interface Place {
  on: 'earth' | 'world';
  north: number;
  east: number;
}

export function placeOf(values: Record<string, number | null>): Place | null {
  return (
    place('earth', values['latitude'], values['longitude']) ?? place('world', values['world_y'], values['world_x'])
  );
}

function place(on: Place['on'], north?: number | null, east?: number | null): Place | null {
  return typeof north === 'number' && typeof east === 'number' ? { on, north, east } : null;
}

export function groundFor(first: Place): Ground {
  return first.on === 'earth' ? Ground.around(first.north, first.east) : Ground.WORLD;
}

/** A line on the ground; null where the recording had no position. */
export interface GroundLine {
  ground: Ground;
  points: (PlanePoint | null)[];
}

export function lineOf(positions: Positions | null): GroundLine | null {
  const north = positions?.latitude ?? positions?.world_y ?? [];
  const east = positions?.longitude ?? positions?.world_x ?? [];
  const on = positions?.latitude ? 'earth' : 'world';
  const places = north.map((value, i) => place(on, value, east[i]));
  const first = places.find((each) => each !== null);
  if (!first) {
    return null;
  }
  const ground = groundFor(first);
  return { ground, points: places.map((each) => each && ground.point(each.north, each.east)) };
}

/** The two ends of a gate; null for gates that are not given by position. */
export function gateLine(gate: Gate, ground: Ground): [PlanePoint, PlanePoint] | null {
  const { latitude1, longitude1, latitude2, longitude2 } = gate;
  if (
    latitude1 === undefined ||
    longitude1 === undefined ||
    latitude2 === undefined ||
    longitude2 === undefined
  ) {
    return null;
  }
  return [ground.point(latitude1, longitude1), ground.point(latitude2, longitude2)];
}

/** Positions jitter while a car stands: a direction is only read from points that lie apart, in metres. */
const APART = 5;

/** The two ends of a short stroke across a line at its first point; null where its direction is not known. */
export function acrossStart({ points }: GroundLine): [PlanePoint, PlanePoint] | null {
  const start = points[0];
  const next = start && points.find((point) => point && Math.hypot(point.x - start.x, point.y - start.y) >= APART);
  if (!start || !next) {
    return null;
  }
  const [east, north] = [next.x - start.x, next.y - start.y];
  const length = Math.hypot(east, north);
  const [x, y] = [-north / length, east / length];
  return [
    { x: start.x - x, y: start.y - y },
    { x: start.x + x, y: start.y + y },
  ];
}

/** The index of the point of the line that is nearest; -1 for a line without points. */
export function nearestIndex(line: GroundLine, to: PlanePoint): number {
  let best = -1;
  let shortest = Infinity;
  line.points.forEach((point, i) => {
    if (point) {
      const square = (point.x - to.x) ** 2 + (point.y - to.y) ** 2;
      if (square < shortest) {
        shortest = square;
        best = i;
      }
    }
  });
  return best;
}
