import type { Decision, SessionState } from '../../main/web/wire/decision-words.js';

/** Decisions of a race, one each second from 14:00:00, recorded in the moment that they come into force. */
export function decided(...decisions: (Pick<Decision, 'type' | 'about'> & Partial<Decision>)[]): Decision[] {
  return decisions.map((each, i) => {
    const at = `2026-05-02T14:00:${String(i).padStart(2, '0')}Z`;
    return {
      position: 100 + i,
      version: i + 1,
      at,
      recorded: each.at ?? at,
      who: 'anna',
      why: '',
      correlation: '',
      causation: '',
      text: each.type,
      facts: {},
      ...each,
    };
  });
}

/** A scheduled race in which nothing was decided yet. */
export function stateOf(changed: Partial<SessionState> = {}): SessionState {
  return {
    id: 'race',
    phase: 'green',
    since: '2026-05-02T14:00:00Z',
    schedule: { kind: 'race', name: 'Race', circuit: 'Spa', start: '2026-05-02T14:00:00Z', marshal_sectors: 9, protest_s: 1_800 },
    entries: [],
    sector_flags: [],
    incidents: [],
    penalties: [],
    result: null,
    protests: [],
    version: 1,
    position: 1,
    ...changed,
  };
}
