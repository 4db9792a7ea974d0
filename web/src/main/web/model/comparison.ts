import { comesInSteps } from './frame-channels.js';
import type { Overlay, Positions } from '../wire/words.js';

/** Besides the reference: more lines nobody tells apart. */
export const MOST_OTHERS = 7;

type Line = (number | null)[];

/** Several laps over one reference lap; all lines are as long as the distance. */
export interface Comparison {
  distance_m: number[];
  /** Of each other lap: time lost against the reference. */
  deltas: Line[];
  channels: { channel: string; unit: string | null; reference: Line; others: Line[] }[];
  line: Positions | null;
}

/**
 * Overlays of one reference lap as one comparison, on the grid that reaches furthest.
 *
 * @param overlays one an other lap, at least one
 */
export function comparisonOf(overlays: readonly Overlay[]): Comparison {
  const base = overlays.reduce((best, each) => (reach(each) > reach(best) ? each : best));
  const onBase = (overlay: Overlay, values: Line, inSteps = false): Line =>
    overlay === base ? values : resampled(overlay.distance_m, values, base.distance_m, inSteps);
  const names = [...new Set(overlays.flatMap(({ channels }) => channels.map(({ channel }) => channel)))];
  return {
    distance_m: base.distance_m,
    deltas: overlays.map((each) => onBase(each, each.delta_s)),
    channels: names.map((name) => {
      const found = overlays.map(({ channels }) => channels.find(({ channel }) => channel === name));
      const holder = found.indexOf(found.find((each) => each !== undefined));
      const ofReference = found[holder];
      return {
        channel: name,
        unit: ofReference?.unit ?? null,
        reference: onBase(overlays[holder] as Overlay, ofReference?.reference ?? [], comesInSteps(name)),
        others: found.map((each, i) =>
          each ? onBase(overlays[i] as Overlay, each.other, comesInSteps(name)) : base.distance_m.map(() => null),
        ),
      };
    }),
    line: base.line,
  };
}

const reach = ({ distance_m }: Overlay): number => distance_m.at(-1) ?? 0;

/**
 * Along the straight line between two known points; null beyond the ends and beside a hole.
 *
 * @param inSteps the value before instead: between two gears there is none
 */
export function resampled(x: readonly number[], y: Line, at: readonly number[], inSteps = false): Line {
  let right = 1;
  return at.map((place) => {
    while (right < x.length - 1 && (x[right] as number) < place) {
      right += 1;
    }
    const [from, to] = [x[right - 1], x[right]];
    const [before, after] = [y[right - 1] ?? null, y[right] ?? null];
    if (from === undefined || to === undefined || place < from || place > to || before === null || after === null) {
      return null;
    }
    if (inSteps) {
      return place === to ? after : before;
    }
    return before + ((place - from) / (to - from)) * (after - before);
  });
}
