/** A stretch of the x axis. */
export type Range = readonly [number, number];

export type LinkChange = 'cursor' | 'zoom';

/**
 * What all panels of a view and its map share: one cursor and one zoom. Moving it anywhere moves it
 * everywhere.
 */
export class PlotLink {
  cursor: number | null = null;
  zoom: Range | null = null;
  private readonly listeners = new Set<(what: LinkChange) => void>();

  /** @returns how to stop listening */
  listen(listener: (what: LinkChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  moveTo(x: number | null): void {
    this.cursor = x;
    this.tell('cursor');
  }

  zoomTo(range: Range | null): void {
    this.zoom = range;
    this.tell('zoom');
  }

  private tell(what: LinkChange): void {
    this.listeners.forEach((listener) => listener(what));
  }
}

/** The index of the value nearest to x in rising values; -1 for none. */
export function indexNear(values: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const before = low - 1;
  if (before >= 0 && x - (values[before] as number) < (values[low] as number) - x) {
    return before;
  }
  return low < values.length ? low : -1;
}
