import { HOLE_S } from './holes.js';
import { countWhile } from './search.js';

/** Samples of one channel, in rising order of x, which is in seconds of the session. */
export interface ChannelSamples {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** A count or a code: it keeps its value until the next sample. */
  steps?: boolean;
}

/** Values of several channels at the same moments. */
export interface Rows {
  t: Float64Array;
  /** For how long a row stands, in seconds: a share of time counts rows by it. */
  dt: Float64Array;
  /** One a channel, in the order asked for. */
  columns: Float64Array[];
}

const USUAL_SILENCES = 3;

/**
 * The channels at the times of the slowest of them, so no value is there that was not measured about then: between
 * samples the others lie on the straight line, or keep the value before. A moment at which one of them is silent for
 * longer than usual is left out.
 *
 * @param deciding so many of the first channels give the times; the others only tell more of them, as a colour does
 */
export function aligned(channels: ChannelSamples[], deciding = channels.length): Rows {
  const base = channels.slice(0, deciding).reduce<ChannelSamples | null>((least, each) => (least && least.x.length <= each.x.length ? least : each), null);
  const length = base?.x.length ?? 0;
  const rows: Rows = { t: new Float64Array(length), dt: new Float64Array(length), columns: channels.map(() => new Float64Array(length)) };
  if (base === null || length === 0) {
    return rows;
  }
  const readers = channels.map((channel) => new Reader(channel));
  const usual = usualSilence(base.x);
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const at = base.x[i] as number;
    readers.forEach((reader, column) => ((rows.columns[column] as Float64Array)[kept] = reader.at(at)));
    if (rows.columns.every((column) => Number.isFinite(column[kept]))) {
      rows.t[kept] = at;
      rows.dt[kept] = Math.min((base.x[i + 1] ?? at + usual) - at, USUAL_SILENCES * usual);
      kept++;
    }
  }
  return { t: rows.t.slice(0, kept), dt: rows.dt.slice(0, kept), columns: rows.columns.map((column) => column.slice(0, kept)) };
}

/** Reads a channel at rising moments; NaN where it is silent. */
class Reader {
  private next = 0;
  private readonly longest: number;

  constructor(private readonly channel: ChannelSamples) {
    this.longest = Math.max(HOLE_S, USUAL_SILENCES * usualSilence(channel.x));
  }

  at(at: number): number {
    const { x, y, steps } = this.channel;
    while (this.next < x.length && (x[this.next] as number) <= at) {
      this.next++;
    }
    const before = this.next - 1;
    const xBefore = x[before] ?? NaN;
    const xNext = x[this.next] ?? NaN;
    if (xBefore === at) {
      return y[before] as number;
    }
    if (steps || this.next === x.length) {
      return at - xBefore <= this.longest ? (y[before] as number) : NaN;
    }
    if (before < 0) {
      return xNext - at <= this.longest ? (y[this.next] as number) : NaN;
    }
    const share = (at - xBefore) / (xNext - xBefore);
    return xNext - xBefore <= this.longest ? (y[before] as number) * (1 - share) + (y[this.next] as number) * share : NaN;
  }
}

/** The median of the times between samples, in seconds; 0 for a single one. */
export function usualSilence(x: ArrayLike<number>): number {
  const silences = new Float64Array(Math.max(0, x.length - 1));
  for (let i = 0; i < silences.length; i++) {
    silences[i] = (x[i + 1] as number) - (x[i] as number);
  }
  return silences.sort()[silences.length >> 1] ?? 0;
}

/** The row nearest to a moment, -1 where none is within reach of it. */
export function rowAt(rows: Rows, at_s: number, reach_s = 1): number {
  const next = countWhile(rows.t.length, (i) => (rows.t[i] as number) < at_s);
  const near = Math.abs((rows.t[next - 1] ?? -Infinity) - at_s) <= Math.abs((rows.t[next] ?? Infinity) - at_s) ? next - 1 : next;
  return Math.abs((rows.t[near] ?? Infinity) - at_s) <= reach_s ? near : -1;
}
