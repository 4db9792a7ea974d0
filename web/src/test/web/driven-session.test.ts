import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { DrivenSession } from '../../main/web/model/driven-session.js';
import { BrowserDouble, busy } from './browser-double.js';

const SESSION = 'api/v1/sessions/old%20race';
const LIST = 'api/v1/sessions';
const AWAITED = { id: 'old race', title: 'Race', circuit: 'Spa', at: '2020-05-02T13:30:00Z' };
const RECORDED = { id: 'old race', title: 'Race', track: null, start: '2020-05-02T14:00:00Z', duration_s: 5, state: 'stored', entries: [] };

let browser: BrowserDouble;
let changes: number;
let driven: DrivenSession;
beforeEach(() => {
  browser = new BrowserDouble().install();
  changes = 0;
  driven = new DrivenSession('old race', () => changes++);
});

test('asks for the session itself, however many are newer, and no more once it is found', async () => {
  browser.answers.set(SESSION, () => RECORDED);
  driven.start();
  await browser.pass(60_000);
  assert.equal(driven.found?.start, RECORDED.start);
  assert.deepEqual(browser.asked, [SESSION]);
  assert.equal(changes, 1);
});

/** What the list says; the session itself is refused as unknown until it is recorded. */
function listed(sessions: object[], expected: object[] = []): void {
  browser.answers.set(LIST, (path) => (path === SESSION ? (sessions.length > 0 ? RECORDED : Response.json({}, { status: 404 })) : { sessions, expected }));
}

const askedItself = (): number => browser.asked.filter((path) => path === SESSION).length;

test('one that nothing was recorded of yet is looked for in the list, and is not asked for again and again', async () => {
  listed([], [AWAITED]);
  driven.start();
  await browser.pass(45_000);
  assert.equal(changes, 0);
  assert.equal(askedItself(), 1);
  assert.deepEqual(driven.expected, AWAITED);
  listed([RECORDED]);
  await browser.pass(10_000);
  assert.equal(driven.found?.id, 'old race');
  assert.equal(driven.expected, null);
  assert.equal(askedItself(), 2);
});

test('one that is expected no more is asked for itself: more may be newer than the list has', async () => {
  listed([], [AWAITED]);
  driven.start();
  await browser.pass(15_000);
  browser.answers.set(LIST, (path) => (path === SESSION ? RECORDED : { sessions: [], expected: [] }));
  await browser.pass(10_000);
  assert.equal(driven.found?.id, 'old race');
});

test('one that nobody expects is asked for itself every few minutes', async () => {
  listed([]);
  driven.start();
  await browser.pass(20 * 60_000);
  assert.ok(askedItself() >= 3 && askedItself() <= 6, `${askedItself()} times`);
});

test('goes on where the platform could not answer', async () => {
  browser.answers.set(SESSION, () => busy());
  driven.start();
  await browser.pass(5_000);
  browser.answers.set(SESSION, () => RECORDED);
  await browser.pass(20_000);
  assert.equal(driven.found?.id, 'old race');
});

test('looks no more when it is stopped', async () => {
  driven.start();
  driven.stop();
  await browser.pass(60_000);
  assert.equal(browser.asked.length, 1);
});
