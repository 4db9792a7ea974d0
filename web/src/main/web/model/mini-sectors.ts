import { countOfLaps, countUntil, type Passing } from './passings.js';
import type { ProgressBook } from './progress-book.js';

/** Pieces of a lap of equal length. */
export const MINI_SECTORS = 24;

/** A piece that a car has driven. */
export interface MiniTime {
  time_s: number;
  end_s: number;
}

/** How the pieces of a lap stand against those of others, as on a timing screen. */
export type MiniRating = 'session-best' | 'personal-best' | 'slower' | 'unknown' | 'ahead';

/** From where the pieces of laps are known. */
export interface MiniSource {
  passings(car: string): readonly Passing[];
  /** Another number when places of the past came to be known. */
  revision(): number;
}

interface KeptLap {
  begin_s: number;
  /** null while it is under way. */
  end_s: number | null;
  revision: number;
  minis: (MiniTime | null)[];
}

interface KeptBests {
  passings: readonly Passing[];
  count: number;
  revision: number;
  bests: MiniBests;
}

/** Faster than this, in metres a second, no car is: the places are wrong, or the passing of the line is. */
const FASTEST_MPS = 120;

/**
 * The times of the mini-sectors of all laps. A lap is worked out once, and anew only when more places came to be known;
 * of one under way the pieces that are driven.
 */
export class MiniSectors {
  private readonly kept = new Map<string, Map<number, KeptLap>>();
  private readonly keptBests = new Map<string, KeptBests>();

  constructor(
    private readonly progress: ProgressBook,
    private readonly source: MiniSource,
  ) {}

  /**
   * @param lap begun by the passing after so many laps
   * @returns as many as are driven at the moment; null for one that is not known
   */
  ofLap(car: string, lap: number, at_s: number): (MiniTime | null)[] {
    const passings = this.source.passings(car);
    const index = countOfLaps(passings, lap) - 1;
    const [begin, next] = [passings[index], passings[index + 1]];
    if (begin?.laps !== lap || begin.at_s > at_s) {
      return [];
    }
    const over = next !== undefined && next.at_s <= at_s;
    if (over && next.laps !== lap + 1) {
      // A hole hid its end.
      return [];
    }
    const kept = this.keptOf(car).get(lap);
    const same = kept !== undefined && kept.begin_s === begin.at_s && kept.revision === this.source.revision();
    if (over) {
      return same && kept.end_s === next.at_s ? kept.minis : this.whole(car, lap, begin.at_s, next.at_s);
    }
    if (same && kept.end_s !== null && kept.end_s === next?.at_s) {
      const ahead = kept.minis.findIndex((mini) => mini !== null && mini.end_s > at_s);
      return ahead < 0 ? kept.minis : kept.minis.slice(0, ahead);
    }
    return this.underWay(car, lap, begin.at_s, at_s, same && kept.end_s === null ? kept.minis : []);
  }

  /** The best time of each piece of a car up to a moment. */
  bestsOf(car: string, at_s: number): MiniBests {
    const passings = this.source.passings(car);
    const count = countUntil(passings, at_s);
    const bests = [...this.bestsBefore(car, passings, count, at_s)];
    const last = passings[count - 1];
    if (last) {
      better(bests, this.ofLap(car, last.laps, at_s));
    }
    return bests;
  }

  /** Of the laps that are over: they change only when another one is, or when places come to be known. */
  private bestsBefore(car: string, passings: readonly Passing[], count: number, at_s: number): MiniBests {
    const revision = this.source.revision();
    const known = this.keptBests.get(car);
    if (known && known.passings === passings && known.count === count && known.revision === revision) {
      return known.bests;
    }
    const bests = noBests();
    for (const { laps } of passings.slice(0, Math.max(0, count - 1))) {
      better(bests, this.ofLap(car, laps, at_s));
    }
    this.keptBests.set(car, { passings, count, revision, bests });
    return bests;
  }

  private whole(car: string, lap: number, begin_s: number, end_s: number): (MiniTime | null)[] {
    // Where the car was in the midst of the lap is not here yet: nor are its pieces.
    const known = this.progress.at(car, (begin_s + end_s) / 2) !== null;
    const minis = known ? this.workOut(car, lap, begin_s, end_s, MINI_SECTORS, end_s, []) : [];
    this.keptOf(car).set(lap, { begin_s, end_s, revision: this.source.revision(), minis });
    return minis;
  }

  private underWay(car: string, lap: number, begin_s: number, at_s: number, before: readonly (MiniTime | null)[]): (MiniTime | null)[] {
    const there = this.progress.at(car, at_s);
    if (there === null) {
      return [];
    }
    const driven = Math.max(0, Math.min(MINI_SECTORS, Math.floor((there - lap) * MINI_SECTORS + 1e-9)));
    if (driven <= before.length) {
      return before.slice(0, driven);
    }
    const minis = this.workOut(car, lap, begin_s, null, driven, at_s, before);
    this.keptOf(car).set(lap, { begin_s, end_s: null, revision: this.source.revision(), minis });
    return minis;
  }

  private workOut(
    car: string,
    lap: number,
    begin_s: number,
    end_s: number | null,
    driven: number,
    latest_s: number,
    done: readonly (MiniTime | null)[],
  ): (MiniTime | null)[] {
    const least_s = this.progress.length_m / MINI_SECTORS / FASTEST_MPS;
    const minis = [...done];
    let before: number | null = done.length === 0 ? begin_s : (done.at(-1)?.end_s ?? null);
    for (let mini = done.length + 1; mini <= driven; mini++) {
      const passed: number | null = mini === MINI_SECTORS ? end_s : this.progress.timeAt(car, lap + mini / MINI_SECTORS, latest_s);
      minis.push(before !== null && passed !== null && passed - before >= least_s ? { time_s: passed - before, end_s: passed } : null);
      before = passed;
    }
    return minis;
  }

  private keptOf(car: string): Map<number, KeptLap> {
    const kept = this.kept.get(car) ?? new Map<number, KeptLap>();
    this.kept.set(car, kept);
    return kept;
  }
}

/** The best time of each piece so far. */
export type MiniBests = (number | null)[];

export function noBests(): MiniBests {
  return Array.from({ length: MINI_SECTORS }, () => null);
}

export function better(bests: MiniBests, minis: readonly (MiniTime | null)[]): void {
  minis.forEach((mini, i) => {
    const best = bests[i] ?? null;
    if (mini !== null && (best === null || mini.time_s < best)) {
      bests[i] = mini.time_s;
    }
  });
}

/** Half a thousandth: the best itself is as good as itself. */
const SAME_S = 0.0005;

export function rateMinis(minis: readonly (MiniTime | null)[], session: MiniBests, own: MiniBests): MiniRating[] {
  return Array.from({ length: MINI_SECTORS }, (_, i): MiniRating => {
    const mini = minis[i];
    if (mini === undefined) {
      return 'ahead';
    }
    if (mini === null) {
      return 'unknown';
    }
    if (mini.time_s <= (session[i] ?? Infinity) + SAME_S) {
      return 'session-best';
    }
    return mini.time_s <= (own[i] ?? Infinity) + SAME_S ? 'personal-best' : 'slower';
  });
}
