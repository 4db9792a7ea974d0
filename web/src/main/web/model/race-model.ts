import type { Lap, Track } from '../wire/words.js';
import { flagFell } from './chequered.js';
import { finalOrder } from './classification.js';
import { FirstLap } from './first-lap.js';
import type { Place } from './ground.js';
import { better, MiniSectors, noBests, rateMinis, type MiniBests, type MiniRating } from './mini-sectors.js';
import { countUntil } from './passings.js';
import { ProgressBook } from './progress-book.js';
import { raceOrder, usualLap, type Placed, type RaceFacts } from './race-order.js';
import { onOneCount, passingsOf, type AtLine } from './road-gaps.js';
import { TrackLine } from './track-line.js';

/** What the race is told from. */
export interface RaceSource {
  readonly track: Track | null;
  cars(): readonly string[];
  laps(car: string): readonly Lap[];
  placeAt(car: string, at_s: number): Place | null;
  /** Another number when places of the past came to be known. */
  placesRevision(): number;
  readonly chequered_s: number;
  /** From when on nothing more happens; Infinity while it may. */
  readonly over_s: number;
}

const NONE: AtLine[] = [];

/** The race at any moment: order, gaps, mini-sectors. Works things out when asked, and remembers them. */
export class RaceModel {
  private line: { of: Track | null; is: TrackLine | null } = { of: null, is: null };
  private progress: ProgressBook | null = null;
  private minis: MiniSectors | null = null;
  private firstLap: { revision: number; is: FirstLap };
  private readonly ownCounts = new Map<string, { of: readonly Lap[]; are: AtLine[] }>();
  private oneCount: ReadonlyMap<string, AtLine[]> = new Map();

  constructor(private readonly source: RaceSource) {
    this.firstLap = this.nothingDriven();
  }

  /** The circuit; null while there is no outline. */
  get circuit(): TrackLine | null {
    if (this.source.track !== this.line.of) {
      const before = this.line.is;
      this.line = { of: this.source.track, is: TrackLine.of(this.source.track) };
      // A better lap gives a slightly better outline: what was worked out holds well enough.
      if (before === null) {
        this.begin();
      }
    }
    return this.line.is;
  }

  /** Forgets where cars were: the session's times count from another moment. */
  clear(): void {
    this.ownCounts.clear();
    this.oneCount = new Map();
    this.begin();
  }

  order(at_s: number): Placed[] {
    this.count();
    const facts: RaceFacts = {
      cars: this.source.cars(),
      passings: (car) => this.passings(car),
      progress: this.circuit ? this.progress : this.driven().progressAt(at_s),
      chequered_s: this.flagFell,
    };
    const over = at_s >= this.source.over_s && this.oneCount.size > 0;
    return over ? finalOrder(this.oneCount, facts.chequered_s, usualLap(facts, at_s), at_s) : raceOrder(facts, at_s);
  }

  /** When the car passed the line, ascending, on one count for all cars. */
  private passings(car: string): AtLine[] {
    return this.oneCount.get(car) ?? NONE;
  }

  /** Counts anew when laps of any car are others: who came later is counted from the lap that the first one was on. */
  private count(): void {
    const cars = this.source.cars();
    const known = cars.length === this.oneCount.size && cars.every((car) => this.oneCount.has(car));
    const changed = cars.filter((car) => this.countOwn(car));
    if (!known || changed.length > 0) {
      this.oneCount = onOneCount(new Map(cars.map((car) => [car, this.ownCounts.get(car)?.are ?? []])));
    }
  }

  private countOwn(car: string): boolean {
    const laps = this.source.laps(car);
    const known = this.ownCounts.get(car);
    if (known && (known.of === laps || known.of.length + laps.length === 0)) {
      return false;
    }
    this.ownCounts.set(car, { of: laps, are: passingsOf(laps) });
    return true;
  }

  /** How the mini-sectors of the lap under way stand, by car; empty without a circuit. */
  miniRatings(at_s: number): Map<string, MiniRating[]> {
    const ratings = new Map<string, MiniRating[]>();
    const minis = this.circuit && this.minis;
    if (!minis) {
      return ratings;
    }
    this.count();
    const session = noBests();
    const own = new Map<string, MiniBests>();
    for (const car of this.source.cars()) {
      const bests = minis.bestsOf(car, at_s);
      own.set(car, bests);
      better(session, bests.map((best) => (best === null ? null : { time_s: best, end_s: at_s })));
    }
    for (const [car, bests] of own) {
      const last = this.passings(car)[countUntil(this.passings(car), at_s) - 1];
      ratings.set(car, rateMinis(last ? minis.ofLap(car, last.laps, at_s) : [], session, bests));
    }
    return ratings;
  }

  private get flagFell(): number {
    const told_s = this.source.chequered_s;
    return told_s === Infinity ? told_s : flagFell(this.source.cars().flatMap((car) => this.passings(car)), told_s);
  }

  /** Drawn anew when more of the past is here: what was not known then was stepped over. */
  private driven(): FirstLap {
    if (this.firstLap.revision !== this.source.placesRevision()) {
      this.firstLap = this.nothingDriven();
    }
    return this.firstLap.is;
  }

  private nothingDriven(): { revision: number; is: FirstLap } {
    const placeAt = (car: string, at_s: number): Place | null => this.source.placeAt(car, at_s);
    const is = new FirstLap({ cars: () => this.source.cars(), passings: (car) => this.passings(car), placeAt });
    return { revision: this.source.placesRevision(), is };
  }

  private begin(): void {
    const { is: line } = this.line;
    this.firstLap = this.nothingDriven();
    this.progress = line && new ProgressBook(line, { placeAt: (car, at_s) => this.source.placeAt(car, at_s), passings: (car) => this.passings(car) });
    this.minis =
      this.progress &&
      new MiniSectors(this.progress, { passings: (car) => this.passings(car), revision: () => this.source.placesRevision() });
  }
}
