import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { DrivenSession } from '../../main/web/model/driven-session.js';
import { BrowserDouble, busy } from './browser-double.js';

const SESSION = 'api/v1/sessions/old%20race';
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

test('one that nothing was recorded of yet is looked for until there is something', async () => {
  driven.start();
  await browser.pass(25_000);
  assert.equal(changes, 0);
  assert.equal(browser.asked.length, 3);
  browser.answers.set(SESSION, () => RECORDED);
  await browser.pass(5_000);
  assert.equal(driven.found?.id, 'old race');
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
