import type { PanelMark } from '../charts/panel-drawing.js';
import type { Positions, Track } from '../wire/words.js';
import { gateLine, lineOf, nearestIndex } from './ground.js';

/** Where the sector gates lie on the way: the nearest point of the driven line to each. */
export function gateMarks(overlay: { distance_m: number[]; line: Positions | null }, track: Track | null): PanelMark[] {
  const line = lineOf(overlay.line);
  if (!line || !track) {
    return [];
  }
  return track.gates
    .filter((gate) => gate.kind === 'sector')
    .flatMap((gate) => {
      const ends = gateLine(gate, line.ground);
      if (!ends) {
        return [];
      }
      const middle = { x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2 };
      const x = overlay.distance_m[nearestIndex(line, middle)];
      return x === undefined ? [] : [{ x, label: gate.name }];
    });
}
