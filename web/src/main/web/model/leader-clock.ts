import { countOfLaps, type Passing } from './passings.js';
import type { Gap, RaceFacts, Standing } from './race-order.js';

/** When a car had come how far: others are told by how long after it they came as far. */
export class LeaderClock {
  private readonly passings: readonly Passing[];

  constructor(
    private readonly facts: RaceFacts,
    private readonly front: Standing,
    private readonly at_s: number,
  ) {
    this.passings = facts.passings(front.car);
  }

  /** How far another car is behind; null where it is not known. */
  gapOf(behind: Standing): Gap | null {
    const laps = Math.floor(this.front.come - behind.come + 1e-9);
    if (laps >= 1) {
      return Number.isFinite(laps) ? { kind: 'laps', laps } : null;
    }
    if (behind.finished_s !== null) {
      return this.gapAtLine(behind);
    }
    // Where the one in front was then may not be here yet; what the line told a lap ago would be another gap.
    if (behind.progress !== null && this.front.progress !== null) {
      const then = this.facts.progress?.timeAt(this.front.car, behind.come, this.at_s) ?? null;
      return then === null ? null : { kind: 'time', s: Math.max(0, this.at_s - then) };
    }
    return this.gapAtLine(behind);
  }

  /** At the last passing of the one behind: how long before it this one had as many laps; who was there first is not behind. */
  private gapAtLine({ last }: Standing): Gap | null {
    const then = last && this.lineTime(last.laps);
    return last === null || then === null || then > last.at_s ? null : { kind: 'time', s: last.at_s - then };
  }

  /** Between two passings seen, those that a hole hid lie evenly. */
  private lineTime(laps: number): number | null {
    const index = countOfLaps(this.passings, laps) - 1;
    const [before, after] = [this.passings[index], this.passings[index + 1]];
    if (!before || before.laps === laps) {
      return before?.at_s ?? null;
    }
    return after ? before.at_s + ((after.at_s - before.at_s) * (laps - before.laps)) / (after.laps - before.laps) : null;
  }
}
