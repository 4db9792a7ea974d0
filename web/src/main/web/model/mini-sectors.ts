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

/**
 * The times of the mini-sectors of all laps. A whole lap is worked out once; of one under way the
 * pieces that are driven.
 */
export class MiniSectors {
  private readonly whole = new Map<string, MiniTime[]>();

  constructor(
    private readonly progress: ProgressBook,
    private readonly passings: (car: string) => readonly number[],
  ) {}

  /**
   * @param lap begun by the passing of that number, from 1
   * @returns as many as are driven at the moment; null for one that is not known
   */
  ofLap(car: string, lap: number, at_s: number): (MiniTime | null)[] {
    const begin = this.passings(car)[lap - 1];
    if (begin === undefined || begin > at_s) {
      return [];
    }
    const key = `${car}/${lap}/${begin}/${this.passings(car)[lap] ?? ''}`;
    const known = this.whole.get(key);
    if (known) {
      return known.filter(({ end_s }) => end_s <= at_s);
    }
    const end = this.passings(car)[lap];
    const minis = this.workOut(car, lap, begin, end !== undefined && end <= at_s ? end : null, at_s);
    if (end !== undefined && end <= at_s && minis.length === MINI_SECTORS && minis.every((mini) => mini !== null)) {
      this.whole.set(key, minis);
    }
    return minis;
  }

  private workOut(car: string, lap: number, begin: number, end: number | null, at_s: number): (MiniTime | null)[] {
    const there = end === null ? this.progress.at(car, at_s) : lap + 1;
    // Where the car was in the midst of the lap is not here yet: nor are its pieces.
    if (there === null || (end !== null && this.progress.at(car, (begin + end) / 2) === null)) {
      return [];
    }
    const driven = Math.max(0, Math.min(MINI_SECTORS, Math.floor((there - lap) * MINI_SECTORS + 1e-9)));
    const minis: (MiniTime | null)[] = [];
    let before: number | null = begin;
    for (let mini = 1; mini <= driven; mini++) {
      const passed: number | null = mini === MINI_SECTORS ? end : this.progress.timeAt(car, lap + mini / MINI_SECTORS, end ?? at_s);
      minis.push(before !== null && passed !== null && passed > before ? { time_s: passed - before, end_s: passed } : null);
      before = passed;
    }
    return minis;
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
