/** Where a car stood, as it was known: by passings of the line, or by best laps. Of one kind the fields of the other are missing. */
export interface StandingLine {
  car: string;
  position: number | null;
  laps: number;
  gap_s: number | null;
  gap_laps?: number | null;
  last_lap_s: number | null;
  best_lap_s: number | null;
  best_uncertain?: boolean;
}

export type StandingOrder = 'race' | 'best_lap';

/** docs/temporal.md. */
export interface Standings {
  by: StandingOrder;
  /** Up to which second of the session it goes; null by best laps, and where nothing was known. */
  at_s: number | null;
  standings: StandingLine[];
}

/** Two times that bound what is asked for, ISO 8601; what is absent does not bound it. */
export interface KnownAs {
  known_at?: string;
  as_of?: string;
}
