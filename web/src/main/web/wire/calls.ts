import { RequestQueue } from './request-queue.js';
import type { ProblemDetails } from './words.js';

/** Where all calls of the platform lie, relative to the page. */
export const BASE = 'api/v1';
/** An answer that takes longer does not come. */
const TIMEOUT_MS = 60_000;
const reads = new RequestQueue();

/** A request that was refused or could not be made; says what a person can do about it. */
export class Problem extends Error {
  constructor(
    readonly title: string,
    readonly detail: string,
    readonly remedy: string,
    readonly status: number,
    /** Before that it would be refused again. */
    readonly retryAfter_s = 0,
  ) {
    super(`${title}: ${detail}`);
  }

  static from(cause: unknown): Problem {
    return cause instanceof Problem
      ? cause
      : new Problem('Not to be shown', String(cause), 'Reload the page.', 0);
  }
}

/** Takes the body of an answer, which may fail to come long after its head was here. */
type Take<T> = (answer: Response) => Promise<T>;

/** @param urgent what a driver or a marshal waits for goes before all other reads */
export const get = <T>(path: string, signal?: AbortSignal, urgent = false): Promise<T> => read<T>(path, json, signal, urgent);

export function read<T>(path: string, take: Take<T>, signal?: AbortSignal, urgent = false): Promise<T> {
  return reads.run(() => fetched(path, take, { signal, limit_ms: TIMEOUT_MS }), urgent, signal);
}

export const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
export const nothing = (): Promise<void> => Promise.resolve();

/** How a call is made. */
export interface Call {
  method?: 'PUT' | 'POST' | 'DELETE';
  body?: string;
  headers?: Record<string, string>;
  /** Gives it up. */
  signal?: AbortSignal | undefined;
  /** So long it is waited for; without: as long as the browser does. */
  limit_ms?: number;
}

/** A call that sends something. */
export const sent = <T>(method: 'PUT' | 'POST', path: string, body: object, take: Take<T>, call: Call = {}): Promise<T> =>
  fetched(path, take, { ...call, method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...call.headers } });

export async function fetched<T>(path: string, take: Take<T>, call: Call = {}): Promise<T> {
  const { signal: given, limit_ms, ...how } = call;
  const late = limit_ms === undefined ? undefined : AbortSignal.timeout(limit_ms);
  const signal = AbortSignal.any([given, late].filter((each) => each !== undefined));
  try {
    const headers = { accept: 'application/json, */*', ...how.headers };
    const response = await fetch(`${BASE}${path}`, { ...how, signal, headers });
    if (!response.ok) {
      throw await refused(response);
    }
    return await take(response);
  } catch (cause) {
    throw cause instanceof Problem || cause instanceof SyntaxError ? cause : unanswered(cause, signal, late?.aborted === true && signal.reason === late.reason ? limit_ms : undefined);
  }
}

/** @param waited_ms as long as was to be waited, where that is why */
function unanswered(cause: unknown, signal: AbortSignal, waited_ms?: number): unknown {
  if (signal.aborted && waited_ms === undefined) {
    return cause;
  }
  const detail = waited_ms === undefined ? `No connection to ${location.host}.` : `No answer from ${location.host} within ${waited_ms / 1_000} s.`;
  return new Problem('The platform does not answer', detail, "Is 'vitalcore up' still running?", 0);
}

async function refused(response: Response): Promise<Problem> {
  const details = (await response.json().catch(() => ({}))) as ProblemDetails;
  return new Problem(
    details.title ?? `Refused with ${response.status}`,
    details.detail ?? response.url,
    details.remedy ?? '',
    response.status,
    Number(response.headers.get('retry-after')) || 0,
  );
}

export const query = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();
