import type { LapAddress } from './rest.js';

/**
 * Corners as they travel, word for word as docs/api.md states it. Metres are those of the reference lap; a number that
 * is not known is null.
 */

export interface Corner {
  number: number;
  direction: 'left' | 'right' | null;
  from_m: number;
  apex_m: number;
  until_m: number;
  /** Of the apex; on the Earth, or in the world of a game. */
  place: { latitude?: number; longitude?: number; world_x?: number; world_y?: number } | null;
}

export interface Corners {
  reference: LapAddress;
  basis: 'positions' | 'lateral_acceleration';
  corners: Corner[];
}

/** One lap in one corner. */
export interface CornerRow extends LapAddress {
  corner: number;
  entry_kmh: number | null;
  apex_kmh: number | null;
  /** Where the car was slowest. */
  apex_m: number | null;
  exit_kmh: number | null;
  brake_m: number | null;
  /** Below 0: earlier than the reference. */
  brake_later_m: number | null;
  throttle_m: number | null;
  corner_s: number | null;
  /** In the section of the corner; sections tile the lap. */
  lost_s: number | null;
  lost_so_far_s: number | null;
}

export type BrakeSign = 'brake' | 'brake_pressure' | 'deceleration';

export interface LapInCorners extends LapAddress {
  time_s: number;
  uncertain: boolean;
  brake_from: BrakeSign | null;
}

export interface CornerTable {
  reference: LapAddress;
  corners: Corner[];
  laps: LapInCorners[];
  /** Lap by lap as asked for, corner by corner. */
  rows: CornerRow[];
}

export interface TimeLoss {
  corner: number | null;
  from_m: number;
  until_m: number;
  lost_s: number;
  reasons: { code: string; text: string; value: number; unit: string }[];
  text: string;
}

export interface TimeLosses {
  losses: TimeLoss[];
  /** Below 0 where the other lap is the faster one. */
  total_s: number;
}
