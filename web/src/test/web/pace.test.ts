import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../main/web/model/pace.js';
import { BrowserDouble } from './browser-double.js';

test('the first time it acts at once, and of many that come soon after only the last is done, later', async () => {
  const browser = new BrowserDouble().install();
  let done = 0;
  const pace = new Pace(100, () => done++);
  await browser.pass(1);
  for (let i = 0; i < 10; i++) {
    pace.soon();
  }
  assert.equal(done, 1);
  await browser.pass(99);
  assert.equal(done, 1);
  await browser.pass(1);
  assert.equal(done, 2);
  await browser.pass(1_000);
  assert.equal(done, 2);
});

test('what must be seen at once takes the place of what waits', async () => {
  const browser = new BrowserDouble().install();
  let done = 0;
  const pace = new Pace(100, () => done++);
  pace.soon();
  pace.soon();
  pace.now();
  assert.equal(done, 2);
  await browser.pass(1_000);
  assert.equal(done, 2);
});

test('stopped, what waits is not done any more', async () => {
  const browser = new BrowserDouble().install();
  let done = 0;
  const pace = new Pace(100, () => done++);
  pace.soon();
  pace.soon();
  pace.stop();
  await browser.pass(1_000);
  assert.equal(done, 1);
});
