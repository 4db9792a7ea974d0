import { Poll } from '../wire/poll.js';
import { rest } from '../wire/rest.js';
import { flagPeriods, type FlagPeriod } from './flag-periods.js';
import type { FrameStore } from './frame-store.js';
import { widest, type Healed } from './healing.js';
import { Once } from './once.js';
import { roadOf, type Road } from './road.js';
import { roadOrder } from './road-gaps.js';
import { stintsOf, type RaceRound, type StintsOfCar } from './stints.js';
import { TYRE_CHANNELS, TyreLog } from './tyre-log.js';

/** All cars at the line up to the cursor, and in which order they are on the road. */
export interface OnRoad extends Road {
  order: string[];
}

/** Ten minutes at a time, twice a second: a stop is known to half a second. */
const PIECE_S = 600;
const HZ = 2;
const LOOKS_EVERY_MS = 4_000;
const SOON_MS = 50;

/**
 * What the panels of stints and gaps share, beside the laps: tyres and pits of all cars over the whole session, the
 * flags, and whether only pure laps are shown. It asks the platform only while a panel is in sight.
 */
export class RaceLog {
  readonly tyres = new TyreLog();
  /** Laps that do not tell the pace are hidden. */
  pureOnly = false;
  private readonly listeners = new Set<() => void>();
  /** Whether there is more to be had at once. */
  private more = false;
  private readonly poll = new Poll(
    (signal) => this.look(signal),
    () => (this.more ? SOON_MS : LOOKS_EVERY_MS),
  );
  private start: string | null = null;
  /** Another number when the log knows more, or shows less. */
  revision = 0;
  private readonly road = new Once<OnRoad>();
  private readonly known = new Map<string, { key: string; stints: StintsOfCar }>();
  /** Of this time tyres are asked for again, because samples came late. */
  private again: Healed | null = null;

  constructor(private readonly store: FrameStore) {
    store.on('healed', () => (this.again = widest(this.again, store.healed)));
  }

  /** @returns how to stop listening */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) {
      this.poll.now();
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.poll.stop();
      }
    };
  }

  showPure(only: boolean): void {
    this.pureOnly = only;
    this.tell();
  }

  /** Whether somebody says which flags are out; where nobody does, laps under a flag count as any. */
  get flagsKnown(): boolean {
    return this.store.control.known && this.store.control.marshalSectors > 0;
  }

  /** Those that were known at the cursor. */
  get flags(): FlagPeriod[] {
    return flagPeriods(this.store.control.all, this.store.now_s);
  }

  /** The same thing until there are other facts. */
  get onRoad(): OnRoad {
    const entries = this.store.timing.entries();
    const { chequered_s } = this.store.control;
    const told_s = chequered_s <= this.store.now_s ? chequered_s : Infinity;
    return this.road.get([entries, told_s], () => {
      const road = roadOf(entries.map(({ car }) => [car, this.store.timing.laps(car)]), told_s);
      return { ...road, order: roadOrder(road.passings) };
    });
  }

  /** The stints of a car at the cursor. */
  stintsOf(car: string): StintsOfCar {
    const laps = this.store.timing.laps(car);
    const now_s = this.store.now_s;
    // Between two facts nothing changes but how long the car has been in the lane.
    const stated = laps.map((lap) => `${lap.number}/${lap.revision}/${lap.provisional}`).join(' ');
    const round = this.roundOf(car);
    const key = `${stated} ${this.tyres.puts} ${this.store.control.changes} ${Math.floor(now_s)} ${round.fell_s} ${round.fromGrid}`;
    const known = this.known.get(car);
    if (known?.key === key) {
      return known.stints;
    }
    const stints = stintsOf(car, laps, this.tyres, round);
    this.known.set(car, { key, stints });
    return stints;
  }

  private roundOf(car: string): RaceRound {
    const { grid, fell_s } = this.onRoad;
    return { flags: this.flags, until_s: this.store.now_s, fell_s, fromGrid: grid.has(car) };
  }

  private async look(signal: AbortSignal): Promise<void> {
    this.more = false;
    if (this.store.session !== null) {
      this.forgetWhereMoved(this.store.session.start);
      // What could not be had stays unknown, and is asked for again; of a stored session too, for it may go on.
      this.more = await this.fetchTyres(this.store.session.id, signal);
    }
  }

  /** Times count from another moment when an earlier sample came. */
  private forgetWhereMoved(start: string): void {
    if (this.start !== start) {
      this.start = start;
      this.tyres.clear();
      this.again = null;
      this.known.clear();
    }
  }

  /** @returns whether there is more to be had at once */
  private async fetchTyres(session: string, signal: AbortSignal): Promise<boolean> {
    const { again } = this;
    const from = Math.max(0, Math.min(this.tyres.until_s, again?.from_s ?? Infinity));
    const to = Math.min(this.store.storedUntil_s, from + PIECE_S);
    if (to - from < 1 / HZ) {
      return false;
    }
    const sheet = await rest.frames(session, TYRE_CHANNELS, from, to, HZ, signal);
    if (this.start !== this.store.session?.start) {
      return true;
    }
    this.tyres.put(sheet, to);
    if (this.again === again) {
      this.again = again && to < again.to_s ? { ...again, from_s: to } : null;
    }
    this.tell();
    return to < this.store.storedUntil_s;
  }

  private tell(): void {
    this.revision += 1;
    this.listeners.forEach((listener) => listener());
  }
}

const logs = new WeakMap<FrameStore, RaceLog>();

/** The one of a session. */
export function raceLogOf(store: FrameStore): RaceLog {
  const log = logs.get(store) ?? new RaceLog(store);
  logs.set(store, log);
  return log;
}
