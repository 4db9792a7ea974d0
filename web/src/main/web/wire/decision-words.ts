/**
 * What race control decided, as it travels over HTTP: docs/race-control.md. Moments are ISO 8601 in UTC, to the
 * nanosecond; what is not known is null.
 */

/** A decision: what, about what, who, when, why. */
export interface Decision {
  position: number;
  version: number;
  /** As an event is called: `red_flag_shown`. */
  type: string;
  about: Subject;
  /** When it comes into force. */
  at: string;
  /** When the store took it; never goes back from one decision to the next. */
  recorded: string;
  who: string;
  why: string;
  correlation: string;
  causation: string;
  text: string;
  facts: Record<string, unknown>;
}

/** A decision among those of all sessions. */
export type AuditLine = Omit<Decision, 'facts'> & { session: string };

/** What became of a command. */
export interface Decided {
  position: number;
  version: number;
  /** It had been carried out before. */
  repeated: boolean;
  events: string[];
}

/** `session`, `result`, `entry/44`, `sector/3`, `incident/1`, `penalty/1`, `protest/1`. */
export type Subject = string;

export type Phase =
  | 'unscheduled'
  | 'scheduled'
  | 'open'
  | 'green'
  | 'yellow'
  | 'safety-car'
  | 'red'
  | 'chequered'
  | 'provisional'
  | 'official'
  | 'cancelled';

export interface Schedule {
  kind: 'practice' | 'qualifying' | 'race';
  name: string;
  circuit: string;
  start: string;
  marshal_sectors: number;
  protest_s: number;
}

export interface EntryState {
  car: string;
  team: string;
  drivers: string[];
  driving: string;
  withdrawn: boolean;
  /** Those that were not revoked. */
  penalties: number;
}

export interface SectorFlagState {
  sector: number;
  flag: 'yellow' | 'double_yellow' | 'slippery';
  reason: string;
  at: string;
  who: string;
}

export type IncidentStage = 'reported' | 'acknowledged' | 'under_investigation' | 'closed';

export interface IncidentState {
  number: number;
  kind: string;
  cars: string[];
  distance_m: number | null;
  description: string;
  at: string;
  who: string;
  stage: IncidentStage;
  acknowledged_by?: string;
  conclusion?: string;
}

export type PenaltyStanding = 'imposed' | 'served' | 'revoked';

export interface PenaltyState {
  number: number;
  car: string;
  kind: string;
  /** Seconds or places; 0 where the kind has none. */
  amount: number;
  incident: number | null;
  reason: string;
  at: string;
  who: string;
  standing: PenaltyStanding;
}

export interface Classified {
  /** 0 where it has none. */
  position: number;
  car: string;
  laps: number;
  /** 0 where it is not known. */
  time_s: number;
  penalty_s: number;
  finish: 'classified' | 'not_classified' | 'retired' | 'disqualified';
}

export interface ResultState {
  revision: number;
  classification: Classified[];
  at: string;
  who: string;
  /** Something was decided since that it does not have. */
  out_of_date: boolean;
}

export interface ProtestState {
  number: number;
  by: string;
  /** Empty where it is against the result as such. */
  against: string;
  ground: string;
  at: string;
  who: string;
  outcome?: 'upheld' | 'dismissed' | 'withdrawn';
  reason?: string;
}

/** A session as race control has decided it, by what was known at some moment. */
export interface SessionState {
  id: string;
  phase: Phase;
  since: string | null;
  schedule: Schedule | null;
  entries: EntryState[];
  sector_flags: SectorFlagState[];
  incidents: IncidentState[];
  penalties: PenaltyState[];
  result: ResultState | null;
  protests: ProtestState[];
  /** Of the last decision in it. */
  version: number;
  position: number;
}

/** A session on the board of all, with what is to be dealt with. */
export interface BoardLine {
  session: string;
  name: string;
  kind: Schedule['kind'];
  circuit: string;
  start: string;
  phase: Phase;
  since: string;
  entries: number;
  flagged_sectors: number;
  open_incidents: number;
  open_penalties: number;
  open_protests: number;
}
