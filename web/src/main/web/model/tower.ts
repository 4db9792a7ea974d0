import type { Entry } from '../wire/words.js';
import type { FrameStore } from './frame-store.js';
import type { MiniRating } from './mini-sectors.js';
import type { Gap, Placed } from './race-order.js';
import { COMPOUNDS, type Compound } from './stints.js';

/** What a car does: in words, because a colour alone says nothing to many. */
export type CarStatus = 'racing' | 'pit' | 'stopped' | 'finished' | 'silent';

/** One line of the timing tower. */
export interface TowerRow extends Placed {
  entry: Entry;
  status: CarStatus;
  /** Within a second of the car before it, both racing. */
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

/** All cars in the order of the race at the store's cursor. */
export function towerOf(store: FrameStore): TowerRow[] {
  const at = store.now_s;
  const minis = store.race.miniRatings(at);
  const entries = new Map(store.entries().map((entry) => [entry.car, entry]));
  const rows: TowerRow[] = [];
  for (const placed of store.race.order(at)) {
    const entry = entries.get(placed.car);
    if (entry) {
      const status = statusOf(store, placed, at);
      const before = rows.at(-1);
      rows.push({
        ...placed,
        entry,
        status,
        battle: status === 'racing' && before?.status === 'racing' && isClose(placed.interval),
        compound: compoundOf(store.samples.valueAt(placed.car, 'tyre_compound', at)),
        tyreLaps: store.samples.valueAt(placed.car, 'tyre_age', at),
        stops: store.samples.valueAt(placed.car, 'pit_stops', at),
        minis: minis.get(placed.car) ?? [],
      });
    }
  }
  return rows;
}

const isClose = (gap: Gap | null): boolean => gap?.kind === 'time' && gap.s < BATTLE_S;

function statusOf(store: FrameStore, placed: Placed, at_s: number): CarStatus {
  if (placed.finished_s !== null) {
    return 'finished';
  }
  const { car } = placed;
  if (store.samples.valueAt(car, 'in_pit_lane', at_s) === 1) {
    return 'pit';
  }
  const speeds = [0, STANDS_FOR_S / 2, STANDS_FOR_S].map((ago) => store.samples.valueAt(car, 'speed', at_s - ago));
  if (speeds.every((speed) => speed !== null && speed < STANDS_KMH)) {
    return 'stopped';
  }
  const heard = [0, SILENT_FOR_S / 2, SILENT_FOR_S].some((ago) => store.samples.placeAt(car, at_s - ago) !== null || store.samples.valueAt(car, 'speed', at_s - ago) !== null);
  return heard || !store.samples.knowsPastOf(at_s) ? 'racing' : 'silent';
}

const compoundOf = (code: number | null): Compound | null => (code === null ? null : (COMPOUNDS[code - 1] ?? null));
