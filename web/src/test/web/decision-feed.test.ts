import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { DecisionFeed } from '../../main/web/model/decision-feed.js';
import type { Decision } from '../../main/web/wire/decision-words.js';
import { BrowserDouble, busy } from './browser-double.js';
import { decided, stateOf } from './decisions.js';

const RACE = decided(
  { type: 'session_scheduled', about: 'session' },
  { type: 'session_went_green', about: 'session' },
  { type: 'red_flag_shown', about: 'session' },
);
const HISTORY = 'api/v1/sessions/race/history';
const STATE = 'api/v1/sessions/race/state';

let browser: BrowserDouble;
let recorded: Decision[];
beforeEach(() => {
  browser = new BrowserDouble().install();
  recorded = RACE.slice(0, 2);
  browser.answers.set(HISTORY, (path) => {
    const after = Number(new URLSearchParams(path.split('?')[1]).get('after'));
    return { decisions: recorded.filter(({ version }) => version > after) };
  });
  browser.answers.set(STATE, (path) => {
    const known = new URLSearchParams(path.split('?')[1]).get('known_at');
    const seen = recorded.filter((each) => known === null || each.recorded <= known);
    return stateOf({ version: seen.at(-1)?.version ?? 0, phase: seen.length > 2 ? 'red' : 'green' });
  });
});

const stateCalls = (): number => browser.asked.filter((path) => path.startsWith(STATE)).length;

test('a new decision is heard, and the board is asked for only then', async () => {
  let changes = 0;
  const feed = new DecisionFeed('race', () => changes++);
  feed.start();
  await browser.pass(20_000);
  assert.equal(feed.book.now?.version, 2);
  assert.equal(stateCalls(), 1);
  const before = changes;
  recorded = RACE;
  await browser.pass(2_500);
  assert.equal(feed.book.now?.phase, 'red');
  assert.equal(stateCalls(), 2);
  assert.equal(changes, before + 1);
  feed.stop();
});

test('a board that could not be had is asked for again, though nothing new was decided', async () => {
  const answer = browser.answers.get(STATE);
  browser.answers.set(STATE, () => busy());
  const feed = new DecisionFeed('race', () => undefined);
  feed.start();
  await browser.pass(100);
  assert.equal(feed.book.all.length, 2);
  assert.equal(feed.failed?.status, 503);
  assert.ok(answer);
  browser.answers.set(STATE, answer);
  await browser.pass(5_000);
  assert.equal(feed.book.now?.version, 2);
  assert.equal(feed.failed, null);
  feed.stop();
});

test('race control that has not heard of the session is asked for decisions, and for no board', async () => {
  recorded = [];
  const feed = new DecisionFeed('race', () => undefined);
  feed.start();
  await browser.pass(12_000);
  assert.equal(feed.book.known, true);
  assert.equal(stateCalls(), 0);
  recorded = RACE;
  await browser.pass(6_000);
  assert.equal(feed.book.now?.phase, 'red');
  feed.stop();
});

test('more decisions than are had at once come page by page', async () => {
  const [template] = RACE;
  assert.ok(template);
  recorded = Array.from({ length: 2_300 }, (_, i) => ({ ...template, version: i + 1 }));
  browser.answers.set(HISTORY, (path) => {
    const after = Number(new URLSearchParams(path.split('?')[1]).get('after'));
    return { decisions: recorded.slice(after, after + 1_000) };
  });
  const feed = new DecisionFeed('race', () => undefined, false);
  feed.start();
  await browser.pass(100);
  assert.equal(feed.book.all.length, 2_300);
  assert.equal(stateCalls(), 0, 'who wants decisions alone asks for no board');
  feed.stop();
});

test('what was believed at a moment is asked for once', async () => {
  recorded = RACE;
  const feed = new DecisionFeed('race', () => undefined);
  feed.start();
  await browser.pass(100);
  const [, green] = RACE;
  assert.ok(green);
  feed.lookAt(green.recorded);
  assert.equal(feed.waiting, true);
  await browser.pass(100);
  assert.equal(feed.waiting, false);
  assert.equal(feed.book.shown?.phase, 'green');
  assert.deepEqual(feed.book.changes.get('session'), { then: 'green', now: 'red' });
  const asked = stateCalls();
  feed.lookAt(null);
  assert.equal(feed.book.shown?.phase, 'red');
  feed.lookAt(green.recorded);
  await browser.pass(100);
  assert.equal(feed.book.shown?.phase, 'green');
  assert.equal(stateCalls(), asked);
  feed.stop();
});

test('an answer that does not come makes what is shown old', async () => {
  const feed = new DecisionFeed('race', () => undefined);
  feed.start();
  await browser.pass(100);
  assert.equal(feed.stale_s, null);
  browser.answers.set(HISTORY, () => busy());
  await browser.pass(30_000);
  assert.equal(feed.failed?.status, 503);
  assert.ok((feed.stale_s ?? 0) >= 20, `${feed.stale_s} s`);
  assert.equal(feed.book.now?.version, 2, 'what was known stays');
  feed.stop();
});

test('what is over is asked after less often', async () => {
  recorded = decided({ type: 'session_scheduled', about: 'session' }, { type: 'session_cancelled', about: 'session' });
  const feed = new DecisionFeed('race', () => undefined, false);
  feed.start();
  await browser.pass(29_000);
  assert.equal(browser.asked.length, 2);
  feed.stop();
});
