import { isRefused, pauseAfterMs } from './back-off.js';

const MOST_TIMES = 4;

/** Asks again a few times, with growing pauses, where the platform cannot answer now; rejects as it did last. */
export async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let times = 1; ; times++) {
    try {
      return await ask();
    } catch (cause) {
      if (times === MOST_TIMES || isRefused(cause)) {
        throw cause;
      }
      await new Promise<void>((resume) => window.setTimeout(resume, pauseAfterMs(cause, times)));
    }
  }
}
