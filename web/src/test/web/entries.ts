import type { Entry } from '../../main/web/wire/words.js';

/** A car that has not done anything yet. */
export const entry = (car: string, position: number | null): Entry => ({
  car,
  driver: null,
  vehicle: null,
  laps: 0,
  last_lap_s: null,
  best_lap_s: null,
  best_lap: null,
  best_uncertain: false,
  best_sectors_s: [],
  theoretical_best_s: null,
  rolling_best_s: null,
  sectors: 0,
  position,
  gap_s: null,
});
