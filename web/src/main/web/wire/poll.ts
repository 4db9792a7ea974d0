import { isRefused, pauseAfterMs } from './back-off.js';

/**
 * Asks again and again, each time so long after the last answer: never twice at once, with growing pauses while the
 * platform does not answer.
 */
export class Poll {
  private asking: AbortController | null = null;
  private timer = 0;
  private failures = 0;
  private again = false;

  /**
   * @param ask rejects where it was not answered
   * @param every_ms from an answer to the next question; null: not until {@link now}
   */
  constructor(
    private readonly ask: (signal: AbortSignal) => Promise<void>,
    private readonly every_ms: () => number | null,
  ) {}

  /** Asks at once; where a question is under way, once more after it. */
  now(): void {
    if (this.asking) {
      this.again = true;
    } else {
      window.clearTimeout(this.timer);
      void this.look();
    }
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = null;
    this.again = false;
  }

  private async look(): Promise<void> {
    const asking = (this.asking = new AbortController());
    const pause_ms = await this.answered(asking.signal);
    if (this.asking !== asking) {
      return;
    }
    this.asking = null;
    if (this.again) {
      this.again = false;
      void this.look();
    } else if (pause_ms !== null) {
      this.timer = window.setTimeout(() => void this.look(), pause_ms);
    }
  }

  private async answered(signal: AbortSignal): Promise<number | null> {
    try {
      await this.ask(signal);
      this.failures = 0;
      return this.every_ms();
    } catch (cause) {
      if (isRefused(cause)) {
        return this.every_ms();
      }
      return Math.max(this.every_ms() ?? 0, pauseAfterMs(cause, this.failures++));
    }
  }
}
