/**
 * What travels over HTTP and the live socket, word for word as docs/api.md states it. Times within a
 * session are seconds since its first sample; a number that is not known is null.
 */

export interface Session {
  id: string;
  title: string;
  track: string | null;
  /** ISO 8601, UTC. */
  start: string;
  duration_s: number | null;
  state: 'live' | 'stored';
  entries: number;
}

/** One that was opened, and of which nothing has come yet. */
export interface ExpectedSession {
  id: string;
  title: string;
  /** May be empty. */
  circuit: string;
  /** Since when it is open, ISO 8601, UTC. */
  at: string;
}

/** The newest first. */
export interface Sessions {
  sessions: Session[];
  expected: ExpectedSession[];
}

export type SessionWithEntries = Omit<Session, 'entries'> & { entries: Entry[] };

export interface Entry {
  car: string;
  driver: string | null;
  vehicle: string | null;
  laps: number;
  last_lap_s: number | null;
  best_lap_s: number | null;
  best_lap: number | null;
  /** The car has no lap that is known well: nothing is measured by its best one. */
  best_uncertain: boolean;
  best_sectors_s: (number | null)[];
  theoretical_best_s: number | null;
  rolling_best_s: number | null;
  sectors: number;
  position: number | null;
  gap_s: number | null;
}

export type LapKind = 'out' | 'flying' | 'in' | 'pit' | 'partial';

export interface Lap {
  number: number;
  /** What the logger or game calls it; null where it counts none. */
  stated_number: number | null;
  kind: LapKind;
  start_s: number;
  time_s: number | null;
  sectors_s: (number | null)[];
  witness: string | null;
  /** By how much the time may be off, as far as the data can tell. */
  uncertainty_s: number;
  /** So much that the lap is never best, nor what others are measured by: the platform says so. */
  uncertain: boolean;
  revision: number;
  provisional: boolean;
}

/** A sector of the lap under way, or of one that is over; the first is 1. */
export interface Sector {
  lap: number;
  sector: number;
  start_s: number;
  time_s: number;
}

export interface Warning {
  /** By which it is withdrawn. */
  subject: string;
  code: string;
  message: string;
  at_s: number | null;
}

export type RaceFlag = 'none' | 'green' | 'yellow' | 'safety_car' | 'red' | 'chequered';
export type SectorFlag = 'clear' | 'yellow' | 'double_yellow' | 'slippery';

/** What the circuit told; null where it is not of the kind. */
export interface RaceControlMessage {
  at_s: number;
  kind: 'flag' | 'sector_flag' | 'incident' | 'weather';
  flag: RaceFlag | SectorFlag | null;
  sector: number | null;
  car: string | null;
  incident: string | null;
  distance_m: number | null;
  weather: string | null;
  text: string;
}

export interface RaceControl {
  messages: RaceControlMessage[];
  marshal_sectors: number;
  total: number;
}

export interface LapsOfEntry {
  laps: Lap[];
  warnings: Warning[];
}

export interface Channel {
  name: string;
  original_name: string | null;
  unit: string | null;
  original_unit: string | null;
  rate_hz: number | null;
  /** What it is calculated from; null of a recorded one. */
  expression: string | null;
}

/** A channel that is calculated from others, as it is saved. */
export interface MathChannel {
  name: string;
  expression: string;
  /** As stated; null where none is. */
  unit: string | null;
  description: string;
}

/** Whether an expression can be used. */
export type MathCheck =
  /** `unit` is null where the units of its channels are not known. */
  | { ok: true; unit: string | null; channels: string[] }
  /** `column` counts characters of the expression from 1. */
  | { ok: false; problem: { column: number; message: string; remedy: string } };

export interface Series {
  channel: string;
  unit: string | null;
  x: number[];
  y: (number | null)[];
}

export interface SeriesAnswer {
  by: 'time' | 'distance';
  x_unit: string;
  series: Series[];
}

/** Positions on the Earth, or in the world of a game. */
export interface Positions {
  latitude?: (number | null)[];
  longitude?: (number | null)[];
  world_x?: (number | null)[];
  world_y?: (number | null)[];
}

export interface Gate {
  kind: 'start_finish' | 'sector' | 'pit_entry' | 'pit_exit';
  name: string;
  latitude1?: number;
  longitude1?: number;
  latitude2?: number;
  longitude2?: number;
}

export interface Track {
  gates: Gate[];
  outline: (Positions & { car: string; lap: number; distance_m: number[] }) | null;
  /** Whether there is a provider of circuits, so that `/circuit` may be asked. */
  track_data?: boolean;
}

/** The circuit of a session as somebody publishes it. */
export interface PublishedCircuit {
  provider: string;
  state: 'fresh' | 'stale';
  /** ISO 8601: when the provider last said that it is so. */
  fetched: string;
  age_s: number;
  /** Why it is stale. */
  reason: string | null;
  name: string;
  place: string | null;
  length_m: number | null;
  outline: { latitude: number[]; longitude: number[] };
}

export interface Overlay {
  distance_m: number[];
  delta_s: (number | null)[];
  channels: {
    channel: string;
    unit: string | null;
    reference: (number | null)[];
    other: (number | null)[];
  }[];
  line: Positions | null;
}

/** How one kind of call fares that the platform makes under guard. */
export interface GuardedCall {
  call: string;
  title: string;
  /** What a user has to do without while it cannot be had. */
  without_it: string;
  state: 'closed' | 'open' | 'half_open';
  /** ISO 8601, as the platform's clock has it; so is the next try, which is null unless open. */
  since: string;
  next_try: string | null;
  last_failure: { at: string; reason: string } | null;
}

export interface Source {
  id: string;
  session: string;
  car: string;
  format: string | null;
  state: 'sending' | 'silent' | 'ended';
  last_block: number | null;
  samples: number | null;
  rate_samples_per_s: number | null;
  /** By event time, ISO 8601; null before any. */
  first_sample: string | null;
  last_sample: string | null;
  last_seen: string | null;
}

export interface LedgerLine {
  source: string;
  car: string;
  arrived: number;
  missing: [number, number][];
  healed: [number, number][];
  duplicate: number;
  refused: number;
}

/** RFC 9457, with the remedy. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  remedy?: string;
}
