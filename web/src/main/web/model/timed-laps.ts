import type { Lap } from '../wire/words.js';

/** The last lap that was completed at a line, as the entry counts them: where a recording ends, no lap does. */
export function lastCompleted(laps: Lap[]): Lap | undefined {
  return laps.findLast((lap) => lap.kind !== 'partial' && lap.witness !== 'recording');
}

/** The last lap with sectors; a lap on which a gate was missed has none, nor has mostly the lap into the pits. */
export function lastWithSectors(laps: Lap[]): Lap | undefined {
  return laps.findLast((lap) => lap.sectors_s.some((time) => time !== null));
}

/** From line to line, or from the line into the pits: its first metre is at the line. Of other laps nobody knows. */
export function beginsAtLine(lap: Lap | undefined): boolean {
  return lap?.kind === 'flying' || lap?.kind === 'in';
}
