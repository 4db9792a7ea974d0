import { BASE, fetched, get, json, nothing, query, read, sent } from './calls.js';
import type { Corners, CornerTable, TimeLosses } from './corner-words.js';
import { parseFrameSheet, type FrameSheet } from './frame-sheet.js';
import type {
  Channel,
  Entry,
  GuardedCall,
  LapsOfEntry,
  LedgerLine,
  MathChannel,
  MathCheck,
  Overlay,
  PublishedCircuit,
  RaceControl,
  SeriesAnswer,
  Sessions,
  SessionWithEntries,
  Source,
  Track,
} from './words.js';

export { Problem } from './calls.js';

/** Names one lap of one car of one session. */
export interface LapAddress {
  session: string;
  car: string;
  lap: number;
}

const asParameter = (lap: LapAddress): string => `${lap.session}/${lap.car}/${lap.lap}`;
const entry = (session: string, car: string): string =>
  `/sessions/${encodeURIComponent(session)}/entries/${encodeURIComponent(car)}`;

/** One function a call of docs/api.md; each rejects with a {@link Problem}. */
export const rest = {
  sessions: (signal?: AbortSignal): Promise<Sessions> => get('/sessions?limit=200', signal),

  session: (id: string, signal?: AbortSignal): Promise<SessionWithEntries> => get(`/sessions/${encodeURIComponent(id)}`, signal),

  entries: (id: string): Promise<Entry[]> =>
    get<{ entries: Entry[] }>(`/sessions/${encodeURIComponent(id)}/entries`).then((answer) => answer.entries),

  laps: (session: string, car: string, signal?: AbortSignal): Promise<LapsOfEntry> => get(`${entry(session, car)}/laps`, signal),

  channels: (session: string, car: string, signal?: AbortSignal): Promise<Channel[]> =>
    get<{ channels: Channel[] }>(`${entry(session, car)}/channels`, signal).then((answer) => answer.channels),

  /** @param points of each channel, at most */
  seriesOfLap: (
    lap: LapAddress,
    channels: string[],
    by: 'time' | 'distance',
    points: number,
    signal: AbortSignal,
  ): Promise<SeriesAnswer> =>
    get(
      `${entry(lap.session, lap.car)}/series?${query({
        channels: channels.join(','),
        lap: String(lap.lap),
        by,
        points: String(points),
      })}`,
      signal,
    ),

  seriesFrom: (session: string, car: string, channels: string[], from_s: number, signal: AbortSignal): Promise<SeriesAnswer> =>
    get(
      `${entry(session, car)}/series?${query({
        channels: channels.join(','),
        from_s: String(from_s),
        by: 'time',
        points: '4000',
      })}`,
      signal,
    ),

  /** @param points of each channel, at most */
  seriesBetween: (
    session: string,
    car: string,
    channels: string[],
    from_s: number,
    to_s: number,
    points: number,
    signal?: AbortSignal,
  ): Promise<SeriesAnswer> =>
    get(
      `${entry(session, car)}/series?${query({
        channels: channels.join(','),
        from_s: String(from_s),
        to_s: String(to_s),
        by: 'time',
        points: String(points),
      })}`,
      signal,
    ),

  frames: (
    session: string,
    channels: readonly string[],
    from_s: number,
    to_s: number,
    hz: number,
    signal?: AbortSignal,
  ): Promise<FrameSheet> =>
    read(
      `/sessions/${encodeURIComponent(session)}/frames?${query({
        channels: channels.join(','),
        from_s: String(from_s),
        to_s: String(to_s),
        hz: String(hz),
      })}`,
      (answer) => answer.arrayBuffer(),
      signal,
    ).then(parseFrameSheet),

  /** The newest thousand messages from one moment to before another; of an absent one all. */
  raceControl: (session: string, range: { from_s?: number; to_s?: number } = {}, signal?: AbortSignal): Promise<RaceControl> => {
    const bounds = Object.entries(range).map(([name, at_s]): [string, string] => [name, String(at_s)]);
    const asked = bounds.length === 0 ? '' : `?${query(Object.fromEntries(bounds))}`;
    return get(`/sessions/${encodeURIComponent(session)}/race-control${asked}`, signal, true);
  },

  track: (session: string, signal?: AbortSignal): Promise<Track> => get(`/sessions/${encodeURIComponent(session)}/track`, signal),

  /** As a provider publishes it; refused where there is none, or none that has it. */
  circuit: (session: string, signal?: AbortSignal): Promise<PublishedCircuit> => get(`/sessions/${encodeURIComponent(session)}/circuit`, signal),

  overlay: (
    reference: LapAddress,
    other: LapAddress,
    channels: string[],
    signal: AbortSignal,
  ): Promise<Overlay> =>
    get(
      `/overlay?${query({
        reference: asParameter(reference),
        other: asParameter(other),
        channels: channels.join(','),
        points: '1500',
      })}`,
      signal,
    ),

  /** @param reference whose corners they are */
  corners: (reference: LapAddress, signal: AbortSignal): Promise<Corners> =>
    get(`/sessions/${encodeURIComponent(reference.session)}/corners?${query({ reference: asParameter(reference) })}`, signal),

  /** @param laps 1 to 40 */
  cornerTable: (reference: LapAddress, laps: readonly LapAddress[], signal?: AbortSignal): Promise<CornerTable> =>
    get(`/corners/compare?${query({ reference: asParameter(reference), laps: laps.map(asParameter).join(',') })}`, signal),

  losses: (reference: LapAddress, other: LapAddress, signal: AbortSignal): Promise<TimeLosses> =>
    get(`/losses?${query({ reference: asParameter(reference), other: asParameter(other) })}`, signal),

  /** How the calls fare that the platform makes under guard. */
  calls: (signal?: AbortSignal): Promise<GuardedCall[]> =>
    get<{ calls: GuardedCall[] }>('/calls', signal, true).then((answer) => answer.calls),

  mathChannels: (): Promise<MathChannel[]> =>
    get<{ math_channels: MathChannel[] }>('/math-channels').then((answer) => answer.math_channels),

  saveMathChannel: ({ name, ...body }: MathChannel): Promise<void> =>
    sent('PUT', `/math-channels/${encodeURIComponent(name)}`, body, nothing),

  deleteMathChannel: (name: string): Promise<void> =>
    fetched(`/math-channels/${encodeURIComponent(name)}`, nothing, { method: 'DELETE' }),

  /** @param of whose channels it is made of; null: those of any car */
  checkMath: (expression: string, of: { session: string; car: string } | null, signal: AbortSignal): Promise<MathCheck> =>
    sent<MathCheck>('POST', '/math-channels/check', { expression, ...of }, json, { signal }),

  /** What a browser downloads; refused before the first byte of it. */
  exportPath: (session: string, question: Record<string, string>): string =>
    `${BASE}/sessions/${encodeURIComponent(session)}/export?${query(question)}`,

  /** Asks for a download and leaves off when it begins: rejects where it is refused. */
  tryDownload: async (path: string): Promise<void> => {
    const trying = new AbortController();
    await fetched(path.slice(BASE.length), nothing, { signal: trying.signal });
    trying.abort();
  },

  sources: (session: string, signal?: AbortSignal): Promise<Source[]> =>
    get<{ sources: Source[] }>(`/sessions/${encodeURIComponent(session)}/sources`, signal).then((answer) => answer.sources),

  ledger: (session: string, signal?: AbortSignal): Promise<LedgerLine[]> =>
    get<{ ledger: LedgerLine[] }>(`/sessions/${encodeURIComponent(session)}/ledger`, signal).then((answer) => answer.ledger),
};
