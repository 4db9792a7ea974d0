import type { Lap, Track } from '../wire/words.js';
import { flagFell } from './chequered.js';
import type { Place } from './ground.js';
import { better, MiniSectors, noBests, rateMinis, type MiniBests, type MiniRating } from './mini-sectors.js';
import { endOf } from './past-entries.js';
import { countUntil, ProgressBook } from './progress-book.js';
import { raceOrder, type Placed } from './race-order.js';
import { beginsAtLine, completedLaps } from './timed-laps.js';
import { TrackLine } from './track-line.js';

/** What the race is told from. */
export interface RaceSource {
  readonly track: Track | null;
  cars(): readonly string[];
  laps(car: string): readonly Lap[];
  placeAt(car: string, at_s: number): Place | null;
  readonly chequered_s: number;
}

/** Two statements of one passing: the end of a lap and the beginning of the next. */
const SAME_PASSING_S = 0.02;

/** The race at any moment: order, gaps, mini-sectors. Works things out when asked, and remembers them. */
export class RaceModel {
  private line: { of: Track | null; is: TrackLine | null } = { of: null, is: null };
  private progress: ProgressBook | null = null;
  private minis: MiniSectors | null = null;
  private readonly passingsByCar = new Map<string, { of: readonly Lap[]; are: number[] }>();

  constructor(private readonly source: RaceSource) {}

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
    this.passingsByCar.clear();
    this.begin();
  }

  order(at_s: number): Placed[] {
    return raceOrder(
      {
        cars: this.source.cars(),
        passings: (car) => this.passings(car),
        progress: this.circuit ? this.progress : null,
        chequered_s: this.flagFell,
      },
      at_s,
    );
  }

  /** Laps driven, with the part of the one under way; null where it is not known. */
  progressAt(car: string, at_s: number): number | null {
    return this.circuit ? (this.progress?.at(car, at_s) ?? null) : null;
  }

  /** When the car passed the line, ascending. */
  passings(car: string): readonly number[] {
    const laps = this.source.laps(car);
    const known = this.passingsByCar.get(car);
    if (known && known.of === laps) {
      return known.are;
    }
    const are = passingsOf(laps);
    this.passingsByCar.set(car, { of: laps, are });
    return are;
  }

  /** How the mini-sectors of the lap under way stand, by car; empty without a circuit. */
  miniRatings(at_s: number): Map<string, MiniRating[]> {
    const { minis } = this;
    const ratings = new Map<string, MiniRating[]>();
    if (!this.circuit || !minis) {
      return ratings;
    }
    const session = noBests();
    const own = new Map<string, MiniBests>();
    for (const car of this.source.cars()) {
      const bests = noBests();
      for (let lap = countUntil(this.passings(car), at_s); lap >= 1; lap--) {
        better(bests, minis.ofLap(car, lap, at_s));
      }
      own.set(car, bests);
      better(session, bests.map((best) => (best === null ? null : { time_s: best, end_s: at_s })));
    }
    for (const [car, bests] of own) {
      const lap = countUntil(this.passings(car), at_s);
      ratings.set(car, rateMinis(lap === 0 ? [] : minis.ofLap(car, lap, at_s), session, bests));
    }
    return ratings;
  }

  private get flagFell(): number {
    const told_s = this.source.chequered_s;
    const passings = (car: string) => this.passings(car).map((at_s, i) => ({ laps: i + 1, at_s }));
    return told_s === Infinity ? told_s : flagFell(this.source.cars().flatMap(passings), told_s);
  }

  private begin(): void {
    const { is: line } = this.line;
    this.progress = line && new ProgressBook(line, { placeAt: (car, at_s) => this.source.placeAt(car, at_s), passings: (car) => this.passings(car) });
    this.minis = this.progress && new MiniSectors(this.progress, (car) => this.passings(car));
  }
}

function passingsOf(laps: readonly Lap[]): number[] {
  const ends = completedLaps([...laps]).map(endOf);
  const starts = laps.filter(beginsAtLine).map(({ start_s }) => start_s);
  const all = [...ends, ...starts].filter(Number.isFinite).sort((a, b) => a - b);
  return all.filter((passing, i) => i === 0 || passing - (all[i - 1] as number) > SAME_PASSING_S);
}
