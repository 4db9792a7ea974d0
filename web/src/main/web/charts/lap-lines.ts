import { palette } from '../design/palette.js';
import type { TraceLine } from './trace-panel.js';

/** Strokes beside the colour: nobody has to tell two of eight colours apart. */
const DASHES: (number[] | undefined)[] = [undefined, [8, 4], [2, 3], [10, 3, 2, 3], [5, 3], [14, 4], [2, 6]];

/** How the reference lap is drawn. */
export const referenceLine = (): TraceLine => ({ label: 'reference', colour: palette().reference });

/** @param index among the other laps; the first is drawn as it is alone */
export function otherLine(index: number, label: string): TraceLine {
  const { laps } = palette();
  return { label, colour: laps[index % laps.length] as string, dash: DASHES[index % DASHES.length] };
}
