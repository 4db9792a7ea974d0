import { countUntil, type ProgressBook } from './progress-book.js';

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
  passings(car: string): readonly number[];
  /** null without a circuit: then the passings of the line alone tell. */
  progress: ProgressBook | null;
  /** From when on a car that passes the line has ended its race; Infinity before the chequered flag. */
  chequered_s: number;
}

interface Standing {
  car: string;
  laps: number;
  last_s: number;
  progress: number | null;
  finished_s: number | null;
}

/**
 * The order of a race at a moment: by laps driven, then by who is further round the circuit, or, where
 * that is not known, by who passed the line first. What happened after the moment does not count.
 */
export function raceOrder(facts: RaceFacts, at_s: number): Placed[] {
  const standings = facts.cars.map((car) => standing(facts, car, at_s)).sort(ahead);
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

function standing(facts: RaceFacts, car: string, at_s: number): Standing {
  const passings = facts.passings(car);
  const driven = countUntil(passings, at_s);
  const end = passings.find((passing) => passing >= facts.chequered_s && passing <= at_s) ?? null;
  const laps = end === null ? driven : countUntil(passings, end);
  const progress = end === null ? (facts.progress?.at(car, at_s) ?? null) : laps;
  return { car, laps, last_s: passings[laps - 1] ?? Infinity, progress, finished_s: end };
}

function ahead(a: Standing, b: Standing): number {
  const bothDrive = a.finished_s === null && b.finished_s === null;
  if (bothDrive && a.progress !== null && b.progress !== null) {
    return b.progress - a.progress || byName(a, b);
  }
  // Infinity − Infinity is no order: two cars that have not passed the line are told apart by name.
  const order = b.laps - a.laps || (a.last_s === b.last_s ? 0 : a.last_s - b.last_s);
  return order || byName(a, b);
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
  const same = facts.passings(front.car)[behind.laps - 1];
  if (behind.laps === 0 || same === undefined) {
    return lapped >= 1 ? { kind: 'laps', laps: lapped } : null;
  }
  // A lap in front at the line may be a few seconds on the track: only what is more is a lap.
  const next = facts.passings(front.car)[behind.laps];
  if (lapped > 1 || (lapped === 1 && next !== undefined && next <= behind.last_s)) {
    return { kind: 'laps', laps: lapped > 1 ? lapped - 1 : lapped };
  }
  return { kind: 'time', s: Math.max(0, behind.last_s - same) };
}
