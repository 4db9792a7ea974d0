import type { Entry, Lap } from '../wire/words.js';
import { completedLaps } from './timed-laps.js';

/** When a lap was driven to its end; an open one never. */
export const endOf = (lap: Lap): number => (lap.time_s === null ? Infinity : lap.start_s + lap.time_s);

/** The laps that had ended by then. What happened later is not known at that moment. */
export function lapsAt(laps: Lap[], at_s: number): Lap[] {
  return laps.filter((lap) => endOf(lap) <= at_s);
}

/** An entry as it stood with these laps, by the rules of docs/timing.md; its place comes from {@link placed}. */
export function entryWith(entry: Entry, laps: Lap[]): Entry {
  const completed = completedLaps(laps);
  const flying = completed.filter(({ kind, time_s }) => kind === 'flying' && time_s !== null);
  const known = flying.filter(({ uncertain }) => !uncertain);
  const best = fastest(known) ?? fastest(surest(flying));
  const sectors = bestSectors(known);
  return {
    ...entry,
    laps: completed.length,
    last_lap_s: completed.at(-1)?.time_s ?? null,
    best_lap_s: best?.time_s ?? null,
    best_lap: best?.number ?? null,
    best_uncertain: best?.uncertain ?? false,
    best_sectors_s: sectors,
    theoretical_best_s: sectors.length === 0 ? null : sectors.reduce((sum, time) => sum + time, 0),
    rolling_best_s: null,
    position: null,
    gap_s: null,
  };
}

/** The entries in the order of their best laps, each with its place and gap. */
export function placed(entries: Entry[]): Entry[] {
  const order = [...entries].sort((a, b) => timeOf(a) - timeOf(b));
  const leader = order[0] ? timeOf(order[0]) : 0;
  return order.map((entry, i) =>
    timeOf(entry) === Number.MAX_VALUE
      ? { ...entry, position: null, gap_s: null }
      : { ...entry, position: i + 1, gap_s: timeOf(entry) - leader },
  );
}

/** Infinity − Infinity is no order; two cars without a time are equal. */
const timeOf = (entry: Entry): number =>
  entry.best_uncertain || entry.best_lap_s === null ? Number.MAX_VALUE : entry.best_lap_s;

/** What is known no better is not even shown as a best. */
const SHOWN_S = 2.5;
const SAME_S = 0.0005;

/** Of laps that are not known well those that are known as well as any. */
function surest(laps: readonly Lap[]): Lap[] {
  const least_s = Math.min(...laps.map(({ uncertainty_s }) => uncertainty_s));
  return least_s > SHOWN_S ? [] : laps.filter(({ uncertainty_s }) => uncertainty_s <= least_s + SAME_S);
}

function fastest(laps: readonly Lap[]): Lap | undefined {
  return laps.reduce<Lap | undefined>(
    (best, lap) => (best === undefined || (lap.time_s ?? Infinity) < (best.time_s ?? Infinity) ? lap : best),
    undefined,
  );
}

function bestSectors(laps: Lap[]): number[] {
  const count = Math.max(0, ...laps.map((lap) => lap.sectors_s.length));
  const whole = laps.filter((lap) => lap.sectors_s.length === count);
  return Array.from({ length: whole.length === 0 ? 0 : count }, (_, i) =>
    Math.min(...whole.map((lap) => lap.sectors_s[i] ?? Infinity)),
  );
}
