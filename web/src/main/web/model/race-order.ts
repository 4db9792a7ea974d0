import { finishOf } from './chequered.js';
import { countUntil, type Passing } from './passings.js';
import type { ProgressBook } from './progress-book.js';
import { LeaderClock } from './leader-clock.js';
import { median } from './robust.js';

/** How far behind: by time, or by whole laps where it is a lap or more. */
export type Gap = { kind: 'time'; s: number } | { kind: 'laps'; laps: number };

/** What an order and its gaps are told from: where a car is now, when it last passed the line, or how its race ended. */
export type Told = 'place' | 'line' | 'result';

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
  by: Told;
  /** The passing of the line that all of this counts from is not known well, that of the leader or of the car before neither. */
  doubtful: boolean;
  /** Usual laps since it was at the line last; Infinity where it never was. */
  sinceLine: number;
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

/** A car at a moment. */
export interface Standing {
  car: string;
  /** How far it has come, as well as is known: what the order goes by. */
  come: number;
  /** The last passing of the line that counts. */
  last: Passing | null;
  progress: number | null;
  sinceLine: number;
  /** It was not seen for so long that it may stand anywhere. */
  lost: boolean;
  finished_s: number | null;
}

/** Of a lap that nobody has driven yet; only to tell cars apart by when they passed the line. */
const USUAL_LAP_S = 90;
const FULL = 1 - 1e-9;
/** A car that is not seen drives on as usual for so long; then it stands, for all that is known. */
const COASTS_S = 20;
/** Where a car was lost is looked for as closely as this. */
const LOOKS_EVERY_S = 1;
/** A car that is nowhere, and was not at the line for so many usual laps, stands somewhere. */
const LOST_LAPS = 2;

/**
 * The order of a race at a moment: by laps driven and by how far round the circuit a car is, or, where that is not known,
 * by how much of a usual lap has passed since it was at the line. What happened after the moment does not count.
 */
export function raceOrder(facts: RaceFacts, at_s: number): Placed[] {
  const usual_s = usualLap(facts, at_s);
  const places = new Map(facts.cars.map((car) => [car, facts.progress?.at(car, at_s) ?? null]));
  const standings = facts.cars.map((car) => standing(facts, { car, places, at_s, usual_s })).sort(ahead);
  const gaps = gapsOf(facts, standings, at_s);
  const leader = standings.find(({ lost }) => !lost);
  return standings.map((each, i): Placed => {
    const { gap, interval } = gaps[i] as Gaps;
    return {
      car: each.car,
      position: i + 1,
      laps: Math.max(0, Math.floor(each.come + 1e-6)),
      progress: each.progress,
      gap,
      interval,
      by: each.progress === null || leader?.progress === null ? 'line' : 'place',
      doubtful: [standings[0], standings[i - 1], each].some((one) => one?.last?.uncertain ?? false),
      sinceLine: each.sinceLine,
      finished_s: each.finished_s,
    };
  });
}

/** One car, among the places of all at a moment. */
interface Asked {
  car: string;
  places: ReadonlyMap<string, number | null>;
  at_s: number;
  usual_s: number;
}

function standing(facts: RaceFacts, asked: Asked): Standing {
  const { car, at_s, usual_s } = asked;
  const passings = facts.passings(car);
  const finish = finishOf(passings, facts.chequered_s);
  const end = finish !== null && finish.at_s <= at_s ? finish : null;
  const last = end ?? passings[countUntil(passings, at_s) - 1] ?? null;
  const laps = last?.laps ?? 0;
  const sinceLine = last ? (at_s - last.at_s) / usual_s : Infinity;
  const progress = end === null ? (asked.places.get(car) ?? null) : laps;
  const seen = progress === null && last ? lastSeen(facts, car, at_s, last.at_s) : null;
  // After the flag a car ends at its next passing: before that is told, it is not past the line.
  const most = at_s >= facts.chequered_s ? laps + FULL : Infinity;
  const come = end === null ? Math.min(progress ?? unseen(facts, asked, last, seen), most) : laps;
  // Without a circuit nobody's place is known: the line tells all there is.
  const lost = facts.progress !== null && progress === null && (seen ? seen.ago_s > COASTS_S : sinceLine > LOST_LAPS);
  return { car, come, last, progress, sinceLine, lost, finished_s: end?.at_s ?? null };
}

interface Seen {
  progress: number;
  ago_s: number;
}

/** Where a car was seen last since it passed the line: a moment ago, or before it fell silent for good. */
function lastSeen({ progress }: RaceFacts, car: string, at_s: number, since_s: number): Seen | null {
  const seen = (then_s: number): Seen | null => {
    const there = progress?.at(car, then_s) ?? null;
    return there === null ? null : { progress: there, ago_s: at_s - then_s };
  };
  for (let ago_s = LOOKS_EVERY_S; ago_s <= Math.min(COASTS_S, at_s - since_s); ago_s += LOOKS_EVERY_S) {
    const found = seen(at_s - ago_s);
    if (found) {
      return found;
    }
  }
  let last = seen(since_s);
  let [heard_s, silent_s] = [since_s, at_s - COASTS_S];
  while (last && silent_s - heard_s > LOOKS_EVERY_S) {
    const found = seen((heard_s + silent_s) / 2);
    [heard_s, silent_s] = found ? [at_s - found.ago_s, silent_s] : [heard_s, (heard_s + silent_s) / 2];
    last = found ?? last;
  }
  return last;
}

