import { EdgeClock } from './edge-clock.js';

/** How the cursor moves: with what happens, so many seconds behind it, by itself, or not at all. */
export type Motion =
  | { kind: 'live' }
  | { kind: 'delayed'; by_s: number }
  | { kind: 'playing'; rate: number }
  | { kind: 'paused' };

export const RATES: readonly number[] = [0.25, 0.5, 1, 2, 5, 10, 30];
const CAUGHT_UP_S = 0.5;
export const DELAYS_S: readonly number[] = [5, 10, 30, 60];

/**
 * The one cursor in time that all views look at. A live session goes on being recorded wherever the
 * cursor stands. Times are seconds of the session; the clock of the wall is handed in.
 */
export class Timeline {
  private readonly edge = new EdgeClock();
  private moves: Motion = { kind: 'live' };
  private at = 0;
  private recording = true;
  private ticked: number | null = null;
  private lastRate = 1;

  get motion(): Motion {
    return this.moves;
  }

  /** Where the views look. */
  get at_s(): number {
    return this.moves.kind === 'live' ? this.end_s : this.at;
  }

  /** The newest moment there is to look at. */
  get end_s(): number {
    return this.recording ? this.edge.at_s : this.edge.newest_s;
  }

  /** The time of the newest sample that has arrived. */
  get newest_s(): number {
    return this.edge.newest_s;
  }

  /** Seconds of the session in one of the wall. */
  get pace_s(): number {
    return this.edge.pace_s;
  }

  /** Whether all that is known may be shown: nothing of it lies after the cursor. */
  get atEnd(): boolean {
    return this.moves.kind === 'live' || (!this.recording && this.at >= this.end_s);
  }

  /** Whether the cursor is on its way by itself. */
  get running(): boolean {
    return this.moves.kind !== 'paused' && (this.recording || this.moves.kind === 'playing');
  }

  /** The rate at which {@link toggle} plays. */
  get rate(): number {
    return this.moves.kind === 'playing' ? this.moves.rate : this.lastRate;
  }

  /** Another session, or the same with times that count from another moment; the cursor stays where it is. */
  reset(newest_s: number): void {
    this.edge.reset(newest_s);
  }

  /** The times of the session count from so much earlier now: the cursor stands where it stood, and moves as it did. */
  shift(by_s: number): void {
    this.at = Math.min(this.end_s, Math.max(0, this.at + by_s));
  }

  /** @param recording whether the session goes on */
  setRecording(recording: boolean): void {
    this.recording = recording;
  }

  hear(newest_s: number, wall_s: number): void {
    this.edge.hear(newest_s, wall_s);
  }

  /** Moves on to now. */
  tick(wall_s: number): void {
    const passed = this.ticked === null ? 0 : Math.max(0, wall_s - this.ticked);
    this.ticked = wall_s;
    this.edge.tick(wall_s);
    const { moves } = this;
    if (moves.kind === 'delayed') {
      this.at = Math.max(0, this.end_s - moves.by_s);
    } else if (moves.kind === 'playing') {
      this.at = Math.min(this.end_s, this.at + passed * moves.rate);
      if (this.hasArrived(moves.rate)) {
        this.goLive();
      }
    }
  }

  /** To the newest moment, and on with it. */
  goLive(): void {
    this.moves = { kind: 'live' };
    this.at = this.end_s;
  }

  delay(by_s: number): void {
    this.moves = { kind: 'delayed', by_s };
    this.at = Math.max(0, this.end_s - by_s);
  }

  pause(): void {
    this.at = this.at_s;
    this.moves = { kind: 'paused' };
  }

  /**
   * Plays from where the cursor stands; from the beginning when it stands at the end of what is recorded. What happens
   * now cannot be played faster: the cursor stays with it.
   */
  play(rate = this.lastRate): void {
    this.lastRate = rate;
    if (!(this.recording && this.moves.kind === 'live' && rate >= 1)) {
      this.at = !this.recording && this.atEnd ? 0 : this.at_s;
      this.moves = { kind: 'playing', rate };
    }
  }

  /** Played as fast as it happens, the cursor would stay a little behind for ever; slower, it never arrives. */
  private hasArrived(rate: number): boolean {
    return this.recording ? rate >= 1 && this.end_s - this.at < CAUGHT_UP_S : this.at >= this.end_s;
  }

  toggle(): void {
    if (this.running) {
      this.pause();
    } else {
      this.play();
    }
  }

  /** Puts the cursor there; what was playing goes on from there, what followed the newest stands. */
  seek(at_s: number): void {
    if (this.moves.kind !== 'playing') {
      this.moves = { kind: 'paused' };
    }
    this.at = Math.min(this.end_s, Math.max(0, at_s));
  }

  /** Puts the cursor so many seconds on or back. */
  step(by_s: number): void {
    this.seek(this.at_s + by_s);
  }
}
