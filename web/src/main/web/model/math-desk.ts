import type { MathCheck } from '../wire/words.js';

/** What is known of the expression as it stands. */
export type Judgement =
  | { kind: 'none' }
  | { kind: 'checking' }
  | { kind: 'right'; unit: string | null; channels: string[] }
  /** `column` counts from 1. */
  | { kind: 'wrong'; column: number; message: string; remedy: string }
  /** Right, but its result is of another kind than the unit that is stated for it. */
  | { kind: 'misfit'; unit: string; stated: string }
  /** The platform could not be asked. */
  | { kind: 'unknown'; cause: unknown };

const SETTLED_MS = 250;

/** Has an expression checked as it is typed: once the typing rests, and only the newest answer counts. */
export class MathDesk {
  judgement: Judgement = { kind: 'none' };
  private timer = 0;
  private asking = new AbortController();

  constructor(
    private readonly ask: (expression: string, signal: AbortSignal) => Promise<MathCheck>,
    private readonly changed: () => void,
  ) {}

  /** @param stated unit of the result; null: as it comes */
  type(expression: string, stated: string | null): void {
    this.stop();
    const empty = expression.trim() === '';
    this.become(empty ? { kind: 'none' } : { kind: 'checking' });
    if (!empty) {
      this.timer = window.setTimeout(() => void this.check(expression, stated), SETTLED_MS);
    }
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.asking.abort();
  }

  private async check(expression: string, stated: string | null): Promise<void> {
    const { signal } = (this.asking = new AbortController());
    const unknown = (cause: unknown): Judgement => ({ kind: 'unknown', cause });
    const judgement = await this.judge(expression, stated, signal).catch(unknown);
    if (!signal.aborted) {
      this.become(judgement);
    }
  }

  private async judge(expression: string, stated: string | null, signal: AbortSignal): Promise<Judgement> {
    const judgement = judgementOf(await this.ask(expression, signal));
    // A result without a unit is taken to be in the one that is stated.
    if (judgement.kind !== 'right' || !judgement.unit || stated === null || stated === judgement.unit) {
      return judgement;
    }
    // What can be shown in a unit is what can be added to so much of it.
    const fits = await this.ask(`(${expression}) + 0 ${stated}`, signal);
    return fits.ok ? judgement : { kind: 'misfit', unit: judgement.unit, stated };
  }

  private become(judgement: Judgement): void {
    this.judgement = judgement;
    this.changed();
  }
}

function judgementOf(check: MathCheck): Judgement {
  return check.ok ? { kind: 'right', unit: check.unit, channels: check.channels } : { kind: 'wrong', ...check.problem };
}

/** A channel that the platform calculates when it is read: the live socket never sends it. */
export function isCalculated({ expression }: { expression: string | null }): boolean {
  return expression !== null;
}
