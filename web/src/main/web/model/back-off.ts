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
