import { minMaxPerBucket, type Curve } from './decimate.js';
import type { Healed } from './healing.js';
import { countWhile } from './search.js';

/** Seconds of one piece, and points of it: more than a screen is wide for any window up to this. */
export const PIECE_S = 30;
export const PIECE_POINTS = 3_000;
const MOST_PIECES = 1_000;

interface Piece {
  index: number;
  curve: Curve;
  until_s: number;
}

/** Traces of the past, fetched a piece at a time; of those kept the longest unused go. */
export class TraceHistory {
  private readonly pieces = new Map<string, Piece>();

  static indexOf(at_s: number): number {
    return Math.floor(Math.max(0, at_s) / PIECE_S);
  }

  /** Whoever asks means to use it: the piece is the last to be dropped. */
  knows(car: string, channel: string, index: number, until_s: number): boolean {
    const key = keyOf(car, channel, index);
    const piece = this.pieces.get(key);
    if (piece) {
      this.pieces.delete(key);
      this.pieces.set(key, piece);
    }
    return piece !== undefined && piece.until_s >= Math.min(until_s, (index + 1) * PIECE_S);
  }

  put(car: string, channel: string, index: number, curve: Curve, until_s: number): void {
    const key = keyOf(car, channel, index);
    this.pieces.delete(key);
    this.pieces.set(key, { index, curve, until_s });
    const oldest = this.pieces.keys().next();
    if (this.pieces.size > MOST_PIECES && !oldest.done) {
      this.pieces.delete(oldest.value);
    }
  }

  /** Samples came late: pieces of that time stay as they are until they are fetched again. */
  heal({ from_s, to_s }: Healed): void {
    for (const piece of this.pieces.values()) {
      if (piece.index >= TraceHistory.indexOf(from_s) && piece.index <= TraceHistory.indexOf(to_s)) {
        piece.until_s = -Infinity;
      }
    }
  }

  clear(): void {
    this.pieces.clear();
  }

  /** What is to be drawn between two moments, at most two points a bucket; null where nothing is here yet. */
  window(car: string, channel: string, from_s: number, to_s: number, buckets: number): Curve | null {
    const x: number[] = [];
    const y: (number | null)[] = [];
    let found = false;
    for (let index = TraceHistory.indexOf(from_s); index <= TraceHistory.indexOf(to_s); index++) {
      const piece = this.pieces.get(keyOf(car, channel, index));
      if (piece) {
        found = true;
        for (let i = lowerBound(piece.curve.x, from_s); i < piece.curve.x.length; i++) {
          const at = piece.curve.x[i] as number;
          if (at > to_s) {
            break;
          }
          x.push(at);
          y.push(piece.curve.y[i] ?? null);
        }
      }
    }
    return found ? thinned(x, y, buckets) : null;
  }
}

function thinned(x: number[], y: (number | null)[], buckets: number): Curve {
  if (x.length <= 2 * buckets) {
    return { x, y };
  }
  const samples = { xAt: (i: number) => x[i] as number, yAt: (i: number) => y[i] ?? NaN };
  return minMaxPerBucket(samples, 0, x.length, buckets);
}

function lowerBound(x: ArrayLike<number>, from: number): number {
  return countWhile(x.length, (i) => (x[i] as number) < from);
}

const keyOf = (car: string, channel: string, index: number): string => `${index}/${car}/${channel}`;
