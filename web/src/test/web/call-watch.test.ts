import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { CallWatch, chipText, thatMatter, timesOf } from '../../main/web/model/call-watch.js';
import type { GuardedCall } from '../../main/web/wire/words.js';
import { BrowserDouble, busy } from './browser-double.js';

const CALLS = 'api/v1/calls';
const GOOD: GuardedCall = {
  call: 'sql-read',
  title: 'database of views',
  without_it: 'no lists',
  state: 'closed',
  since: '2026-05-24T13:00:00Z',
  next_try: null,
  last_failure: null,
};
const BAD: GuardedCall = { ...GOOD, call: 'weather-forecast', title: 'weather forecast', state: 'open', next_try: '2026-05-24T13:01:00Z' };

let browser: BrowserDouble;
beforeEach(() => (browser = new BrowserDouble().install()));

test('only what cannot be had is told, and no more when it recovers', async () => {
  browser.answers.set(CALLS, () => ({ calls: [GOOD, BAD] }));
  const watch = new CallWatch(() => undefined);
  watch.start();
  await browser.pass(1_000);
  assert.deepEqual(watch.failing, [BAD]);
  browser.answers.set(CALLS, () => ({ calls: [GOOD, { ...BAD, state: 'closed' }] }));
  await browser.pass(10_000);
  assert.deepEqual(watch.failing, []);
  watch.stop();
  const asked = browser.asked.length;
  await browser.pass(60_000);
  assert.equal(browser.asked.length, asked);
});

const trial = (at: string): GuardedCall => ({ ...BAD, state: 'half_open', next_try: null, last_failure: { at, reason: 'refused' } });

test('a call whose circuit nobody tried since its time was up is told no more', async () => {
  browser.answers.set(CALLS, () => ({ calls: [trial('2026-05-24T13:00:00Z')] }));
  const watch = new CallWatch(() => undefined);
  watch.start();
  await browser.pass(1_000);
  assert.deepEqual(watch.failing, []);
  watch.stop();
});

test('a call that goes on failing is told between two trials too', async () => {
  browser.answers.set(CALLS, () => ({ calls: [BAD] }));
  const watch = new CallWatch(() => undefined);
  watch.start();
  await browser.pass(1_000);
  const failing = trial('2026-05-24T13:01:01Z');
  browser.answers.set(CALLS, () => ({ calls: [failing] }));
  await browser.pass(10_000);
  assert.deepEqual(watch.failing, [failing]);
  await browser.pass(60_000);
  assert.deepEqual(watch.failing, []);
  watch.stop();
});

test('the weather that is to come is nothing to a session that is over', () => {
  const reads = { ...BAD, call: 'series-read' };
  assert.deepEqual(thatMatter([BAD, reads], true), [BAD, reads]);
  assert.deepEqual(thatMatter([BAD, reads], false), [reads]);
});

test('what was known stays while the platform is too busy to say', async () => {
  browser.answers.set(CALLS, () => ({ calls: [BAD] }));
  const watch = new CallWatch(() => undefined);
  watch.start();
  await browser.pass(1_000);
  browser.answers.set(CALLS, () => busy());
  await browser.pass(30_000);
  assert.deepEqual(watch.failing, [BAD]);
  watch.stop();
});

test('the chip names the first and counts the others', () => {
  assert.equal(chipText([]), '');
  assert.equal(chipText([BAD]), 'Weather forecast not available');
  assert.equal(chipText([BAD, { ...GOOD, state: 'half_open' }]), 'Weather forecast and 1 more not available');
});

test('an open circuit says when it is tried again, a half-open one that it is', () => {
  assert.match(timesOf(BAD), /^Since \d\d:00:00; tried again by itself at \d\d:01:00$/);
  assert.match(timesOf({ ...BAD, state: 'half_open', next_try: null }), /the next call is a trial$/);
});
