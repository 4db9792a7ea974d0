import type { LedgerLine, Source } from '../wire/words.js';

/** A stretch of the session for which samples came late. */
export interface Healed {
  from_s: number;
  to_s: number;
}

/** When the blocks of a source are of, in seconds of the session. */
export interface BlockTimes {
  /** The end of the newest one. */
  last_s(source: Source): number | null;
  /** Not after the first of these blocks, and not before the last of them. */
  about(source: Source, first: number, last: number): Healed;
}

interface Seen {
  missing: LedgerLine['missing'];
  last_block: number;
  last_s: number | null;
}

/** While more comes late with each look it is told of after so many: whoever hears of it asks the platform again. */
const LOOKS_TOGETHER = 5;

/**
 * Notices which stretches late data healed, by comparing each look at the sources and the ledger with the one before.
 * They are told of a look later, when the samples are in the store too.
 */
export class HealingBook {
  private readonly seen = new Map<string, Seen>();
  private pending: Healed | null = null;
  private looks = 0;
  private due_s = Infinity;

  /**
   * @param due_s all that sends without delay has sent up to here
   * @returns what was healed since it was last told; null where nothing was, or it is not settled
   */
  look(sources: readonly Source[], ledger: readonly LedgerLine[], times: BlockTimes, due_s: number): Healed | null {
    const lineOf = ({ id }: Source): LedgerLine | undefined => ledger.find((line) => line.source === id);
    const found = sources.map((source) => this.compare(source, lineOf(source), times)).reduce(widest, null);
    this.due_s = due_s;
    const { pending } = this;
    this.looks = pending ? this.looks + 1 : 0;
    if (pending && (found === null || this.looks >= LOOKS_TOGETHER)) {
      this.pending = found;
      this.looks = 0;
      return pending;
    }
    this.pending = widest(pending, found);
    return null;
  }

  clear(): void {
    this.seen.clear();
    this.pending = null;
    this.due_s = Infinity;
  }

  private compare(source: Source, line: LedgerLine | undefined, times: BlockTimes): Healed | null {
    const before = this.seen.get(source.id);
    const missing = line?.missing ?? [];
    const last_s = times.last_s(source);
    this.seen.set(source.id, { missing, last_block: source.last_block ?? -1, last_s });
    const came = before ? cameLate(before, missing, line?.healed ?? []) : [];
    const filled = came.length === 0 ? null : times.about(source, Math.min(...came), Math.max(...came));
    // One that is behind, or new and of a time long past, has no hole and yet tells of what was shown without it.
    const begin_s = source.first_sample && this.due_s < Infinity ? times.about(source, 0, 0).from_s : null;
    const from_s = before ? before.last_s : begin_s;
    const behind = from_s !== null && last_s !== null && last_s > from_s && from_s < this.due_s;
    return widest(filled, behind ? { from_s, to_s: last_s } : null);
  }
}

/** The lowest and highest numbers of what was missing and is not, or went missing and came between two looks. */
function cameLate(before: Seen, missing: LedgerLine['missing'], healed: LedgerLine['healed']): number[] {
  const gone = before.missing.flatMap((range) => without(range, missing));
  const next = before.last_block + 1;
  const between = healed.filter(([, to]) => to >= next).map(([from, to]): [number, number] => [Math.max(from, next), to]);
  return [...gone, ...between].flat();
}

/** What of a range lies in none of the others, which rise. */
function without([from, to]: [number, number], others: LedgerLine['missing']): [number, number][] {
  const left: [number, number][] = [];
  let begin = from;
  for (const [low, high] of others) {
    if (high >= begin && low <= to) {
      if (low > begin) {
        left.push([begin, low - 1]);
      }
      begin = high + 1;
    }
  }
  return begin <= to ? [...left, [begin, to]] : left;
}

/** From the first to the last of both. */
export function widest(a: Healed | null, b: Healed | null): Healed | null {
  return a && b ? { from_s: Math.min(a.from_s, b.from_s), to_s: Math.max(a.to_s, b.to_s) } : (a ?? b);
}
