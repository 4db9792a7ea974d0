import type { Lap } from '../wire/words.js';

/** The laps that were completed at a line, as the entry counts them: where a recording ends, no lap does. */
export function completedLaps(laps: Lap[]): Lap[] {
  return laps.filter((lap) => lap.kind !== 'partial' && lap.witness !== 'recording');
}

export function lastCompleted(laps: Lap[]): Lap | undefined {
  return completedLaps(laps).at(-1);
}

/** The last lap that was driven from line to line: the way from the grid or out of the pits to the first passing is none. */
export function lastWhole(laps: readonly Lap[]): Lap | undefined {
  const done = completedLaps([...laps]);
  const last = done.at(-1);
  return last?.kind === 'out' && done.length === 1 ? undefined : last;
}

/** The last lap with sectors; a lap on which a gate was missed has none, nor has mostly the lap into the pits. */
export function lastWithSectors(laps: Lap[]): Lap | undefined {
  return laps.findLast((lap) => lap.sectors_s.some((time) => time !== null));
}

/** From line to line, or from the line into the pits: its first metre is at the line. Of other laps nobody knows. */
export function beginsAtLine(lap: Lap | undefined): boolean {
  return lap?.kind === 'flying' || lap?.kind === 'in';
}
