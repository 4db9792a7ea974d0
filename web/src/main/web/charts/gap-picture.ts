import { signed } from '../model/format.js';
import type { Range } from '../model/plot-link.js';
import type { GapPoint } from '../model/road-gaps.js';
import type { LapLine, LapPicture } from './lap-picture.js';

export interface GapChoice {
  by: 'lap' | 'time';
  car: string | null;
  /** Of the chosen car and those that are to stand out. */
  colours: ReadonlyMap<string, string>;
  /** The colour of all others. */
  other: string;
}

const AIR = 0.06;
const SMALLEST_RANGE_S = 4;
/** Tells two labels apart that would stand at one place. */
const APART_S = 1e-6;

/**
 * Gaps of all cars over laps or time; null while no car has passed the line.
 *
 * @param order cars on the road, the first one first
 */
export function gapPicture(gaps: ReadonlyMap<string, GapPoint[]>, order: readonly string[], choice: GapChoice): LapPicture | null {
  const lines = [...order].reverse().map((car) => lineOf(car, gaps.get(car) ?? [], choice));
  labelInOrder(lines, order);
  // The chosen one is drawn last, above the others, and before it those that have a colour.
  const depth = ({ car, strong }: LapLine): number => (strong ? 2 : Number(choice.colours.has(car)));
  lines.sort((a, b) => depth(a) - depth(b));
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

/** Newest gaps are those of different laps: whoever is ahead in the race stands above all the same. */
function labelInOrder(lines: readonly LapLine[], order: readonly string[]): void {
  let lowest = -Infinity;
  for (const car of order) {
    const line = lines.find((each) => each.car === car);
    const newest = line?.points.at(-1)?.y;
    if (line && newest !== undefined) {
      line.labelAt = lowest = Math.max(newest, lowest + APART_S);
    }
  }
}

function lineOf(car: string, gaps: GapPoint[], { by, car: chosen, colours, other }: GapChoice): LapLine {
  const strong = car === chosen;
  const last = gaps.at(-1);
  return {
    car,
    colour: colours.get(car) ?? other,
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
