import type { CarSamples } from '../wire/live-frames.js';
import type { Problem } from '../wire/rest.js';
import type { RaceControl, RaceControlMessage, RaceFlag, SectorFlag } from '../wire/words.js';
import { chequeredIn } from './chequered.js';
import { countWhile } from './search.js';
import { TracksideFlags } from './trackside-flags.js';

/** A time in which a flag was shown. */
export interface FlagSpan {
  flag: RaceFlag;
  from_s: number;
  to_s: number;
}

/** So many are kept, the newest. */
export const MOST_MESSAGES = 20_000;
/** The platform has stored what is older than this: of what changed back and forth before, only its word counts. */
const SURELY_STORED_AFTER_S = 30;
/** The live socket may show a change so much later than it was. */
const SAME_CHANGE_S = 1;
/** What is known of it is asked for once more: more may have come of that time. */
const OVERLAP_S = 5;
const MOST_LIVE = 200;

/** What the circuit told, and what held at any moment: as the platform has stored it, and since then as it comes live. */
export class RaceControlBook {
  marshalSectors = 0;
  /** Whether the platform has said what there is; before that, nothing told does not mean that nothing happened. */
  known = false;
  /** Up to which moment of the session it said so last. */
  refreshed_s: number | null = null;
  /** Why it did not answer the last time; null where it did. */
  failed: Pick<Problem, 'title' | 'detail' | 'remedy'> | null = null;
  /** Counts what was learnt. */
  changes = 0;
  private told: RaceControlMessage[] = [];
  private live: RaceControlMessage[] = [];
  private messages: RaceControlMessage[] = [];
  private readonly trackside = new TracksideFlags();

  /**
   * Takes what the platform says of a time, in place of what was known of it.
   *
   * @returns whether it tells anything new
   */
  set(control: RaceControl, from_s = -Infinity, to_s = Infinity): boolean {
    const said = control.messages.filter(({ at_s }) => at_s >= from_s && at_s < to_s);
    const before = this.told.filter(({ at_s }) => at_s < from_s);
    const after = this.told.filter(({ at_s }) => at_s >= to_s);
    this.told = withoutRepeats([...before, ...said, ...after]).slice(-MOST_MESSAGES);
    this.live = this.live.filter((message) => this.isOpen(message));
    const first = !this.known;
    this.known = true;
    return this.merge(control.marshal_sectors || this.marshalSectors) || first;
  }

  /**
   * Takes what the circuit sends live.
   *
   * @returns whether it tells anything new
   */
  hear(samples: CarSamples): boolean {
    const { marshalSectors } = this.trackside;
    const news = this.trackside.hear(samples);
    if (news.length === 0 && marshalSectors === this.trackside.marshalSectors) {
      return false;
    }
    this.live = [...this.live, ...news].sort(byTime).slice(-MOST_LIVE);
    return this.merge(this.trackside.marshalSectors || this.marshalSectors);
  }

  /** From when on the platform is to be asked to learn what it did not say yet; null: from the beginning. */
  get asksFrom_s(): number | null {
    const last = this.told.at(-1);
    // Rain and wet end at another measure than they begin: who asks from between does not hear of the end.
    const weather = ['rain', 'wet'].map((begun) => this.told.findLast((each) => sortOf(each) === begun));
    const holding = weather.flatMap((each) => (each?.weather === 'rain' || each?.weather === 'wet' ? [each.at_s] : []));
    return last ? Math.max(0, Math.min(last.at_s, ...holding) - OVERLAP_S) : null;
  }

  /** What is shown live holds, however long the platform takes to say so. */
  private isOpen(message: RaceControlMessage): boolean {
    const sort = sortOf(message);
    const newest = this.live.findLast((each) => sortOf(each) === sort) === message;
    const toldSince = this.told.some((each) => each.at_s >= message.at_s - SAME_CHANGE_S && sortOf(each) === sort);
    return message.at_s > this.trackside.newest_s - SURELY_STORED_AFTER_S || (newest && !toldSince);
  }

