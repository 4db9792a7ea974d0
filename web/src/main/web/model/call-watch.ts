import { Poll } from '../wire/poll.js';
import { rest } from '../wire/rest.js';
import type { GuardedCall } from '../wire/words.js';

const EVERY_MS = 10_000;

/** Watches the calls that the platform makes under guard, and keeps those that cannot be had now. */
export class CallWatch {
  failing: readonly GuardedCall[] = [];
  private readonly poll = new Poll((signal) => this.load(signal), () => EVERY_MS);

  constructor(private readonly changed: () => void) {}

  start(): void {
    this.poll.now();
  }

  stop(): void {
    this.poll.stop();
  }

  private async load(signal: AbortSignal): Promise<void> {
    this.failing = (await rest.calls(signal)).filter((call) => call.state !== 'closed');
    this.changed();
  }
}

/** What the chip says. */
export function chipText(failing: readonly GuardedCall[]): string {
  const [first, ...others] = failing;
  if (first === undefined) {
    return '';
  }
  const what = capital(first.title);
  return others.length === 0 ? `${what} not available` : `${what} and ${others.length} more not available`;
}

/** Since when, and when it is tried again; by the hands of the platform's clock, told in the reader's zone. */
export function timesOf(call: GuardedCall): string {
  const since = `Since ${timeOfDay(call.since)}`;
  return call.next_try === null
    ? `${since}; the next call is a trial`
    : `${since}; tried again by itself at ${timeOfDay(call.next_try)}`;
}

const timeOfDay = (iso: string): string => new Date(iso).toLocaleTimeString('en-GB');
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
