import type { Decision, SessionState, Subject } from '../wire/decision-words.js';
import { changesBetween, type Change } from './board-changes.js';
import { DecisionTies } from './decision-ties.js';
import { isBy } from './moments.js';
import { countWhile } from './search.js';

/** So many are kept, the newest: race control allows more incidents than that in no session that was ever driven. */
export const MOST_DECISIONS = 10_000;

/** What was decided about a session so far, and what was believed at the moment of recorded time that is looked at. */
export class DecisionBook {
  /** Whether the platform has said what there is. */
  known = false;
  /** By all that is recorded. */
  now: SessionState | null = null;
  /** By what was recorded at {@link knownAt}, as soon as it is here; null where now is looked at. */
  then: SessionState | null = null;
  /** A moment of recorded time; null: now. */
  knownAt: string | null = null;
  /** The oldest, that are kept no more. */
  dropped = 0;
  private readonly decisions: Decision[] = [];
  private readonly ties = new DecisionTies();
  /** Of the last decision of each moment of recorded time: between two of them nothing changes. */
  private stopsAt: number[] = [];
  private changed: { then: SessionState; now: SessionState; are: ReadonlyMap<Subject, Change> } | null = null;

  /** @returns whether one of them is new */
  add(decisions: readonly Decision[]): boolean {
    const first = !this.known;
    this.known = true;
    const news = decisions.filter(({ version }) => version > this.lastVersion);
    for (const decision of news) {
      this.decisions.push(decision);
      this.ties.add(decision);
    }
    if (this.decisions.length > MOST_DECISIONS) {
      const old = this.decisions.splice(0, this.decisions.length - MOST_DECISIONS);
      old.forEach((decision) => this.ties.forget(decision));
      this.dropped += old.length;
    }
    if (news.length > 0) {
      this.stopsAt = this.decisions.flatMap(({ recorded }, i) => (recorded === this.decisions[i + 1]?.recorded ? [] : [i]));
    }
    return first || news.length > 0;
  }

  get lastVersion(): number {
    return this.decisions.at(-1)?.version ?? 0;
  }

  /** As they were made, the oldest first. */
  get all(): readonly Decision[] {
    return this.decisions;
  }

  /** The board that is looked at. */
  get shown(): SessionState | null {
    return this.knownAt === null ? this.now : this.then;
  }

  /** How many were recorded at the moment that is looked at. */
  get knownCount(): number {
    const { knownAt } = this;
    return knownAt === null ? this.decisions.length : countWhile(this.decisions.length, (i) => isBy(this.decisions[i]?.recorded ?? '', knownAt));
  }

  /** What was recorded since, though it was in force at the moment that is looked at: what nobody could know then. */
  get unheard(): readonly Decision[] {
    const { knownAt } = this;
    return knownAt === null ? [] : this.decisions.slice(this.knownCount).filter(({ at }) => isBy(at, knownAt));
  }

  /** Moments of recorded time at which something changed, as places in {@link all}. */
  get stops(): readonly number[] {
    return this.stopsAt;
  }

  /** The stop that is looked at; the last one for now, −1 before the first. */
  get stop(): number {
    return countWhile(this.stopsAt.length, (i) => (this.stopsAt[i] ?? 0) < this.knownCount) - 1;
  }

  /** The moment of recorded time to look at for a stop; null for the last: it is now. */
  knownAtOf(stop: number): string | null {
    const inside = Math.max(0, Math.min(this.stopsAt.length - 1, stop));
    const decision = this.decisions[this.stopsAt[inside] ?? -1];
    return inside === this.stopsAt.length - 1 ? null : (decision?.recorded ?? null);
  }

  concerning(subject: Subject): Decision[] {
    return this.decisions.filter((decision) => this.ties.concerns(decision, subject));
  }

  concerns(decision: Decision, subject: Subject): boolean {
    return this.ties.concerns(decision, subject);
  }

  /** The newest one that is known and is about just this object. */
  lastAbout(subject: Subject): Decision | null {
    return this.decisions.slice(0, this.knownCount).findLast(({ about }) => about === subject) ?? null;
  }

  /** What is otherwise now than it was believed then, by object; nothing where now is looked at. */
  get changes(): ReadonlyMap<Subject, Change> {
    const { then, now } = this;
    if (this.knownAt === null || then === null || now === null) {
      return NO_CHANGES;
    }
    if (this.changed?.then !== then || this.changed.now !== now) {
      this.changed = { then, now, are: changesBetween(then, now) };
    }
    return this.changed.are;
  }
}

const NO_CHANGES: ReadonlyMap<Subject, Change> = new Map();
