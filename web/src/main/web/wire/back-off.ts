import { Problem } from './rest.js';

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * The pause before a reconnect: doubles with each failed attempt, with up to a quarter taken off so
 * that many pages do not return in the same instant.
 *
 * @param chance uniform in [0, 1)
 */
export function backOffMs(attempt: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return full * (1 - chance / 4);
}

/** Refused, but only for now: the platform did not wait for the request any longer, or had too many. */
const FOR_NOW = [408, 429];

/** Whether the same question will be refused again. */
export function isRefused(cause: unknown): boolean {
  const { status } = Problem.from(cause);
  return status >= 400 && status < 500 && !FOR_NOW.includes(status);
}

/**
 * The pause before the same is asked for again, at least as long as the platform said.
 *
 * @param attempt how often it had failed before
 */
export const pauseAfterMs = (cause: unknown, attempt: number): number =>
  Math.max(backOffMs(attempt, Math.random()), 1_000 * Problem.from(cause).retryAfter_s);
