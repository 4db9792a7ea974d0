import type { Decision, Phase } from '../wire/decision-words.js';

/** What decisions come to at a moment of the session, as much as the head of a session has room for. */
export interface DecidedAt {
  phase: Phase;
  openIncidents: number;
  flaggedSectors: number;
}

/** Where decisions lead that move the session, by their types. */
export const PHASE_OF: Readonly<Record<string, Phase>> = {
  session_scheduled: 'scheduled',
  session_opened: 'open',
  session_went_green: 'green',
  yellow_flag_shown: 'yellow',
  safety_car_deployed: 'safety-car',
  red_flag_shown: 'red',
  chequered_flag_shown: 'chequered',
  session_cancelled: 'cancelled',
  provisional_result_published: 'provisional',
  result_made_official: 'official',
};

const OPENS = ['incident_reported', 'sector_flag_shown'];
const CLOSES = ['incident_closed', 'sector_flag_withdrawn'];

/**
 * What had come into force by a moment; null where nothing had.
 *
 * @param decisions in the order in which they were made
 * @param at_ms milliseconds since the epoch
 */
export function decidedAt(decisions: readonly Decision[], at_ms: number): DecidedAt | null {
  let phase: Phase | null = null;
  const open = new Set<string>();
  for (const { type, about, at } of decisions) {
    if (Date.parse(at) <= at_ms) {
      phase = PHASE_OF[type] ?? phase;
      if (OPENS.includes(type)) {
        open.add(about);
      } else if (CLOSES.includes(type)) {
        open.delete(about);
      }
    }
  }
  if (phase === null) {
    return null;
  }
  const count = (kind: string): number => [...open].filter((about) => about.startsWith(kind)).length;
  return { phase, openIncidents: count('incident/'), flaggedSectors: count('sector/') };
}
