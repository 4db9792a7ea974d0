import { countUntil, passingAfter, type Passing } from './passings.js';
import type { ProgressBook } from './progress-book.js';
import { median } from './robust.js';

/** How far behind: by time, or by whole laps where it is a lap or more. */
export type Gap = { kind: 'time'; s: number } | { kind: 'laps'; laps: number };

/** A car in the order of the race. */
export interface Placed {
  car: string;
  position: number;
  /** Laps driven, in whole ones. */
  laps: number;
  /** Laps driven with the part of the one under way; null where it is not known where the car is. */
  progress: number | null;
  /** To the leader; null for the leader itself, and where it is not known. */
  gap: Gap | null;
  /** To the car before. */
  interval: Gap | null;
  /** When the car ended its race; null while it drives. */
  finished_s: number | null;
}

/** What the order is made of. */
export interface RaceFacts {
  cars: readonly string[];
  /** On one count for all cars. */
  passings(car: string): readonly Passing[];
  /** null without a circuit: then the passings of the line alone tell. */
  progress: ProgressBook | null;
  /** From when on a car that passes the line has ended its race; Infinity before the chequered flag. */
  chequered_s: number;
}

interface Standing {
  car: string;
  /** How far it has come, as well as is known: what the order goes by. */
  come: number;
  laps: number;
  last_s: number;
  progress: number | null;
  finished_s: number | null;
}

/** Of a lap that nobody has driven yet; only to tell cars apart by when they passed the line. */
const USUAL_LAP_S = 90;
const FULL = 1 - 1e-9;

/**
 * The order of a race at a moment: by laps driven and by how far round the circuit a car is, or, where that is not known,
 * by how much of a usual lap has passed since it was at the line. What happened after the moment does not count.
 */
export function raceOrder(facts: RaceFacts, at_s: number): Placed[] {
  const usual_s = usualLap(facts, at_s);
  const standings = facts.cars.map((car) => standing(facts, car, at_s, usual_s)).sort(ahead);
  return standings.map((each, i): Placed => {
    const leader = standings[0] as Standing;
    const before = standings[i - 1];
    return {
      car: each.car,
      position: i + 1,
      laps: each.laps,
      progress: each.progress,
      gap: before ? gapBetween(facts, leader, each, at_s) : null,
      interval: before ? gapBetween(facts, before, each, at_s) : null,
      finished_s: each.finished_s,
    };
  });
}

function standing(facts: RaceFacts, car: string, at_s: number, usual_s: number): Standing {
  const passings = facts.passings(car);
  const end = passings.find((passing) => passing.at_s >= facts.chequered_s && passing.at_s <= at_s) ?? null;
  const last = end ?? passings[countUntil(passings, at_s) - 1];
  const laps = last?.laps ?? 0;
  const progress = end === null ? (facts.progress?.at(car, at_s) ?? null) : laps;
  const sinceLine = last ? laps + Math.min(FULL, (at_s - last.at_s) / usual_s) : -Infinity;
  // After the flag a car ends at its next passing: before that is told, it is not past the line.
  const most = at_s >= facts.chequered_s ? laps + FULL : Infinity;
  const come = end === null ? Math.min(progress ?? sinceLine, most) : laps;
  return { car, come, laps, last_s: last?.at_s ?? Infinity, progress, finished_s: end?.at_s ?? null };
}

/** One number tells all cars apart: what compares some by one thing and some by another is no order. */
function ahead(a: Standing, b: Standing): number {
  // Infinity − Infinity is no number: two cars of which nothing is known are told apart by name.
  const come = a.come === b.come ? 0 : b.come - a.come;
  return come || (a.last_s === b.last_s ? 0 : a.last_s - b.last_s) || byName(a, b);
}

/** The median of the last laps of all. */
function usualLap({ cars, passings }: RaceFacts, at_s: number): number {
  const laps = cars.flatMap((car) => {
    const own = passings(car);
    const count = countUntil(own, at_s);
    const [before, last] = [own[count - 2], own[count - 1]];
    return before && last ? [(last.at_s - before.at_s) / (last.laps - before.laps)] : [];
  });
  return median(laps) ?? USUAL_LAP_S;
}

const byName = (a: Standing, b: Standing): number => a.car.localeCompare(b.car, 'en', { numeric: true });

function gapBetween(facts: RaceFacts, front: Standing, behind: Standing, at_s: number): Gap | null {
  if (front.progress !== null && behind.progress !== null && front.finished_s === null && behind.finished_s === null) {
    const laps = Math.floor(front.progress - behind.progress + 1e-9);
    if (laps >= 1) {
      return { kind: 'laps', laps };
    }
    // Where the one in front was then may not be here yet; what the line told a lap ago would be another gap.
    const then = facts.progress?.timeAt(front.car, behind.progress, at_s) ?? null;
    return then === null ? null : { kind: 'time', s: at_s - then };
  }
  return gapAtLine(facts, front, behind);
}

/** At the last passing of the one behind: how long before it the one in front made the same. */
function gapAtLine(facts: RaceFacts, front: Standing, behind: Standing): Gap | null {
  const lapped = front.laps - behind.laps;
  if (behind.finished_s !== null && lapped >= 1) {
    return { kind: 'laps', laps: lapped };
  }
  const same = passingAfter(facts.passings(front.car), behind.laps);
  if (behind.laps === 0 || same === undefined) {
    return lapped >= 1 ? { kind: 'laps', laps: lapped } : null;
  }
  // A lap in front at the line may be a few seconds on the track: only what is more is a lap.
  const next = passingAfter(facts.passings(front.car), behind.laps + 1);
  if (lapped > 1 || (lapped === 1 && next !== undefined && next.at_s <= behind.last_s)) {
    return { kind: 'laps', laps: lapped > 1 ? lapped - 1 : lapped };
  }
  return { kind: 'time', s: Math.max(0, behind.last_s - same.at_s) };
}
