import { otherLine } from '../charts/lap-lines.js';
import type { TraceLine } from '../charts/trace-panel.js';
import { Problem, type LapAddress } from '../wire/rest.js';
import type { Lap, Track } from '../wire/words.js';
import { comparisonOf, type Comparison } from './comparison.js';
import type { OtherLap } from './comparison-feed.js';
import { lapName } from './routes.js';

/** The laps of a comparison: all that were asked for, and those that could be laid over the reference. */
export interface ComparedLaps {
  reference: LapAddress;
  all: OtherLap[];
  /** Of all, those that can be drawn; as many as there are lines. */
  drawn: OtherLap[];
  comparison: Comparison;
  lines: TraceLine[];
  track: Track | null;
  /** By address. */
  timed: ReadonlyMap<string, Lap>;
}

/** @throws Problem where none of the others can be laid over the reference */
export function laidOver(
  reference: LapAddress,
  all: OtherLap[],
  timed: ReadonlyMap<string, Lap>,
  track: Track | null,
): ComparedLaps {
  const overlays = all.map(({ overlay }) => overlay).filter((overlay) => overlay !== null);
  if (overlays.length === 0) {
    throw all[0]?.problem ?? new Problem('Nothing to compare', 'No lap could be laid over the reference.', 'Choose another lap.', 0);
  }
  const among = [reference, ...all.map(({ address }) => address)];
  const lines = all.map(({ address }, i) => otherLine(i, lapName(address, among)));
  return {
    reference,
    all,
    drawn: all.filter(({ overlay }) => overlay !== null),
    comparison: comparisonOf(overlays),
    lines: lines.filter((_, i) => all[i]?.overlay !== null),
    track,
    timed,
  };
}
