import { signed } from '../model/format.js';
import type { Range } from '../model/plot-link.js';
import type { GapPoint } from '../model/road-gaps.js';
import type { LapLine, LapPicture } from './lap-picture.js';

export interface GapChoice {
  by: 'lap' | 'time';
  car: string | null;
  colours: { strong: string; other: string };
}

const AIR = 0.06;
const SMALLEST_RANGE_S = 4;

/**
 * Gaps of all cars over laps or time; null while no car has passed the line.
 *
 * @param order cars on the road, the first one first
 */
export function gapPicture(gaps: ReadonlyMap<string, GapPoint[]>, order: readonly string[], choice: GapChoice): LapPicture | null {
  const lines = [...order].reverse().map((car) => lineOf(car, gaps.get(car) ?? [], choice));
  // The chosen one is drawn last, above the others.
  lines.sort((a, b) => Number(a.strong) - Number(b.strong));
  const xs = lines.flatMap((line) => line.points.flatMap((point) => (point ? [point.x] : [])));
  if (xs.length === 0) {
    return null;
  }
  const air = choice.by === 'lap' ? 0.3 : 15;
  return {
    lines,
    trends: [],
    bands: [],
    rangeX: [Math.min(...xs) - air, Math.max(...xs) + air],
    rangeY: rangeOf(gaps, choice.car),
    provisionalFrom: null,
    withZero: true,
  };
}

function lineOf(car: string, gaps: GapPoint[], { by, car: chosen, colours }: GapChoice): LapLine {
  const strong = car === chosen;
  const last = gaps.at(-1);
  return {
    car,
    colour: strong ? colours.strong : colours.other,
    strong,
    label: last ? `${car} ${gapText(last)}` : car,
    points: gaps.map((gap) => ({
      car,
      lap: gap.lap?.number ?? null,
      x: by === 'lap' ? gap.laps : gap.at_s,
      y: gap.gap_s,
      shape: strong ? 'filled' : 'none',
      crossed: gap.lap?.uncertain ?? false,
      provisional: gap.lap?.provisional ?? false,
      at_s: gap.at_s,
      letter: null,
    })),
  };
}

/** Seconds as long as the car is on the lap of the leader. */
export function gapText({ gap_s, lapsDown }: Pick<GapPoint, 'gap_s' | 'lapsDown'>): string {
  return lapsDown === 0 ? signed(gap_s, 1) : `+${lapsDown} ${lapsDown === 1 ? 'lap' : 'laps'}`;
}

/** That of the chosen car and of those that are not lapped: the others leave the picture at its edge. */
function rangeOf(gaps: ReadonlyMap<string, GapPoint[]>, chosen: string | null): Range {
  const shown = [...gaps].flatMap(([car, points]) => points.filter((point) => car === chosen || point.lapsDown === 0));
  const all = [0, ...shown.map((point) => point.gap_s)];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const air = Math.max((high - low) * AIR, (SMALLEST_RANGE_S - (high - low)) / 2);
  return [low - air, high + air];
}
