import type { FrameColumn, FrameSheet } from '../wire/frame-sheet.js';
import { comesInSteps } from './frame-channels.js';
import type { Healed } from './healing.js';

/** Seconds of one sheet. */
export const SHEET_S = 60;
export const SHEET_HZ = 10;
/** Six hours: at 20 cars and 5 channels some 90 MB, of which only those stay that somebody looked at. */
const MOST_SHEETS = 360;
/** Fewer are fetched ahead of need, so that what somebody points at, or plays to, drops none of them. */
export const SHEETS_BACK = MOST_SHEETS - 20;

/** Frames of the past, fetched a minute at a time; of those kept the furthest from the cursor goes. */
export class FrameHistory {
  private readonly sheets = new Map<number, { sheet: FrameSheet; until_s: number }>();
  /** Those that late data touched: they are shown as they are until they are fetched again. */
  private readonly healed = new Set<number>();
  /** The last frame of a column that has a value. */
  private readonly lastFrames = new WeakMap<FrameColumn, number>();

  /** The sheet that a moment lies in. */
  static indexOf(at_s: number): number {
    return Math.floor(Math.max(0, at_s) / SHEET_S);
  }

  /** Whether the past of the sheet is here up to that moment. */
  knows(index: number, until_s: number): boolean {
    const known = this.sheets.get(index);
    return known !== undefined && !this.healed.has(index) && known.until_s >= Math.min(until_s, (index + 1) * SHEET_S);
  }

  /**
   * @param until_s up to here the sheet holds all that there was when it was fetched
   * @param cursor_s where the views look
   */
  put(index: number, sheet: FrameSheet, until_s: number, cursor_s: number): void {
    this.sheets.set(index, { sheet, until_s });
    this.healed.delete(index);
    if (this.sheets.size > MOST_SHEETS) {
      const near = FrameHistory.indexOf(cursor_s);
      const others = [...this.sheets.keys()].filter((each) => each !== index);
      this.sheets.delete(others.reduce((far, each) => (Math.abs(each - near) > Math.abs(far - near) ? each : far)));
    }
  }

  /** Samples came late: the sheets of that time are to be fetched again. */
  heal({ from_s, to_s }: Healed): void {
    for (let index = FrameHistory.indexOf(from_s); index <= FrameHistory.indexOf(to_s); index++) {
      this.healed.add(index);
    }
  }

  /** Whether a sheet has to be fetched again, even where the samples that came live would do. */
  wasHealed(index: number): boolean {
    return this.healed.has(index);
  }

  clear(): void {
    this.sheets.clear();
    this.healed.clear();
  }

  /** null where nothing is known, or not yet here. */
  valueAt(car: string, channel: string, at_s: number): number | null {
    const sheet = this.sheets.get(FrameHistory.indexOf(at_s))?.sheet;
    const column = sheet?.columns.get(car)?.[sheet.channels.indexOf(channel)];
    if (!sheet || !column) {
      return null;
    }
    const frame = (at_s - sheet.from_s) * sheet.hz;
    const before = Math.floor(frame + 1e-6);
    const low = column.above[before] ?? NaN;
    const high = column.above[before + 1] ?? NaN;
    const share = frame - before;
    const above = comesInSteps(channel) || Number.isNaN(high) || share <= 0 ? low : low + (high - low) * share;
    return Number.isNaN(above) ? null : column.base + above;
  }

  /** The last value up to a moment in the sheets that are here, however long ago. */
  lastAt(car: string, channel: string, at_s: number): number | null {
    for (let index = FrameHistory.indexOf(at_s); index >= 0; index--) {
      const sheet = this.sheets.get(index)?.sheet;
      const column = sheet?.columns.get(car)?.[sheet.channels.indexOf(channel)];
      const last = sheet && column ? this.lastIn(column, Math.floor((at_s - sheet.from_s) * sheet.hz + 1e-6)) : -1;
      if (column && last >= 0) {
        return column.base + (column.above[last] as number);
      }
    }
    return null;
  }

  /** The last frame up to one that has a value; -1 where none has. */
  private lastIn(column: FrameColumn, end: number): number {
    const known = (each: number): boolean => !Number.isNaN(each);
    const last = this.lastFrames.get(column) ?? column.above.findLastIndex(known);
    this.lastFrames.set(column, last);
    return last <= end ? last : column.above.subarray(0, end + 1).findLastIndex(known);
  }
}
