import { palette } from '../design/palette.js';

/** Colours that stay apart from the one of the chosen car. */
const OTHERS = [0, 2, 4, 5, 1];

/** The colour of each car that stands out in a chart of laps; in all of them the same. */
export function carColours(shown: readonly string[], chosen: string | null): Map<string, string> {
  const { other, traces, text } = palette();
  return new Map(shown.map((car, i) => [car, car === chosen ? other : (traces[OTHERS[i % OTHERS.length] ?? 0] ?? text)]));
}
