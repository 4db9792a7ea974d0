import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { decisionCalls } from '../../main/web/wire/decision-calls.js';
import { rest } from '../../main/web/wire/rest.js';
import { BrowserDouble, endless } from './browser-double.js';

const TRACK = 'api/v1/sessions/race/track';
const FRAMES = 'api/v1/sessions/race/frames';

let browser: BrowserDouble;

beforeEach(() => (browser = new BrowserDouble().install()));

/** An answer whose head came, and whose rest did not. */
const brokenOff = (): Response => new Response(new ReadableStream({ start: (body) => body.error(new TypeError('network error')) }));

test('an answer that breaks off is told as a platform that does not answer', async () => {
  browser.answers.set(TRACK, () => brokenOff());
  browser.answers.set(FRAMES, () => brokenOff());
  const told = { title: 'The platform does not answer', detail: 'No connection to pit.wall.' };
  await assert.rejects(rest.track('race'), told);
  await assert.rejects(rest.frames('race', ['speed'], 0, 30, 5), told);
});

test('an answer of which the rest does not come in time is told as one that did not come', async () => {
  browser.answers.set(TRACK, (_, signal) => endless(signal));
  const told = assert.rejects(rest.track('race'), { detail: 'No answer from pit.wall within 60 s.' });
  await browser.pass(60_000);
  await told;
});

test('who waits less long is told how long he waited', async () => {
  browser.answers.set('api/v1/sessions/race/commands', (_, signal) => endless(signal));
  const told = assert.rejects(decisionCalls.decide('race', 'key', {}, 15_000), {
    title: 'The platform does not answer',
    detail: 'No answer from pit.wall within 15 s.',
  });
  await browser.pass(14_999);
  assert.equal(await Promise.race([told, 'waits']), 'waits');
  await browser.pass(1);
  await told;
});

test('an answer that is no longer wanted is no problem of the platform', async () => {
  const leaving = new AbortController();
  browser.answers.set(TRACK, (_, signal) => endless(signal));
  const left = assert.rejects(rest.track('race', leaving.signal), { name: 'AbortError' });
  await browser.pass(1_000);
  leaving.abort();
  await left;
});

test('an answer that nobody can read is not told as a lost connection', async () => {
  browser.answers.set(TRACK, () => new Response('<html>'));
  await assert.rejects(rest.track('race'), SyntaxError);
});
