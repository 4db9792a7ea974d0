import type { Track } from '../wire/words.js';
import { lineOf, type Ground, type Place, type PlanePoint } from './ground.js';

/** Further from the line than this, in metres, a car is somewhere else: in the paddock, on a trailer. */
const BESIDE_M = 60;
/** At the place itself a car is no further from the line; if it is, it may be on another leg. */
const ON_LINE_M = 15;
/** Points on each side of the last place that are looked at first. */
const NEAR_POINTS = 40;
const FEWEST_POINTS = 20;
/** No circuit is longer. */
export const LONGEST_M = 40_000;
/** Further beyond the end of an open line nobody knows how far a car has come. */
const BEYOND_M = 8;

interface Located {
  share: number;
  point: number;
  away_m: number;
}

/** The way round the circuit, as a closed line: tells how far round a place is. */
export class TrackLine {
  private constructor(
    readonly ground: Ground,
    private readonly points: PlanePoint[],
    /** Metres from the start to each point, and to the start again. */
    private readonly metres: number[],
    /** Metres between the two neighbours that are furthest apart. */
    private longest_m: number,
    /** A line that is still being drawn ends at its last point; then a share is one of a length that no circuit has. */
    private readonly open_m: number | null = null,
  ) {}

  /** null without an outline, or with one that is no circuit. */
  static of(track: Track | null): TrackLine | null {
    const line = track ? lineOf(track.outline) : null;
    return line && TrackLine.round(line.ground, line.points.filter((point) => point !== null));
  }

  /** Closes the points to a circuit; null where they are none. */
  private static round(ground: Ground, points: PlanePoint[]): TrackLine | null {
    if (points.length < FEWEST_POINTS) {
      return null;
    }
    const metres = [0];
    points.forEach((point, i) => {
      const next = points[(i + 1) % points.length] as PlanePoint;
      metres.push((metres[i] as number) + Math.hypot(next.x - point.x, next.y - point.y));
    });
    const longest_m = Math.max(...points.map((_, i) => (metres[i + 1] as number) - (metres[i] as number)));
    return longest_m > 0 ? new TrackLine(ground, points, metres, longest_m) : null;
  }

  /** The beginning of a line that is drawn as cars drive it. */
  static from(ground: Ground, start: PlanePoint): TrackLine {
    return new TrackLine(ground, [start], [0], 0, LONGEST_M);
  }

  /** Draws an open line on. */
  extend(to: PlanePoint): void {
    const end = this.points.at(-1) as PlanePoint;
    const step_m = Math.hypot(to.x - end.x, to.y - end.y);
    this.points.push(to);
    this.metres.push(this.drawn_m + step_m);
    this.longest_m = Math.max(this.longest_m, step_m);
  }

  /** An open line that has come round. */
  closed(): TrackLine | null {
    return TrackLine.round(this.ground, this.points);
  }

  /** The last points, the newest first. */
  get ends(): readonly [PlanePoint | undefined, PlanePoint | undefined] {
    return [this.points.at(-1), this.points.at(-2)];
  }

  /** The first points. */
  get begins(): readonly [PlanePoint | undefined, PlanePoint | undefined] {
    return [this.points[0], this.points[1]];
  }

  get drawn_m(): number {
    return this.metres.at(-1) as number;
  }

  get length_m(): number {
    return this.open_m ?? this.drawn_m;
  }

  /**
   * How far round a place is, as a share of the lap, the point that it is near to, and how far it is from the line.
   *
   * @param hint the point of a place nearby, else -1
   * @returns null where the place is beside the track
   */
  locate(place: Place, hint: number): Located | null {
    const at = this.ground.point(place.north, place.east);
    const near = hint >= 0 ? this.nearest(at, hint - NEAR_POINTS, hint + NEAR_POINTS) : null;
    // At an end of the stretch the nearest point may lie beyond it.
    const inside = near !== null && near.away_m < ON_LINE_M && Math.abs(this.between(hint, near.point)) < NEAR_POINTS - 2;
    const found = inside ? near : this.nearest(at, 0, this.points.length);
    return found !== null && this.isBeyond(found) ? null : found;
  }

  private isBeyond({ share, away_m }: Located): boolean {
    return this.open_m !== null && away_m > BEYOND_M && share * this.open_m >= this.drawn_m - 1e-6;
  }

  /** The place at a share of the lap, in the plane. */
  pointAt(share: number): PlanePoint {
    const metres = (share - Math.floor(share)) * this.length_m;
    let i = 0;
    while (i < this.points.length - 1 && (this.metres[i + 1] as number) <= metres) {
      i++;
    }
    const from = this.points[i] as PlanePoint;
    const to = this.points[(i + 1) % this.points.length] as PlanePoint;
    const span = (this.metres[i + 1] as number) - (this.metres[i] as number);
    const part = span > 0 ? (metres - (this.metres[i] as number)) / span : 0;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  }

  /** Points from one to the other, the short way round. */
  private between(from: number, to: number): number {
    const count = this.points.length;
    return ((((to - from + count / 2) % count) + count) % count) - count / 2;
  }

  /** Segments that are too far along the line to be nearer than the best so far are passed over. */
  private nearest(at: PlanePoint, first: number, end: number): Located | null {
    const count = this.points.length;
    let away_m = BESIDE_M;
    let point = -1;
    let share = 0;
    for (let k = first; k < end; ) {
      const i = ((k % count) + count) % count;
      if (this.open_m !== null && i === count - 1) {
        k++;
        continue;
      }
      const from = this.points[i] as PlanePoint;
      const to = this.points[(i + 1) % count] as PlanePoint;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const square = dx * dx + dy * dy;
      const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / square));
      const away = Math.sqrt((from.x + dx * part - at.x) ** 2 + (from.y + dy * part - at.y) ** 2);
      if (away < away_m) {
        away_m = away;
        point = i;
        share = ((this.metres[i] as number) + Math.sqrt(square) * part) / this.length_m;
      }
      const fromPoint = Math.sqrt((from.x - at.x) ** 2 + (from.y - at.y) ** 2);
      k += Math.max(1, Math.floor((fromPoint - away_m) / this.longest_m));
    }
    return point < 0 ? null : { share: Math.min(share, 1 - 1e-9), point, away_m };
  }
}
