import type { LapAddress } from '../wire/rest.js';
import type { SeriesAnswer } from '../wire/words.js';
import { brokenAtHoles } from './holes.js';
import type { Curve } from './decimate.js';
import type { Range } from './zoom.js';

export type LapAxis = 'time' | 'distance';

/** The calls of the platform that samples of a lap come by. */
export interface SeriesCalls {
  seriesOfLap(lap: LapAddress, channels: string[], by: LapAxis, points: number, signal: AbortSignal): Promise<SeriesAnswer>;
  seriesBetween(
    session: string,
    car: string,
    channels: string[],
    from_s: number,
    to_s: number,
    points: number,
    signal?: AbortSignal,
  ): Promise<SeriesAnswer>;
}

/** Curves by channel; x counts from the start of the lap. */
export type Curves = ReadonlyMap<string, Curve>;

/** Lowest and highest of each bucket come, so this many points draw any lap on any screen. */
export const LAP_POINTS = 2_000;
/** What a call asks for at most in all its channels, so that an answer stays within some megabytes, and of each of them. */
const MOST_VALUES = 800_000;
const MOST_POINTS = 100_000;
/** A whole lap by distance, as fine as is ever asked for. */
const MOST_POINTS_BY_DISTANCE = 32_000;

/** The samples of a lap: all of it for a screen, and parts of it as fine as they were recorded. */
export class LapSamples {
  /** @param start_s of the lap in its session; null while it is not known */
  constructor(
    readonly lap: LapAddress,
    readonly by: LapAxis,
    private readonly channels: string[],
    private readonly start_s: () => number | null,
    private readonly calls: SeriesCalls,
  ) {}

  async whole(signal: AbortSignal): Promise<Curves> {
    return curvesOf(await this.ofLap(LAP_POINTS, signal), LAP_POINTS, 0);
  }

  /**
   * A part of the lap, as fine as its share of a screen deserves. By distance the platform gives laps whole, so
   * more may come than was asked for.
   *
   * @returns null while the part cannot be asked for
   */
  async part(range: Range, extent: Range, signal: AbortSignal): Promise<Curves | null> {
    const share = (range[1] - range[0]) / (extent[1] - extent[0]);
    const points = Math.min(MOST_POINTS_BY_DISTANCE, Math.ceil(LAP_POINTS / share));
    return this.by === 'distance' ? curvesOf(await this.ofLap(points, signal), points, 0) : this.between(range, LAP_POINTS, signal);
  }

  /** All samples of a part of the lap; `whole` false where there were more than an answer may hold. */
  async all(range: Range, signal: AbortSignal): Promise<{ curves: Curves; whole: boolean } | null> {
    const points = Math.min(MOST_POINTS, Math.floor(MOST_VALUES / Math.max(1, this.channels.length)));
    const curves =
      this.by === 'distance' ? curvesOf(await this.ofLap(points, signal), points, 0) : await this.between(range, points, signal);
    // What was thinned out has a point of each bucket of two at least, be it of a value that does not move.
    return curves && { curves, whole: [...curves.values()].every(({ x }) => x.length < (points - 2) / 2) };
  }

  private ofLap(points: number, signal: AbortSignal): Promise<SeriesAnswer> {
    return this.calls.seriesOfLap(this.lap, this.channels, this.by, points, signal);
  }

  private async between([from, to]: Range, points: number, signal: AbortSignal): Promise<Curves | null> {
    const start = this.start_s();
    if (start === null) {
      return null;
    }
    const { session, car } = this.lap;
    // A lap may have begun before its recording, where there is nothing to ask for.
    const begin = Math.max(0, start + from);
    const answer = await this.calls.seriesBetween(session, car, this.channels, begin, start + to, points, signal);
    return curvesOf(answer, points, start);
  }
}

function curvesOf({ series }: SeriesAnswer, points: number, start: number): Curves {
  return new Map(
    series.map(({ channel, x, y }) => [channel, brokenAtHoles({ x: start === 0 ? x : x.map((at) => at - start), y }, points)]),
  );
}

/** The coarse curve with the fine one in its place where that is known. */
export function refined(coarse: Curve, fine: Curve | undefined, [from, to]: Range): Curve {
  if (!fine || fine.x.length === 0) {
    return coarse;
  }
  const before = coarse.x.findIndex((x) => x >= from);
  const after = coarse.x.findIndex((x) => x > to);
  const head = before < 0 ? coarse.x.length : before;
  const tail = after < 0 ? coarse.x.length : after;
  return {
    x: [...coarse.x.slice(0, head), ...fine.x, ...coarse.x.slice(tail)],
    y: [...coarse.y.slice(0, head), ...fine.y, ...coarse.y.slice(tail)],
  };
}

/** Wider than what is in sight, so that the first steps aside find it there. */
export function roundAbout([from, to]: Range, [first, last]: Range): Range {
  const more = (to - from) / 4;
  return [Math.max(first, from - more), Math.min(last, to + more)];
}

export const covers = (outer: Range, inner: Range): boolean => outer[0] <= inner[0] && outer[1] >= inner[1];
