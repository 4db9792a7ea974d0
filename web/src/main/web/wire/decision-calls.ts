import { get, json, query, sent } from './calls.js';
import type { AuditLine, BoardLine, Decided, Decision, SessionState } from './decision-words.js';
import type { KnownAs, StandingOrder, Standings } from './standing-words.js';

const session = (id: string): string => `/sessions/${encodeURIComponent(id)}`;

/** So many decisions are asked for at once. */
export const DECISIONS_AT_ONCE = 1_000;
const MOST_SESSIONS = 200;

/** What was decided, one function a call of docs/race-control.md; each rejects with a Problem. */
export const decisionCalls = {
  /** Those after a version, in the order in which they were made; none where race control has not heard of the session. */
  decisions: (id: string, afterVersion: number, signal?: AbortSignal): Promise<Decision[]> =>
    get<{ decisions: Decision[] }>(
      `${session(id)}/history?${query({ after: String(afterVersion), limit: String(DECISIONS_AT_ONCE) })}`,
      signal,
      true,
    ).then((answer) => answer.decisions),

  /** @param knownAt by what had been recorded then; null: by all */
  state: (id: string, knownAt: string | null, signal?: AbortSignal): Promise<SessionState> =>
    get(`${session(id)}/state${knownAt === null ? '' : `?${query({ known_at: knownAt })}`}`, signal, true),

  /**
   * Carries out a command; sent again with its key it answers as the first time.
   *
   * @param key names the command among those to the session
   * @param limit_ms so long the answer is waited for
   */
  decide: (id: string, key: string, command: object, limit_ms: number): Promise<Decided> =>
    sent('POST', `${session(id)}/commands`, command, (answer) => json<Decided>(answer), { limit_ms, headers: { 'idempotency-key': key } }),

  /** The order, as it was known; only of a session that has samples. */
  standings: (id: string, by: StandingOrder, known: KnownAs, signal?: AbortSignal): Promise<Standings> =>
    get(`${session(id)}/standings?${query({ by, ...known })}`, signal),

  /** The newest decisions over all sessions, the newest first. */
  audit: (limit: number, signal?: AbortSignal): Promise<AuditLine[]> =>
    get<{ decisions: AuditLine[] }>(`/audit?limit=${limit}`, signal).then((answer) => answer.decisions),

  board: (signal?: AbortSignal): Promise<BoardLine[]> =>
    get<{ sessions: BoardLine[] }>(`/board?limit=${MOST_SESSIONS}`, signal).then((answer) => answer.sessions),
};
