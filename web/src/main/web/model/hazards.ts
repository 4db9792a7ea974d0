import type { RaceControlMessage } from '../wire/words.js';
import type { RaceControlBook } from './race-control-book.js';

/** A post shows its flag so soon after the incident. */
const SEEN_WITHIN_S = 10;

/**
 * Where something lies on the track, in metres from the line: one place a sector that shows a flag, where it is known.
 *
 * @param length_m of a lap
 * @param told_m where the circuit says that the newest hazard is; null where it does not
 */
export function hazardsAt(control: RaceControlBook, at_s: number, length_m: number, told_m: number | null): number[] {
  const messages = control.until(at_s);
  const sectors = control.sectorsAt(at_s);
  const sectorOf = (metres: number): number => Math.min(sectors.length - 1, Math.floor((metres / length_m) * sectors.length));
  const behind = ({ kind, incident, distance_m, at_s: then_s }: RaceControlMessage, sector: number, since_s: number): boolean =>
    // Who ran wide drives on.
    kind === 'incident' && incident !== 'off_track' && distance_m !== null && then_s >= since_s - SEEN_WITHIN_S && sectorOf(distance_m) === sector;
  return sectors.flatMap((flag, sector): number[] => {
    if (flag === 'clear') {
      return [];
    }
    if (told_m !== null && sectorOf(told_m) === sector) {
      return [told_m];
    }
    const since_s = flaggedSince(messages, sector + 1);
    const metres = messages.find((message) => behind(message, sector, since_s))?.distance_m ?? null;
    return metres === null ? [] : [metres];
  });
}

/** Since when the post of a sector has shown a flag, whichever. */
function flaggedSince(newestFirst: readonly RaceControlMessage[], sector: number): number {
  const posts = newestFirst.filter((message) => message.kind === 'sector_flag' && message.sector === sector);
  const cleared = posts.findIndex(({ flag }) => flag === 'clear');
  return posts.slice(0, cleared < 0 ? posts.length : cleared).at(-1)?.at_s ?? Infinity;
}
