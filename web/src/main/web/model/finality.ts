import type { Problem } from '../wire/rest.js';
import type { LedgerLine, Source } from '../wire/words.js';
import { clock } from './format.js';
import { HealingBook, type BlockTimes, type Healed } from './healing.js';

/** What holds a watermark back. */
export interface Held {
  car: string;
  source: string;
  /** Blocks are missing; the source says nothing, but has not ended; it sends, but of a time long past. */
  by: 'missing' | 'silent' | 'behind';
  /** The time of a hole that was told from the numbers of blocks far from it. */
  about: boolean;
}

/** Up to here no sample will be added; nothing holds it back where `held` is null. */
export interface Watermark {
  final_s: number;
  held: Held | null;
}

/** What is known of all sources at one moment. */
export interface Supply {
  sources: readonly Source[];
  ledger: readonly LedgerLine[];
  /** First sample of the session, ISO 8601. */
  start: string;
  live: boolean;
  /** Of a clock that only goes forward. */
  wall_s: number;
}

/** The last block of a source at one look, and when it ended. */
interface Anchor {
  block: number;
  at_s: number;
}

/** What is on its way is no hole: in a live session only what is held back by more than this is told. */
const SETTLING_S = 10;
/** Sources that are stopped together do not stop at one instant. */
const STORED_SETTLING_S = 2;
/** A hole between two looks that are nearer than this is known well enough. */
const NEAR_S = 10;
const MOST_ANCHORS = 400;

/** Nothing is held back. */
export const ALL_FINAL: Watermark = { final_s: Infinity, held: null };

/**
 * The finality watermarks of a session, from the ledger and the state of its sources. The ledger has numbers of blocks
 * and no times, so each look keeps which block was the last one and when it ended: the time of a hole lies between two of these.
 */
export class FinalityBook {
  /** Null until they are known. */
  sources: readonly Source[] | null = null;
  ledger: readonly LedgerLine[] = [];
  /** Why the last look brought nothing; null where it did. */
  failed: Pick<Problem, 'title' | 'detail' | 'remedy'> | null = null;
  private readonly anchors = new Map<string, Anchor[]>();
  private byCar = new Map<string, Watermark>();
  private silent = new Map<string, number>();
  private start = '';
  private heard: { newest_s: number; wall_s: number } | null = null;
  private pace = 1;
  private readonly healing = new HealingBook();
  private readonly times: BlockTimes = {
    last_s: (source) => this.seconds(source.last_sample),
    about: (source, first, last) => this.stretchOf(source, first, last),
  };

  /** @returns what late data healed, once all of it is in the store */
  take(supply: Supply): Healed | null {
    const { sources, ledger, start } = supply;
    if (start !== this.start) {
      this.clear();
      this.start = start;
    }
    this.failed = null;
    this.sources = sources;
    this.ledger = ledger;
    sources.forEach((source) => this.remember(source));
    const newest_s = Math.max(0, ...sources.map((source) => this.seconds(source.last_sample) ?? 0));
    this.learnPace(newest_s, supply.wall_s);
    const settling_s = supply.live ? SETTLING_S * Math.max(1, this.pace) : STORED_SETTLING_S;
    this.byCar = new Map();
    this.silent = new Map();
    for (const source of sources) {
      const due_s = newest_s - settling_s;
      this.byCar.set(source.car, earlier(this.of(source.car), this.markOf(source, due_s)));
      const { held, final_s } = this.quietOf(source);
      if (supply.live && held?.by === 'silent' && final_s < due_s) {
        this.silent.set(source.car, final_s);
      }
    }
    return this.healing.look(sources, ledger, this.times, newest_s - settling_s);
  }

  /** Equal where nothing else would be shown. */
  get told(): string {
    return JSON.stringify([this.sources, this.ledger, this.failed, [...this.byCar], [...this.silent]]);
  }

  clear(): void {
    this.healing.clear();
    this.sources = null;
    this.ledger = [];
    this.anchors.clear();
    this.byCar.clear();
    this.silent.clear();
    this.heard = null;
    this.pace = 1;
  }

  of(car: string | null): Watermark {
    return this.byCar.get(car ?? '') ?? ALL_FINAL;
  }

  /** Of some cars together. */
  ofAll(cars: Iterable<string>): Watermark {
    return [...cars].map((car) => this.of(car)).reduce(earlier, ALL_FINAL);
  }

  /** Of all that sends, the circuit too. */
  get session(): Watermark {
    return this.ofAll(this.byCar.keys());
  }

  /** Since when a car of a live session has been silent without having ended; null where it is not. */
  silentSince(car: string | null): number | null {
    return this.silent.get(car ?? '') ?? null;
  }

