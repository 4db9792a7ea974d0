import type { Place } from './ground.js';
import { countOfLaps, countUntil, type Passing } from './passings.js';
import { SharePieces } from './share-pieces.js';
import type { TrackLine } from './track-line.js';

/** Where cars are, and when they passed the line. */
export interface ProgressSource {
  placeAt(car: string, at_s: number): Place | null;
  /** When the car passed the line, ascending, as far as the laps tell; those after the cursor too. */
  passings(car: string): readonly Passing[];
}

/** Between two places so far apart in time, a car drives evenly enough. */
const STEP_S = 0.25;
/** The point of a place so few steps away is near; a place further away in time may be on another leg. */
const HINT_STEPS = 2;
const USUAL_LAP_S = 90;
/** In a longer hole nobody knows when a car was where: two seconds and a half. */
const LONGEST_HOLE_STEPS = 10;
/** So many steps beside one are looked at where that is not known. */
const MOST_AWAY = 80;
/** A lap is told of that much late at most, as a share of it, and hardly a lap is that much shorter than another. */
const NEAR_LINE = 0.2;
/** A lap is looked over in so many places to see whether the line was passed. */
const LOOKS = 100;
const MOST_LOOKS = 4 * LOOKS;
/** After a hole that is longer, as a share of a lap, the shorter way is not for certain the one that was driven. */
const LONG_HOLE = 0.1;
/** A car that stands is told a little before and behind its place. */
const UNSTEADY = 0.05;
const FULL = 1 - 1e-9;

/**
 * How far each car has come at any moment, in laps: whole ones by the passings of the line, the part
 * of the lap by where the car is round the circuit.
 */
export class ProgressBook {
  private readonly shares = new SharePieces();
  private readonly hints = new Map<string, { step: number; point: number }>();

  constructor(
    private readonly line: TrackLine,
    private readonly source: ProgressSource,
  ) {}

  get length_m(): number {
    return this.line.length_m;
  }

  /** Laps driven at a moment, e.g. 12.25; null where it is not known where the car was. */
  at(car: string, at_s: number): number | null {
    const step = Math.floor(at_s / STEP_S);
    const low = this.share(car, step);
    const high = this.share(car, step + 1);
    if (Number.isNaN(low)) {
      return null;
    }
    // Where the next place is not here yet the car goes on as in the step before.
    const driven = shorterWay(Number.isNaN(high) ? low - this.share(car, step - 1) : high - low);
    const share = low + (Number.isNaN(driven) ? 0 : driven) * (at_s / STEP_S - step);
    return this.total(car, at_s, share - Math.floor(share));
  }

  /**
   * When a car had come so far.
   *
   * @param latest_s the answer lies not after it
   * @returns null where it is not known
   */
  timeAt(car: string, progress: number, latest_s: number): number | null {
    const passings = this.source.passings(car);
    const next = countOfLaps(passings, progress);
    const last = passings[next - 1];
    const begin = last?.at_s ?? (progress < 1 ? Math.max(0, latest_s - 2 * USUAL_LAP_S) : Infinity);
    if (begin > latest_s) {
      return null;
    }
    if (last?.laps === progress) {
      return begin;
    }
    const end = Math.min(latest_s, passings[next]?.at_s ?? Infinity);
    let low = Math.ceil(begin / STEP_S);
    let high = Math.floor(end / STEP_S);
    while (high - low > 1) {
      const middle = this.knownNear(car, (low + high) >> 1, low, high);
      if (middle === null) {
        break;
      }
      if (middle.there <= progress) {
        low = middle.step;
      } else {
        high = middle.step;
      }
    }
    if (high - low > LONGEST_HOLE_STEPS) {
      return null;
    }
    return this.within(car, progress, Math.max(begin, low * STEP_S), Math.min(end, high * STEP_S));
  }

  /** A step between two others at which it is known where a car was, the nearest to one; null where none near it is. */
  private knownNear(car: string, middle: number, low: number, high: number): { step: number; there: number } | null {
    for (let away = 0; away <= MOST_AWAY; away++) {
      for (const step of away === 0 ? [middle] : [middle - away, middle + away]) {
        const there = step > low && step < high ? this.at(car, step * STEP_S) : null;
        if (there !== null) {
          return { step, there };
        }
      }
    }
    return null;
  }

  private within(car: string, progress: number, from_s: number, to_s: number): number | null {
    const [from, to] = [this.at(car, from_s), this.at(car, to_s)];
    if (from === null || to === null) {
      return null;
    }
    if (to <= from) {
      return from_s;
    }
    return from_s + (to_s - from_s) * Math.min(1, Math.max(0, (progress - from) / (to - from)));
  }

  /** Puts the whole laps before the part: the line is passed a moment before or after the places say so. */
  private total(car: string, at_s: number, share: number): number {
    const passings = this.source.passings(car);
    const passed = countUntil(passings, at_s);
    const last = passings[passed - 1];
    if (!last) {
      return share > 0.5 ? share - 1 : share;
    }
    const since = at_s - last.at_s;
    const usual = usualLap(passings, passed);
    const awayFromLine = share <= 1 - NEAR_LINE && since <= (1 - NEAR_LINE) * usual;
    const part = awayFromLine ? share : Math.max(0, share + this.turns(car, last.at_s, at_s, share, usual));
    return Math.min(last.laps + part, (passings[passed]?.laps ?? Infinity) - 1 + FULL);
  }

  /**
   * How often the places passed the line, forward less backward, since a passing of it: more often than timing knows of
   * where it tells late or missed one; once less where they are still before it.
   */
  private turns(car: string, from_s: number, to_s: number, share: number, usual: number): number {
    const stride = Math.max(1, Math.round(usual / LOOKS / STEP_S));
    const [first, end] = [Math.ceil(from_s / STEP_S), Math.floor(to_s / STEP_S)];
    const begin = Math.max(first, end - MOST_LOOKS * stride);
    let before = begin === first ? { share: 0, step: first } : null;
    let turns = 0;
    const look = (now: number, step: number): void => {
      if (!Number.isNaN(now)) {
        turns += before === null ? 0 : turnsBetween(before.share, now, ((step - before.step) * STEP_S) / usual);
        before = { share: now, step };
      }
    };
    for (let step = begin; step <= end; step += stride) {
      look(this.share(car, step), step);
    }
    look(share, end);
    return turns;
  }

  /** NaN where it is not known; looked for again then. */
  private share(car: string, step: number): number {
    const known = this.shares.at(car, step);
    if (!Number.isNaN(known)) {
      return known;
    }
    const place = this.source.placeAt(car, step * STEP_S);
    const hint = this.hints.get(car);
    const near = hint && Math.abs(hint.step - step) <= HINT_STEPS ? hint.point : -1;
    const found = place ? this.line.locate(place, near) : null;
    if (!found) {
      return Number.NaN;
    }
    this.hints.set(car, { step, point: found.point });
    this.shares.put(car, step, found.share);
    return found.share;
  }
}

/** Of two ways round. */
const shorterWay = (share: number): number => share - Math.round(share);

/** How often a car passed the line between two places, so much of a lap's time apart. */
function turnsBetween(before: number, now: number, time: number): number {
  return time > LONG_HOLE ? Number(now < before - UNSTEADY) : -Math.round(now - before);
}

/** The last whole lap before a passing, else what laps mostly take. */
function usualLap(passings: readonly Passing[], passed: number): number {
  const [before, last] = [passings[passed - 2], passings[passed - 1]];
  return before && last ? (last.at_s - before.at_s) / (last.laps - before.laps) : USUAL_LAP_S;
}
