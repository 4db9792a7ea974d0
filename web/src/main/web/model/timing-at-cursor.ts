import type { EventFrame } from '../wire/live-frames.js';
import type { Entry, Lap, Sector, Warning } from '../wire/words.js';
import { endOf, entryWith, lapsAt, placed } from './past-entries.js';
import type { Timeline } from './timeline.js';
import { TimingBook, type WarningOfCar } from './timing-book.js';

/** The cars, their laps and warnings, as they were known at the cursor of a session. */
export class TimingAtCursor {
  /** Whether the laps and warnings so far are here; before that, none known does not mean that there is none. */
  known = false;

  private readonly entriesByCar = new Map<string, Entry>();
  private readonly book = new TimingBook();
  private shown: Entry[] | null = null;

  constructor(private readonly timeline: Timeline) {}

  /** All that were heard of, those that came after the cursor too. */
  cars(): string[] {
    return [...this.entriesByCar.keys()];
  }

  /** In the order of their best laps at the cursor; what the platform told of each at another time is no order of all. */
  entries(): Entry[] {
    this.shown ??= placed([...this.entriesByCar.values()].sort(byName).map((entry) => this.entryThen(entry)));
    return this.shown;
  }

  private entryThen(entry: Entry): Entry {
    return this.timeline.atEnd ? entry : entryWith(entry, this.laps(entry.car));
  }

  entry(car: string | null): Entry | undefined {
    return car === null ? undefined : this.entries().find((entry) => entry.car === car);
  }

  /** Those that had ended at the cursor. */
  laps(car: string | null): Lap[] {
    const laps = this.allLaps(car);
    return this.timeline.atEnd ? laps : lapsAt(laps, this.timeline.at_s);
  }

  /** All laps that are known of a car, those after the cursor too: to go there, not to show them. */
  allLaps(car: string | null): Lap[] {
    return car === null ? [] : this.book.laps(car);
  }

  /** The lap that was under way at the cursor, as it became when it is known. */
  lapUnderWay(car: string): Lap | undefined {
    const { at_s } = this.timeline;
    return this.book.laps(car).find((lap) => lap.start_s <= at_s && endOf(lap) > at_s);
  }

  /** Sectors done at the cursor of the lap under way. */
  sectorsUnderWay(car: string): Sector[] {
    const lap = this.lapUnderWay(car);
    const stated = lap ? sectorsOf(lap) : this.book.sectors(car, (this.laps(car).at(-1)?.number ?? 0) + 1);
    return stated.filter(({ start_s, time_s }) => start_s + time_s <= this.timeline.at_s);
  }

  /** Whether the lap under way at the cursor competes: it began at the line, not in the pits, as far as is known then. */
  competes(car: string): boolean {
    const before = this.laps(car).at(-1);
    return before?.kind === 'flying' || before?.kind === 'out';
  }

  /** Of all cars up to the cursor, the newest first. */
  get warnings(): WarningOfCar[] {
    const { warnings } = this.book;
    return this.timeline.atEnd ? warnings : warnings.filter((warning) => (warning.at_s ?? 0) <= this.timeline.at_s);
  }

  /** A word that is another one when the cursor has passed something. */
  get passed(): string {
    return this.timeline.atEnd ? 'end' : String(this.book.factsUntil(this.timeline.at_s));
  }

  putEntries(entries: Entry[]): void {
    entries.forEach((entry) => this.entriesByCar.set(entry.car, entry));
  }

  /** All laps and warnings of a car, in place of what was known of it. */
  put(car: string, laps: Lap[], warnings: Warning[]): void {
    this.known = true;
    this.book.set(car, laps, warnings);
  }

  /** @returns whether it tells anything new */
  take(frame: EventFrame): boolean {
    return this.book.take(frame);
  }

  /** Works out anew how the entries stand. */
  changed(): void {
    this.shown = null;
  }

  clear(): void {
    this.entriesByCar.clear();
    this.book.clear();
    this.changed();
  }
}

function sectorsOf(lap: Lap): Sector[] {
  let start_s = lap.start_s;
  return lap.sectors_s.flatMap((time_s, i): Sector[] => {
    const from = start_s;
    start_s += time_s ?? 0;
    return time_s === null ? [] : [{ lap: lap.number, sector: i + 1, start_s: from, time_s }];
  });
}

const names = new Intl.Collator('en', { numeric: true });
const byName = (a: Entry, b: Entry): number => names.compare(a.car, b.car);