  private markOf(source: Source, due_s: number): Watermark {
    const hole = this.holeOf(source);
    const quiet = this.quietOf(source);
    const mark = earlier(hole, quiet);
    return mark.final_s < due_s ? mark : ALL_FINAL;
  }

  /** A source that ended, or that another one of its car came after, has nothing more to say. */
  private quietOf(source: Source): Watermark {
    const last_s = this.seconds(source.last_sample);
    const ended = source.state === 'ended' || last_s === null || this.wasFollowed(source, last_s);
    const by = source.state === 'silent' ? 'silent' : 'behind';
    return ended ? ALL_FINAL : { final_s: last_s, held: { car: source.car, source: source.id, by, about: false } };
  }

  private wasFollowed(source: Source, last_s: number): boolean {
    const others = this.sources?.filter(({ car, id }) => car === source.car && id !== source.id) ?? [];
    return source.state === 'silent' && others.some((other) => (this.seconds(other.first_sample) ?? -Infinity) >= last_s);
  }

  private holeOf(source: Source): Watermark {
    const first = this.ledger.find((line) => line.source === source.id)?.missing[0]?.[0];
    if (first === undefined) {
      return ALL_FINAL;
    }
    const anchors = this.anchors.get(source.id) ?? [];
    const before = anchors.findLast(({ block }) => block < first);
    const after = anchors.find(({ block }) => block >= first);
    const held: Held = { car: source.car, source: source.id, by: 'missing', about: true };
    if (!before || !after) {
      // Nothing tells when it was: nothing of the source is final.
      return { final_s: this.seconds(source.first_sample) ?? 0, held };
    }
    const share = (first - 1 - before.block) / (after.block - before.block);
    const about = after.at_s - before.at_s > NEAR_S;
    return { final_s: before.at_s + share * (after.at_s - before.at_s), held: { ...held, about } };
  }

  private stretchOf({ id, first_sample, last_sample }: Source, first: number, last: number): Healed {
    const anchors = this.anchors.get(id) ?? [];
    const from_s = anchors.findLast(({ block }) => block < first)?.at_s ?? this.seconds(first_sample) ?? 0;
    return { from_s, to_s: anchors.find(({ block }) => block >= last)?.at_s ?? this.seconds(last_sample) ?? from_s };
  }

  private remember(source: Source): void {
    const known = this.anchors.get(source.id) ?? this.begun(source);
    const at_s = this.seconds(source.last_sample);
    const last = known.at(-1);
    if (at_s !== null && source.last_block !== null && last && source.last_block > last.block && at_s >= last.at_s) {
      known.push({ block: source.last_block, at_s });
    }
    this.anchors.set(source.id, known.length > MOST_ANCHORS ? known.filter((_, i) => i % 2 === 0) : known);
  }

  private begun(source: Source): Anchor[] {
    const at_s = this.seconds(source.first_sample);
    return at_s === null ? [] : [{ block: -1, at_s }];
  }

  /** Seconds of the session in one of the wall: a replay ten times as fast has ten times as much on its way. */
  private learnPace(newest_s: number, wall_s: number): void {
    const { heard } = this;
    if (heard && wall_s > heard.wall_s) {
      this.pace = (newest_s - heard.newest_s) / (wall_s - heard.wall_s);
    }
    this.heard = { newest_s, wall_s };
  }

  private seconds(iso: string | null): number | null {
    const at = iso === null ? NaN : (Date.parse(iso) - Date.parse(this.start)) / 1_000;
    return Number.isNaN(at) ? null : at;
  }
}

function earlier(a: Watermark, b: Watermark): Watermark {
  return b.final_s < a.final_s ? b : a;
}

/** Why what comes after a watermark may still change. */
export function heldText({ car, by }: Held): string {
  return { missing: `blocks of car ${car} are missing`, silent: `car ${car} is silent`, behind: `car ${car} is behind` }[by];
}

/** The time of a watermark in words. */
export function finalAt({ final_s, held }: Watermark): string {
  return `${held?.about ? 'about ' : ''}${clock(Math.round(final_s))}`;
}

/** From where on a chart is hatched, and what is written there. */
export interface Provisional {
  from: number;
  word: string;
}

/** @param start_s of the chart's axis, in seconds of the session */
export function provisionalOf(mark: Watermark, start_s = 0): Provisional | null {
  const { final_s, held } = mark;
  return held === null ? null : { from: final_s - start_s, word: `provisional from ${finalAt(mark)} on: ${heldText(held)}` };
}

export const sameProvisional = (a: Provisional | null | undefined, b: Provisional | null | undefined): boolean =>
  a?.from === b?.from && a?.word === b?.word;
