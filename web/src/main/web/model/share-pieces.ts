/** Steps of a piece. */
const PIECE = 240;
/** Pieces that are kept of a car: two hours of quarters of a second, in a quarter of a megabyte. */
const MOST_PIECES = 120;

/** A number for each step of a car; of the pieces that were begun first, those beyond a bound are forgotten. */
export class SharePieces {
  private readonly byCar = new Map<string, Map<number, Float64Array>>();

  /** NaN where none is known. */
  at(car: string, step: number): number {
    const piece = this.byCar.get(car)?.get(Math.floor(step / PIECE));
    return piece ? (piece[step - Math.floor(step / PIECE) * PIECE] as number) : Number.NaN;
  }

  put(car: string, step: number, share: number): void {
    const index = Math.floor(step / PIECE);
    const pieces = this.byCar.get(car) ?? new Map<number, Float64Array>();
    this.byCar.set(car, pieces);
    let piece = pieces.get(index);
    if (!piece) {
      piece = new Float64Array(PIECE).fill(Number.NaN);
      pieces.set(index, piece);
      this.forgetOldest(pieces);
    }
    piece[step - index * PIECE] = share;
  }

  private forgetOldest(pieces: Map<number, Float64Array>): void {
    if (pieces.size > MOST_PIECES) {
      pieces.delete(pieces.keys().next().value as number);
    }
  }
}
