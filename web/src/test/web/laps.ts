import type { Lap } from '../../main/web/wire/words.js';

/** A flying lap that is known well; a lap of a car that begins where the one before ended. */
export const lapOf = (number: number, start_s: number, time_s: number | null, more: Partial<Lap> = {}): Lap => ({
  number,
  stated_number: null,
  kind: 'flying',
  start_s,
  time_s,
  sectors_s: [],
  witness: 'gate',
  uncertainty_s: 0.02,
  uncertain: false,
  revision: 1,
  provisional: false,
  ...more,
});

/** Laps one after the other from a moment on. */
export function lapsFrom(start_s: number, laps: readonly (readonly [number, Partial<Lap>?])[]): Lap[] {
  let at = start_s;
  return laps.map(([time_s, more], i) => {
    const lap = lapOf(i + 1, at, time_s, more);
    at += time_s;
    return lap;
  });
}
