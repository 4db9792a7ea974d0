import type { Entry } from '../wire/words.js';
import type { FrameStore } from './frame-store.js';
import type { MiniRating } from './mini-sectors.js';
import type { Gap, Placed } from './race-order.js';
import { COMPOUNDS, type Compound } from './stints.js';

/** What a car does: in words, because a colour alone says nothing to many. */
export type CarStatus = 'racing' | 'pit' | 'stopped' | 'finished' | 'silent' | 'out';

/** One line of the timing tower. */
export interface TowerRow extends Placed {
  entry: Entry;
  status: CarStatus;
  /** Within a second of the car before it, both racing, and both known where they are. */
  battle: boolean;
  compound: Compound | null;
  tyreLaps: number | null;
  stops: number | null;
  minis: MiniRating[];
}

const BATTLE_S = 1;
const STANDS_KMH = 5;
const STANDS_FOR_S = 8;
const SILENT_FOR_S = 10;
/** Who stands or is silent, and was not at the line for so many usual laps, has stood or been silent for two of them. */
const OUT_LAPS = 3;

/** All cars in the order of the race at the store's cursor. */
export function towerOf(store: FrameStore): TowerRow[] {
  const at = store.now_s;
  const raced_s = store.raced_s;
  const minis = store.race.miniRatings(raced_s);
  const entries = new Map(store.timing.entries().map((entry) => [entry.car, entry]));
  const last = (car: string, channel: string): number | null => store.samples.lastValue(car, channel, at);
  const rows: TowerRow[] = [];
  for (const placed of store.race.order(raced_s)) {
    const entry = entries.get(placed.car);
    if (entry) {
      const status = statusOf(store, placed, at);
      const before = rows.at(-1);
      const out = status === 'out' && placed.by !== 'result';
      rows.push({
        ...placed,
        gap: out ? wholeLaps(placed.gap) : placed.gap,
        interval: out || (before?.status === 'out' && placed.by !== 'result') ? wholeLaps(placed.interval) : placed.interval,
        entry,
        status,
        battle: fights({ ...placed, status }, before),
        compound: compoundOf(last(placed.car, 'tyre_compound')),
        tyreLaps: last(placed.car, 'tyre_age'),
        stops: last(placed.car, 'pit_stops'),
        minis: minis.get(placed.car) ?? [],
      });
    }
  }
  return rows;
}

/** Whether all is told from the last passings of the line, because nobody knows where the cars are. */
export const isAtLine = (rows: readonly TowerRow[]): boolean =>
  rows.every(({ by }) => by === 'line') && rows.some(({ sinceLine }) => sinceLine < Infinity);

function fights(row: Pick<TowerRow, 'status' | 'by' | 'doubtful' | 'interval'>, before: TowerRow | undefined): boolean {
  const known = row.by === 'place' && before?.by === 'place' && !row.doubtful;
  return known && row.status === 'racing' && before.status === 'racing' && isClose(row.interval);
}

const isClose = (gap: Gap | null): boolean => gap?.kind === 'time' && gap.s < BATTLE_S;

/** How many seconds ago a car was where another one stands says nothing. */
const wholeLaps = (gap: Gap | null): Gap | null => (gap?.kind === 'laps' ? gap : null);

function statusOf(store: FrameStore, placed: Placed, at_s: number): CarStatus {
  if (placed.finished_s !== null) {
    return 'finished';
  }
  const { car } = placed;
  if (store.samples.valueAt(car, 'in_pit_lane', at_s) === 1) {
    return 'pit';
  }
  const speeds = [0, STANDS_FOR_S / 2, STANDS_FOR_S].map((ago) => store.samples.valueAt(car, 'speed', at_s - ago));
  const long = placed.sinceLine > OUT_LAPS && placed.sinceLine < Infinity;
  if (speeds.every((speed) => speed !== null && speed < STANDS_KMH)) {
    return long ? 'out' : 'stopped';
  }
  const heard = [0, SILENT_FOR_S / 2, SILENT_FOR_S].some((ago) => store.samples.placeAt(car, at_s - ago) !== null || store.samples.valueAt(car, 'speed', at_s - ago) !== null);
  return heard || !store.samples.knowsPastOf(at_s) ? 'racing' : long ? 'out' : 'silent';
}

const compoundOf = (code: number | null): Compound | null => (code === null ? null : (COMPOUNDS[code - 1] ?? null));
