import { groundFor, type Place, type PlanePoint } from './ground.js';
import type { Passing } from './passings.js';
import { ProgressBook } from './progress-book.js';
import { LONGEST_M, TrackLine } from './track-line.js';

/** What a line is drawn from. */
export interface DrivenSource {
  cars(): readonly string[];
  passings(car: string): readonly Passing[];
  placeAt(car: string, at_s: number): Place | null;
}

const STEP_S = 0.25;
/** Nobody takes longer for the first lap; a line that is not closed by then never will be. */
const LONGEST_S = 900;
/** A car that is seen again so far beyond the end draws the line straight on. */
const NEAR_M = 120;
const LEAST_M = 2;
/** Round is a line that comes so near to its beginning, after so much of a lap. */
const CLOSES_M = 50;
const SHORTEST_M = 300;
/** Who is so near to what is drawn already is on an earlier part of the lap. */
const DRAWN_M = 15;

/**
 * How far the cars have come while no lap is timed and so nobody knows the outline: the first car draws the line, and
 * whoever gets past it draws it on.
 */
export class FirstLap {
  private line: TrackLine | null = null;
  private book: ProgressBook | null = null;
  private first: { car: string; at_s: number } | null = null;
  private step = 0;
  private round = false;

  constructor(private readonly source: DrivenSource) {}

  /** Null before the first car was seen at the line. */
  progressAt(at_s: number): ProgressBook | null {
    this.begin(at_s);
    const { first } = this;
    while (first && this.line && !this.round && this.step * STEP_S <= at_s && this.mayGoOn(first.at_s)) {
      const places = this.placesAt(this.step * STEP_S);
      if (places.size === 0 && !this.goesOnBefore(at_s)) {
        // The newest may not be here yet; a hole is stepped over.
        break;
      }
      this.drawOn(this.line, places, first.car);
      this.step++;
    }
    return this.book;
  }

  /** Whether anybody is heard again after the step. */
  private goesOnBefore(at_s: number): boolean {
    for (let step = this.step + 1; step * STEP_S <= at_s; step++) {
      if (this.placesAt(step * STEP_S).size > 0) {
        return true;
      }
    }
    return false;
  }

  private mayGoOn(begin_s: number): boolean {
    return this.step * STEP_S - begin_s < LONGEST_S && (this.line?.drawn_m ?? 0) < LONGEST_M / 2;
  }

  private begin(at_s: number): void {
    if (this.line !== null) {
      return;
    }
    const firsts = this.source.cars().flatMap((car) => this.source.passings(car).slice(0, 1).map((passing) => ({ car, at_s: passing.at_s })));
    const first = firsts.reduce<FirstLap['first']>((a, b) => (a !== null && a.at_s <= b.at_s ? a : b), null);
    const place = first && first.at_s <= at_s ? this.source.placeAt(first.car, first.at_s) : null;
    if (first && place) {
      const ground = groundFor(place);
      this.first = first;
      this.step = Math.ceil(first.at_s / STEP_S);
      this.take(TrackLine.from(ground, ground.point(place.north, place.east)));
    }
  }

  private take(line: TrackLine): void {
    this.line = line;
    this.book = new ProgressBook(line, this.source);
  }

  /** Of those that have passed the line. */
  private placesAt(at_s: number): Map<string, Place> {
    const places = new Map<string, Place>();
    for (const car of this.source.cars()) {
      const place = (this.source.passings(car)[0]?.at_s ?? Infinity) <= at_s ? this.source.placeAt(car, at_s) : null;
      if (place) {
        places.set(car, place);
      }
    }
    return places;
  }

  private drawOn(line: TrackLine, places: ReadonlyMap<string, Place>, first: string): void {
    const [, earlier] = line.ends;
    const beyond = [...places]
      // Which way the line goes, the first car alone tells.
      .filter(([car, place]) => (earlier === undefined ? car === first : !isDrawn(line, place)))
      .map(([, { north, east }]) => line.ground.point(north, east))
      .map((point) => ({ point, along: alongFrom(line, point) }))
      .filter(({ along }) => along >= LEAST_M)
      .sort((a, b) => a.along - b.along);
    for (const { point } of beyond) {
      if (alongFrom(line, point) >= LEAST_M) {
        line.extend(point);
      }
    }
    this.closeWhereRound(line);
  }

  private closeWhereRound(line: TrackLine): void {
    if (line.drawn_m > SHORTEST_M && isRound(line)) {
      const closed = line.closed();
      this.round = closed !== null;
      this.take(closed ?? line);
    }
  }
}

/** Whether a line has come to its beginning, and goes the same way. */
function isRound(line: TrackLine): boolean {
  const [end, before] = line.ends;
  const [start, next] = line.begins;
  if (!end || !before || !start || !next || distance(end, start) > CLOSES_M) {
    return false;
  }
  const dot = (end.x - before.x) * (next.x - start.x) + (end.y - before.y) * (next.y - start.y);
  return dot > 0.7 * distance(before, end) * distance(start, next);
}

/** Whether a place lies on the line before its end. */
function isDrawn(line: TrackLine, place: Place): boolean {
  const found = line.locate(place, -1);
  return found !== null && found.away_m < DRAWN_M && found.share * line.length_m < line.drawn_m - LEAST_M;
}

/** Metres from the end of the line on; 0 where a point lies behind the end, or too far from it. */
function alongFrom(line: TrackLine, point: PlanePoint): number {
  const [end, before] = line.ends;
  const away_m = end ? distance(end, point) : Infinity;
  if (!end || away_m > NEAR_M) {
    return 0;
  }
  if (!before) {
    return away_m;
  }
  const span = distance(before, end);
  return ((point.x - end.x) * (end.x - before.x) + (point.y - end.y) * (end.y - before.y)) / span;
}

const distance = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a.x - b.x, a.y - b.y);
