/** Longer than this without news, and the platform has nothing to tell: the clock stands. */
const LONGEST_WAIT_S = 1;
/** How fast the clock turns to what it hears, in seconds of the wall. */
const PACE_SETTLES_S = 2;
const LAG_SETTLES_S = 0.5;
/** News of so many seconds more than the pace explains is no pace but a hole: the clock jumps over it. */
const HOLE_S = 3;

/**
 * The newest moment of a session as a clock that runs evenly, though news comes in steps and bursts:
 * a little behind the newest sample, never ahead of it and never back. It learns how many seconds of
 * the session pass in one of the wall, so that a replay at any speed runs as evenly.
 */
export class EdgeClock {
  private at = 0;
  private newest = 0;
  private heard: number | null = null;
  private ticked: number | null = null;
  private pace = 1;
  private between = 0.1;

  get at_s(): number {
    return this.at;
  }

  get newest_s(): number {
    return this.newest;
  }

  /** Seconds of the session in one of the wall. */
  get pace_s(): number {
    return this.pace;
  }

  /** Begins at a moment of which nothing is known before. */
  reset(newest_s: number): void {
    this.at = this.newest = newest_s;
    this.heard = this.ticked = null;
    this.pace = 1;
    this.between = 0.1;
  }

  /**
   * @param newest_s time of the newest sample
   * @param wall_s time of a clock that only goes forward
   */
  hear(newest_s: number, wall_s: number): void {
    if (newest_s <= this.newest) {
      return;
    }
    const leap = newest_s - this.newest;
    if (this.heard === null || leap > HOLE_S + 4 * this.pace * (wall_s - this.heard)) {
      this.at = newest_s;
    } else if (wall_s > this.heard) {
      const waited = wall_s - this.heard;
      const weight = 1 - Math.exp(-waited / PACE_SETTLES_S);
      this.pace += (leap / waited - this.pace) * weight;
      this.between += (Math.min(waited, LONGEST_WAIT_S) - this.between) * weight;
    }
    this.newest = newest_s;
    this.heard = wall_s;
  }

  /** Lets the clock run on to now. */
  tick(wall_s: number): void {
    const passed = this.ticked === null ? 0 : Math.max(0, wall_s - this.ticked);
    this.ticked = wall_s;
    const since = Math.min(LONGEST_WAIT_S, this.heard === null ? 0 : wall_s - this.heard);
    const wanted = this.newest + (since - 1.5 * this.between) * this.pace;
    const run = this.at + passed * this.pace;
    const turned = run + (wanted - run) * (1 - Math.exp(-passed / LAG_SETTLES_S));
    this.at = Math.min(this.newest, Math.max(this.at, turned));
  }
}
