import type { MathCheck } from '../wire/words.js';

/** What is known of the expression as it stands. */
export type Judgement =
  | { kind: 'none' }
  | { kind: 'checking' }
  | { kind: 'right'; unit: string | null; channels: string[] }
  /** `column` counts from 1. */
  | { kind: 'wrong'; column: number; message: string; remedy: string }
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

  type(expression: string): void {
    this.stop();
    const empty = expression.trim() === '';
    this.become(empty ? { kind: 'none' } : { kind: 'checking' });
    if (!empty) {
      this.timer = window.setTimeout(() => void this.check(expression), SETTLED_MS);
    }
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.asking.abort();
  }

  private async check(expression: string): Promise<void> {
    const { signal } = (this.asking = new AbortController());
    const unknown = (cause: unknown): Judgement => ({ kind: 'unknown', cause });
    const judgement = await this.ask(expression, signal).then(judgementOf, unknown);
    if (!signal.aborted) {
      this.become(judgement);
    }
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
export function isCalculated({ original_name }: { original_name: string | null }): boolean {
  return original_name?.startsWith('=') ?? false;
}
