import type { PlanePoint } from '../model/ground.js';

/** A gate is drawn at least this far to each side of the track, however short it is stored. */
const GATE_REACH = 9;
const LABEL_DISTANCE = 8;
/** Pixels round the track, for the labels of gates and cars. */
const WIDEST_MARGIN = 36;
const DOT_TO_LABEL = 10;
/** Pixels that a line of the page's small font takes. */
const LABEL_HEIGHT = 16;
const LABEL_AIR = 2;

/** In pixels. */
export interface MapSize {
  width: number;
  height: number;
}

/** Fits the ground into a rectangle of pixels: north up, one scale for both axes, centred. */
export class MapFit {
  private constructor(
    private readonly scale: number,
    private readonly left: number,
    private readonly bottom: number,
  ) {}

  static of(points: PlanePoint[], width: number, height: number): MapFit {
    const margin = Math.min(WIDEST_MARGIN, Math.min(width, height) * 0.12);
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of points) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    const scale = Math.min(
      Math.max(1, width - 2 * margin) / Math.max(1, east - west),
      Math.max(1, height - 2 * margin) / Math.max(1, north - south),
    );
    const left = width / 2 - ((west + east) / 2) * scale;
    const bottom = height / 2 + ((south + north) / 2) * scale;
    return new MapFit(scale, left, bottom);
  }

  /** A stretch of so many metres across the smaller side, round a point. */
  static round({ x, y }: PlanePoint, metres: number, width: number, height: number): MapFit {
    const scale = Math.min(width, height) / metres;
    return new MapFit(scale, width / 2 - x * scale, height / 2 + y * scale);
  }

  pixel({ x, y }: PlanePoint): PlanePoint {
    return { x: this.left + x * this.scale, y: this.bottom - y * this.scale };
  }

  /** What turns metres into pixels, for a canvas. */
  get transform(): [number, number, number, number, number, number] {
    return [this.scale, 0, 0, -this.scale, this.left, this.bottom];
  }

  /** How many metres so many pixels are. */
  metres(pixels: number): number {
    return pixels / this.scale;
  }

  /** Pixels of so many metres. */
  length(metres: number): number {
    return metres * this.scale;
  }

  /** The index of the point that is drawn nearest to a pixel; -1 where none is within reach. */
  nearest(points: (PlanePoint | null)[], to: PlanePoint, reach: number): number {
    let best = -1;
    let shortest = reach;
    points.forEach((point, i) => {
      const pixel = point && this.pixel(point);
      const distance = pixel ? Math.hypot(pixel.x - to.x, pixel.y - to.y) : Infinity;
      if (distance < shortest) {
        shortest = distance;
        best = i;
      }
    });
    return best;
  }

  /** A gate as a stroke across the track, and where its name goes. */
  across(a: PlanePoint, b: PlanePoint): { from: PlanePoint; to: PlanePoint; beside: PlanePoint } {
    const [p, q] = [this.pixel(a), this.pixel(b)];
    const middle = { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
    const length = Math.hypot(q.x - p.x, q.y - p.y);
    const unit = length > 0 ? { x: (q.x - p.x) / length, y: (q.y - p.y) / length } : { x: 1, y: 0 };
    const reach = Math.max(GATE_REACH, Math.min(length / 2, 2 * GATE_REACH));
    const at = (distance: number): PlanePoint => ({
      x: middle.x + unit.x * distance,
      y: middle.y + unit.y * distance,
    });
    const side = unit.x >= 0 ? 1 : -1;
    return { from: at(-reach), to: at(reach), beside: at(side * (reach + LABEL_DISTANCE)) };
  }
}

/** The middle of the left edge of a text of that width, moved no further than keeps all of it in sight. */
export function insideMap(at: PlanePoint, textWidth: number, map: MapSize): PlanePoint {
  return {
    x: within(at.x, LABEL_AIR, map.width - LABEL_AIR - textWidth),
    y: within(at.y, LABEL_HEIGHT / 2, map.height - LABEL_HEIGHT / 2),
  };
}

/** Beside a dot: to its right and above it, or to its left where the right has no room. */
export function labelOfDot(dot: PlanePoint, textWidth: number, map: MapSize): PlanePoint {
  const right = dot.x + DOT_TO_LABEL;
  const fits = right + textWidth + LABEL_AIR <= map.width;
  return insideMap({ x: fits ? right : dot.x - DOT_TO_LABEL - textWidth, y: dot.y - LABEL_HEIGHT / 2 }, textWidth, map);
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Whether a place is in sight. */
export function inSight({ x, y }: PlanePoint, map: MapSize): boolean {
  return x >= 0 && y >= 0 && x <= map.width && y <= map.height;
}

/** A text on the map: its left edge, middle line and width. */
export interface Label {
  x: number;
  y: number;
  width: number;
}

/** Whether a label would lie over one that is drawn already. */
export function collides(label: Label, drawn: readonly Label[]): boolean {
  return drawn.some(
    (each) =>
      label.x < each.x + each.width + LABEL_AIR &&
      each.x < label.x + label.width + LABEL_AIR &&
      Math.abs(label.y - each.y) < LABEL_HEIGHT - 4,
  );
}
