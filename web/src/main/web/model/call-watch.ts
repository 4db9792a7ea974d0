import { Poll } from '../wire/poll.js';
import { rest } from '../wire/rest.js';
import type { GuardedCall } from '../wire/words.js';

const EVERY_MS = 10_000;
/** A call whose last failure is older fails no more, as far as anybody knows: only a new request would tell. */
const LATELY_MS = 30_000;
/** What is forecast from now on. */
const TO_COME = ['weather-forecast'];

/** Watches the calls that the platform makes under guard, and keeps those that cannot be had now. */
export class CallWatch {
  failing: readonly GuardedCall[] = [];
  /** Of each call its last failure and when this page came to know of it, which is told without the platform's clock. */
  private readonly failures = new Map<string, { at: string; heard_ms: number }>();
  private looked = false;
  private readonly poll = new Poll((signal) => this.load(signal), () => EVERY_MS);

  constructor(private readonly changed: () => void) {}

  start(): void {
    this.poll.now();
  }

  stop(): void {
    this.poll.stop();
  }

  private async load(signal: AbortSignal): Promise<void> {
    const calls = await rest.calls(signal);
    calls.forEach((call) => this.hear(call));
    this.looked = true;
    this.failing = calls.filter((call) => call.state === 'open' || (call.state === 'half_open' && this.failedLately(call)));
    this.changed();
  }

  /** How old a failure is that was there at the first look nobody knows: it counts as an old one. */
  private hear({ call, last_failure }: GuardedCall): void {
    if (last_failure !== null && this.failures.get(call)?.at !== last_failure.at) {
      this.failures.set(call, { at: last_failure.at, heard_ms: this.looked ? performance.now() : -Infinity });
    }
  }

  private failedLately({ call }: GuardedCall): boolean {
    return performance.now() - (this.failures.get(call)?.heard_ms ?? -Infinity) < LATELY_MS;
  }
}

/** @param live a session that is over has no weather to come */
export const thatMatter = (failing: readonly GuardedCall[], live: boolean): readonly GuardedCall[] =>
  failing.filter(({ call }) => live || !TO_COME.includes(call));

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