/** How far a car has come that is not seen. */
function unseen(facts: RaceFacts, asked: Asked, last: Passing | null, seen: Seen | null): number {
  if (last === null) {
    return -Infinity;
  }
  if (seen !== null) {
    return Math.min(last.laps + FULL, coasted(facts, asked, seen));
  }
  const sinceLine = (asked.at_s - last.at_s) / asked.usual_s;
  return last.laps + (sinceLine > LOST_LAPS ? 0 : Math.min(FULL, sinceLine));
}

/**
 * How far it has come that drives on as the car before it, as many seconds behind; the first one as the car behind it.
 * Who is told late by a moment passes nobody for it.
 */
function coasted({ progress }: RaceFacts, { places, at_s, usual_s }: Asked, seen: Seen): number {
  const from_s = at_s - seen.ago_s;
  const coasts_s = Math.min(seen.ago_s, COASTS_S);
  const others = [...places].flatMap(([car, now]) => {
    const then = now === null ? null : (progress?.at(car, from_s) ?? null);
    return then === null ? [] : [{ car, then }];
  });
  const before = nearest(others.filter(({ then }) => then >= seen.progress), seen.progress);
  const there_s = before && progress?.timeAt(before.car, seen.progress, from_s);
  if (before && typeof there_s === 'number') {
    return progress?.at(before.car, there_s + coasts_s) ?? seen.progress;
  }
  const behind = nearest(others, seen.progress);
  const until = behind && (progress?.at(behind.car, from_s + coasts_s) ?? null);
  return seen.progress + (behind && until !== null ? Math.max(0, until - behind.then) : coasts_s / usual_s);
}

function nearest<T extends { then: number }>(cars: readonly T[], to: number): T | null {
  return cars.reduce<T | null>((best, each) => (best && Math.abs(best.then - to) <= Math.abs(each.then - to) ? best : each), null);
}

/** One number tells all cars apart: what compares some by one thing and some by another is no order. */
function ahead(a: Standing, b: Standing): number {
  // Infinity − Infinity is no number: two cars of which nothing is known are told apart by name.
  const come = a.come === b.come ? 0 : b.come - a.come;
  return come || lastOf(a) - lastOf(b) || byName(a, b);
}

const lastOf = ({ last }: Standing): number => last?.at_s ?? Number.MAX_VALUE;

/** The median of the last laps of all. */
export function usualLap({ cars, passings }: Pick<RaceFacts, 'cars' | 'passings'>, at_s: number): number {
  const laps = cars.flatMap((car) => {
    const own = passings(car);
    const count = countUntil(own, at_s);
    const [before, last] = [own[count - 2], own[count - 1]];
    return before && last ? [(last.at_s - before.at_s) / (last.laps - before.laps)] : [];
  });
  return median(laps) ?? USUAL_LAP_S;
}

const byName = (a: Standing, b: Standing): number => a.car.localeCompare(b.car, 'en', { numeric: true });

interface Gaps {
  gap: Gap | null;
  interval: Gap | null;
}

/**
 * The gaps of all cars, told so that they add up: an interval is the difference of two gaps to the leader where both are
 * times, and nobody has a smaller gap than the car before it. From and to a car that is lost only laps are told.
 */
function gapsOf(facts: RaceFacts, standings: readonly Standing[], at_s: number): Gaps[] {
  const leader = standings.find(({ lost }) => !lost) ?? standings[0];
  const clock = leader && new LeaderClock(facts, leader, at_s);
  let least_s = 0;
  let front = leader;
  let before: Gap | null = { kind: 'time', s: 0 };
  return standings.map((each, i): Gaps => {
    if (!clock || !front || i === 0 || each === leader) {
      return { gap: null, interval: null };
    }
    if (each.lost) {
      return { gap: lapsBehind(leader, each), interval: lapsBehind(front, each) };
    }
    const ahead = front;
    const own = (): Gap | null => new LeaderClock(facts, ahead, at_s).gapOf(each);
    const told = clock.gapOf(each) ?? addedUp(before, own());
    const gap: Gap | null = told?.kind === 'time' ? { kind: 'time', s: Math.max(least_s, told.s) } : told;
    least_s = gap?.kind === 'time' ? gap.s : least_s;
    const interval = intervalOf(before, gap, own);
    before = gap;
    front = each;
    return { gap, interval };
  });
}

function intervalOf(before: Gap | null, gap: Gap | null, own: () => Gap | null): Gap | null {
  return before?.kind === 'time' && gap?.kind === 'time' ? { kind: 'time', s: gap.s - before.s } : own();
}

/** Where the leader was when it had come so far nobody may know, but how far the car before was ahead. */
const addedUp = (before: Gap | null, interval: Gap | null): Gap | null =>
  before?.kind === 'time' && interval?.kind === 'time' ? { kind: 'time', s: before.s + interval.s } : null;

/** A lap or more. */
function lapsBehind(front: Standing, behind: Standing): Gap | null {
  const laps = Math.floor(front.come - behind.come + 1e-9);
  return Number.isFinite(laps) && laps >= 1 ? { kind: 'laps', laps } : null;
}
