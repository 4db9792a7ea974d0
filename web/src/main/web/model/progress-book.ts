import type { Place } from './ground.js';
import type { TrackLine } from './track-line.js';

/** Where cars are, and when they passed the line. */
export interface ProgressSource {
  placeAt(car: string, at_s: number): Place | null;
  /** When the car passed the line, ascending, as far as the laps tell; those after the cursor too. */
  passings(car: string): readonly number[];
}

/** Between two places so far apart in time, a car drives evenly enough. */
const STEP_S = 0.25;
/** A step that is not known is looked for again after so many others. */
const UNKNOWN = Number.NaN;
const USUAL_LAP_S = 90;
/** What a lap is told of late is this share of it at most. */
const NEAR_LINE = 0.2;

/**
 * How far each car has come at any moment, in laps: whole ones by the passings of the line, the part
 * of the lap by where the car is round the circuit.
 */
export class ProgressBook {
  private readonly shares = new Map<string, Map<number, number>>();
  private readonly hints = new Map<string, number>();

  constructor(
    private readonly line: TrackLine,
    private readonly source: ProgressSource,
  ) {}

  /** Laps driven at a moment, e.g. 12.25; null where it is not known where the car was. */
  at(car: string, at_s: number): number | null {
    const step = Math.floor(at_s / STEP_S);
    const low = this.share(car, step);
    const high = this.share(car, step + 1);
    if (Number.isNaN(low)) {
      return null;
    }
    const ahead = Number.isNaN(high) ? low : high < low - 0.5 ? high + 1 : high > low + 0.5 ? high - 1 : high;
    const share = low + (ahead - low) * (at_s / STEP_S - step);
    return this.total(car, at_s, share);
  }

  /**
   * When a car had come so far.
   *
   * @param latest_s the answer lies not after it
   * @returns null where it is not known
   */
  timeAt(car: string, progress: number, latest_s: number): number | null {
    const passings = this.source.passings(car);
    const laps = Math.floor(progress);
    const begin = laps === 0 ? Math.max(0, latest_s - 2 * USUAL_LAP_S) : passings[laps - 1];
    if (begin === undefined || begin > latest_s) {
      return null;
    }
    if (laps > 0 && progress === laps) {
      return begin;
    }
    const end = Math.min(latest_s, passings[laps] ?? Infinity);
    let low = Math.ceil(begin / STEP_S);
    let high = Math.floor(end / STEP_S);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const there = this.at(car, middle * STEP_S);
      if (there === null) {
        return null;
      }
      if (there <= progress) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return this.within(car, progress, Math.max(begin, low * STEP_S), Math.min(end, high * STEP_S));
  }

  /** Forgets where the cars were: late data may have moved them. */
  clear(): void {
    this.shares.clear();
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
    const laps = countUntil(passings, at_s);
    if (laps === 0) {
      return share > 0.5 ? share - 1 : share;
    }
    const since = at_s - (passings[laps - 1] as number);
    const usual = laps > 1 ? (passings[laps - 1] as number) - (passings[laps - 2] as number) : USUAL_LAP_S;
    if (share > 1 - NEAR_LINE && since < NEAR_LINE * usual) {
      return laps;
    }
    if (share < NEAR_LINE && since > (1 - NEAR_LINE) * usual) {
      return laps + 1 + share;
    }
    return laps + Math.min(1 - 1e-9, share);
  }

  private share(car: string, step: number): number {
    let known = this.shares.get(car);
    if (!known) {
      known = new Map();
      this.shares.set(car, known);
    }
    const share = known.get(step);
    if (share !== undefined) {
      return share;
    }
    const place = this.source.placeAt(car, step * STEP_S);
    const found = place ? this.line.locate(place, this.hints.get(car) ?? -1) : null;
    if (found) {
      this.hints.set(car, found.point);
      known.set(step, found.share);
      return found.share;
    }
    return UNKNOWN;
  }
}

/** How many of rising numbers are at or below a limit. */
export function countUntil(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