  private merge(marshalSectors: number): boolean {
    const merged = [...this.told];
    for (const message of this.live) {
      const sort = sortOf(message);
      const isSame = (each: RaceControlMessage): boolean => sortOf(each) === sort && each.flag === message.flag;
      const near = this.told.some((each) => Math.abs(each.at_s - message.at_s) <= SAME_CHANGE_S && isSame(each));
      const held = merged.findLast((each) => each.at_s <= message.at_s && sortOf(each) === sort)?.flag ?? INITIAL[message.kind];
      if (!near && held !== message.flag) {
        merged.splice(indexAfter(merged, message.at_s), 0, message);
      }
    }
    const news =
      marshalSectors !== this.marshalSectors ||
      merged.length !== this.messages.length ||
      merged.some(({ at_s, text }, i) => at_s !== this.messages[i]?.at_s || text !== this.messages[i]?.text);
    this.marshalSectors = marshalSectors;
    this.messages = merged;
    this.changes += news ? 1 : 0;
    return news;
  }

  /** All, by time: those after the cursor too. */
  get all(): readonly RaceControlMessage[] {
    return this.messages;
  }

  clear(): void {
    this.told = this.live = this.messages = [];
    this.trackside.clear();
    this.marshalSectors = 0;
    this.known = false;
    this.refreshed_s = this.failed = null;
  }

  /** Up to a moment, the newest first. */
  until(at_s: number): RaceControlMessage[] {
    return this.messages.filter((message) => message.at_s <= at_s).reverse();
  }

  flagAt(at_s: number): RaceFlag {
    const shown = this.messages.findLast(({ kind, at_s: at }) => kind === 'flag' && at <= at_s);
    return (shown?.flag as RaceFlag | undefined) ?? 'none';
  }

  /** What the posts show, from sector 1. */
  sectorsAt(at_s: number): SectorFlag[] {
    const sectors = Array.from({ length: this.marshalSectors }, (): SectorFlag => 'clear');
    for (const { kind, sector, flag, at_s: at } of this.messages) {
      if (kind === 'sector_flag' && sector !== null && at <= at_s) {
        sectors[sector - 1] = flag as SectorFlag;
      }
    }
    return sectors;
  }

  /** Each flag with its time, up to a moment; of no flag nothing. */
  spans(until_s: number): FlagSpan[] {
    const shown = this.messages.filter(({ kind, at_s }) => kind === 'flag' && at_s <= until_s);
    return shown
      .map(({ flag, at_s }, i) => ({ flag: flag as RaceFlag, from_s: at_s, to_s: shown[i + 1]?.at_s ?? until_s }))
      .filter(({ flag }) => flag !== 'none');
  }

  /** When the race was over; Infinity while it is not. */
  get chequered_s(): number {
    return chequeredIn(this.messages);
  }

  /** How many messages lie at or before a moment. */
  count(at_s: number): number {
    return indexAfter(this.messages, at_s);
  }
}

const byTime = (a: RaceControlMessage, b: RaceControlMessage): number => a.at_s - b.at_s;

/** What holds before anything is told. */
const INITIAL: Partial<Record<RaceControlMessage['kind'], RaceControlMessage['flag']>> = { flag: 'none', sector_flag: 'clear' };

/** Messages of one sort replace one another; empty: each is of its own. */
function sortOf({ kind, sector, weather }: RaceControlMessage): string {
  switch (kind) {
    case 'flag':
      return 'flag';
    case 'sector_flag':
      return `sector ${sector}`;
    case 'weather':
      return weather === 'rain' || weather === 'no_rain' ? 'rain' : 'wet';
    case 'incident':
      return '';
  }
}

/** Whoever asks for a part of the session is told at its beginning what held already, where the circuit had been silent. */
function withoutRepeats(messages: RaceControlMessage[]): RaceControlMessage[] {
  const held = new Map<string, string | null>();
  return messages.filter((message) => {
    const sort = sortOf(message);
    const shown = message.flag ?? message.weather;
    const repeated = sort !== '' && held.get(sort) === shown;
    held.set(sort, shown);
    return !repeated;
  });
}

/** How many lie at or before a moment. */
function indexAfter(messages: readonly RaceControlMessage[], at_s: number): number {
  return countWhile(messages.length, (i) => (messages[i] as RaceControlMessage).at_s <= at_s);
}
