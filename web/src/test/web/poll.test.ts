import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Poll } from '../../main/web/wire/poll.js';
import { Problem } from '../../main/web/wire/rest.js';
import { BrowserDouble, settled } from './browser-double.js';

let browser: BrowserDouble;
beforeEach(() => (browser = new BrowserDouble().install()));

const problem = (status: number, retryAfter_s = 0): Problem => new Problem('No', 'not now', '', status, retryAfter_s);

test('asks so long after the last answer, and never twice at once', async () => {
  let asked = 0;
  let answer = (): void => undefined;
  const poll = new Poll(() => (asked++, new Promise((resolve) => (answer = resolve))), () => 1_000);
  poll.now();
  await browser.pass(10_000);
  assert.equal(asked, 1);
  answer();
  await settled();
  await browser.pass(999);
  assert.equal(asked, 1);
  await browser.pass(1);
  assert.equal(asked, 2);
  poll.now();
  answer();
  await settled();
  assert.equal(asked, 3);
});

test('pauses grow while the platform is away, and are as before when it is back', async () => {
  const asked: number[] = [];
  let away = true;
  const poll = new Poll(() => (asked.push(performance.now()), away ? Promise.reject(problem(0)) : Promise.resolve()), () => 1_000);
  poll.now();
  await browser.pass(60_000);
  const pauses = asked.slice(1).map((at, i) => at - (asked[i] ?? 0));
  assert.equal(pauses[0], 1_000);
  assert.ok((pauses.at(-1) ?? 0) > 10_000, `last pause ${pauses.at(-1)} ms`);
  away = false;
  await browser.pass(15_000);
  const before = asked.length;
  await browser.pass(3_000);
  assert.equal(asked.length, before + 3);
});

test('what was asked for once is asked for until it is had, but not where it is refused', async () => {
  const answers = [problem(503), problem(0), null, null];
  let asked = 0;
  const once = new Poll(() => (answers[asked++] ? Promise.reject(problem(503)) : Promise.resolve()), () => null);
  once.now();
  await browser.pass(60_000);
  assert.equal(asked, 3);
  let refused = 0;
  const never = new Poll(() => (refused++, Promise.reject(problem(404))), () => null);
  never.now();
  await browser.pass(60_000);
  assert.equal(refused, 1);
});

test('waits as long as the platform says', async () => {
  let asked = 0;
  const poll = new Poll(() => (asked++, Promise.reject(problem(503, 20))), () => 1_000);
  poll.now();
  await browser.pass(19_900);
  assert.equal(asked, 1);
  await browser.pass(200);
  assert.equal(asked, 2);
});

test('one that is stopped gives up what is under way and asks no more', async () => {
  let given: AbortSignal | null = null;
  let asked = 0;
  const poll = new Poll((signal) => (asked++, (given = signal), Promise.resolve()), () => 1_000);
  poll.now();
  poll.stop();
  assert.equal((given as AbortSignal | null)?.aborted, true);
  await browser.pass(10_000);
  assert.equal(asked, 1);
});
