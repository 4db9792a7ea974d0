import type { RaceControl, RaceControlMessage, RaceFlag, SectorFlag } from '../wire/words.js';

/** A time in which a flag was shown. */
export interface FlagSpan {
  flag: RaceFlag;
  from_s: number;
  to_s: number;
}

/** What the circuit told, and what held at any moment. */
export class RaceControlBook {
  private messages: RaceControlMessage[] = [];
  marshalSectors = 0;

  /** @returns whether it tells anything new */
  set(control: RaceControl): boolean {
    const news =
      control.messages.length !== this.messages.length ||
      control.messages.at(-1)?.at_s !== this.messages.at(-1)?.at_s ||
      control.marshal_sectors !== this.marshalSectors;
    this.messages = control.messages;
    this.marshalSectors = control.marshal_sectors;
    return news;
  }

  /** All, by time: those after the cursor too. */
  get all(): readonly RaceControlMessage[] {
    return this.messages;
  }

  clear(): void {
    this.messages = [];
    this.marshalSectors = 0;
  }

  /** Up to a moment, the newest first. */
  until(at_s: number): RaceControlMessage[] {
    return this.messages.filter((message) => message.at_s <= at_s).reverse();
  }

  flagAt(at_s: number): RaceFlag {
    const shown = this.messages.findLast(({ kind, at_s: at }) => kind === 'flag' && at <= at_s);
    return (shown?.flag as RaceFlag | undefined) ?? 'none';
  }

  /** What the posts show, from sector 1. */
  sectorsAt(at_s: number): SectorFlag[] {
    const sectors = Array.from({ length: this.marshalSectors }, (): SectorFlag => 'clear');
    for (const { kind, sector, flag, at_s: at } of this.messages) {
      if (kind === 'sector_flag' && sector !== null && at <= at_s) {
        sectors[sector - 1] = flag as SectorFlag;
      }
    }
    return sectors;
  }

  /**
   * Where something lies on the track, in metres from the line: the newest incident in a sector that shows a flag.
   *
   * @param length_m of a lap
   */
  hazardAt(at_s: number, length_m: number): number | null {
    const sectors = this.sectorsAt(at_s);
    const flagged = (metres: number): boolean => (sectors[Math.floor((metres / length_m) * sectors.length)] ?? 'clear') !== 'clear';
    const incident = this.messages.findLast(
      ({ kind, at_s: at, distance_m }) => kind === 'incident' && at <= at_s && distance_m !== null && flagged(distance_m),
    );
    return incident?.distance_m ?? null;
  }

  /** Each flag with its time, up to a moment; of no flag nothing. */
  spans(until_s: number): FlagSpan[] {
    const shown = this.messages.filter(({ kind, at_s }) => kind === 'flag' && at_s <= until_s);
    return shown
      .map(({ flag, at_s }, i) => ({ flag: flag as RaceFlag, from_s: at_s, to_s: shown[i + 1]?.at_s ?? until_s }))
      .filter(({ flag }) => flag !== 'none');
  }

  /** When the race was over; Infinity while it is not. */
  get chequered_s(): number {
    return this.messages.find(({ kind, flag }) => kind === 'flag' && flag === 'chequered')?.at_s ?? Infinity;
  }

  /** How many messages lie at or before a moment. */
  count(at_s: number): number {
    return this.messages.filter((message) => message.at_s <= at_s).length;
  }
}
