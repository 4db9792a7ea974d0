/**
 * Acts at most so often: at once when it has been quiet for long enough, else when the time is up; what is asked for
 * last is always done.
 */
export class Pace {
  private acted_ms = -Infinity;
  private timer: number | null = null;

  constructor(
    private readonly every_ms: number,
    private readonly act: () => void,
  ) {}

  soon(): void {
    if (this.timer === null) {
      const wait = this.acted_ms + this.every_ms - performance.now();
      if (wait <= 0) {
        this.now();
      } else {
        this.timer = window.setTimeout(() => this.now(), wait);
      }
    }
  }

  now(): void {
    this.stop();
    this.acted_ms = performance.now();
    this.act();
  }

  /** What was asked for and not yet done is not done any more. */
  stop(): void {
    if (this.timer !== null) {
      window.clearTimeout(this.timer);
      this.timer = null;
    }
  }
}
