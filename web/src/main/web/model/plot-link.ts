import { countWhile } from './search.js';
import { shifted, withinData, type Range } from './zoom.js';

export type { Range } from './zoom.js';

export type LinkChange = 'cursor' | 'zoom' | 'mark';

/**
 * What all panels of a view and its map share: one cursor, one zoom, and the mark from which is measured. Moving
 * it anywhere moves it everywhere.
 */
export class PlotLink {
  cursor: number | null = null;
  /** null: all of the data. */
  zoom: Range | null = null;
  /** The second cursor, which stays where it was set. */
  mark: number | null = null;
  private data: Range = [0, 1];
  private readonly listeners = new Set<(what: LinkChange) => void>();

  /** @returns how to stop listening */
  listen(listener: (what: LinkChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** From the first to the last x of the data: zoom and steps of the cursor stay within it. */
  get extent(): Range {
    return this.data;
  }

  set extent(extent: Range) {
    this.data = extent;
    this.zoom = this.zoom && withinData(this.zoom, extent);
  }

  /** The stretch that is in sight. */
  get visible(): Range {
    return this.zoom ?? this.data;
  }

  /** What is measured: from the mark to the cursor; without a mark what is in sight. */
  get selection(): Range {
    if (this.mark === null || this.cursor === null || this.mark === this.cursor) {
      return this.visible;
    }
    return [Math.min(this.mark, this.cursor), Math.max(this.mark, this.cursor)];
  }

  moveTo(x: number | null): void {
    this.cursor = x;
    this.tell('cursor');
  }

  /** Moves the cursor on; what is in sight goes with it. */
  step(by: number): void {
    const [first, last] = this.data;
    const [from, to] = this.visible;
    const x = Math.min(last, Math.max(first, (this.cursor ?? (from + to) / 2) + by));
    if (x < from || x > to) {
      this.zoomTo(shifted(this.visible, x < from ? x - from : x - to));
    }
    this.moveTo(x);
  }

  zoomTo(range: Range | null): void {
    this.zoom = range && withinData(range, this.data);
    this.tell('zoom');
  }

  markAt(x: number | null): void {
    this.mark = x;
    this.tell('mark');
  }

  /** Measures from the cursor; where the mark stands there already, no more. */
  toggleMark(): void {
    this.markAt(this.mark === this.cursor ? null : this.cursor);
  }

  private tell(what: LinkChange): void {
    this.listeners.forEach((listener) => listener(what));
  }
}

/** The index of the value nearest to x in rising values; -1 for none. */
export function indexNear(values: ArrayLike<number>, x: number): number {
  const next = countWhile(values.length - 1, (i) => (values[i] as number) < x);
  const before = next - 1;
  if (before >= 0 && x - (values[before] as number) < (values[next] as number) - x) {
    return before;
  }
  return next < values.length ? next : -1;
}
