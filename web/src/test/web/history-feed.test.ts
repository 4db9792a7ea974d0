import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { HistoryFeed } from '../../main/web/model/history-feed.js';
import { BrowserDouble } from './browser-double.js';
import { framesOf, fromOf } from './frame-sheets.js';

const FRAMES = 'api/v1/sessions/race/frames';

let browser: BrowserDouble;
let store: FrameStore;
let feed: HistoryFeed;

beforeEach(() => {
  browser = new BrowserDouble().install();
  browser.answers.set(FRAMES, (path) => framesOf('25', 'speed', 200, { from_s: fromOf(path) }));
  store = new FrameStore();
  feed = new HistoryFeed('race', store);
  feed.start();
});

afterEach(() => feed.stop());

function session(state: 'live' | 'stored', duration_s: number): void {
  store.setSession({ id: 'race', title: 'Race', track: null, start: '2025-08-01T12:00:00Z', duration_s, state, entries: 1 });
}

const asked = (): string[] => browser.asked.filter((path) => path.startsWith(FRAMES));

/** A moment of live samples. */
function hear(at_s: number): void {
  store.take({ type: 'samples', at_s, cars: { '25': { values: { speed: 200 }, times: { speed: at_s } } } });
  store.tick(performance.now() / 1_000);
}

test('of a session longer than what is kept each minute is asked for once, and then nothing', async () => {
  session('stored', 7 * 3_600);
  await browser.pass(300_000);
  const whole = asked().length;
  assert.ok(whole > 300, `${whole} minutes of seven hours`);
  assert.equal(new Set(asked()).size, whole);
  await browser.pass(60_000);
  assert.equal(asked().length, whole);
});

test('who looks far away in a long session gets that minute and keeps it', async () => {
  session('stored', 7 * 3_600);
  await browser.pass(300_000);
  store.point(30);
  await browser.pass(2_000);
  assert.equal(store.samples.valueAt('25', 'speed', 30), 200);
  const pointed = asked().length;
  await browser.pass(60_000);
  assert.equal(asked().length, pointed);
});

test('the minute in which a live session was opened is asked for until live samples take over, and not with each look', async () => {
  session('live', 100);
  for (let i = 1; i <= 120; i++) {
    await browser.pass(100);
    hear(100 + i / 10);
  }
  const ofMinute = asked().filter((path) => fromOf(path) === 60).length;
  assert.ok(ofMinute >= 2 && ofMinute <= 4, `asked ${ofMinute} times in 12 s`);
  assert.equal(store.samples.needsFrames(1, 100), false);
});

test('a platform that is away is asked for the past again after a rest', async () => {
  browser.answers.set(FRAMES, () => {
    throw new Error('away');
  });
  session('stored', 100);
  await browser.pass(2_000);
  const first = asked().length;
  assert.ok(first >= 2 && first <= 6, `asked ${first} times in 2 s`);
  await browser.pass(40_000);
  const before = asked().length;
  await browser.pass(16_000);
  const later = asked().length - before;
  assert.ok(later >= 1 && later <= 4, `asked ${later} times in 16 s`);
});

test('what is refused is not asked for again at once, and holds up nothing else', async () => {
  browser.answers.set(FRAMES, (path) => {
    const from_s = fromOf(path);
    return from_s === 60 ? Response.json({}, { status: 400 }) : framesOf('25', 'speed', 200, { from_s });
  });
  session('stored', 240);
  await browser.pass(20_000);
  assert.equal(asked().filter((path) => fromOf(path) === 60).length, 1);
  assert.equal(store.samples.valueAt('25', 'speed', 30), 200);
});

test('a minute for which samples came late is shown as it was until it is here anew', async () => {
  session('stored', 300);
  await browser.pass(10_000);
  const before = asked().length;
  browser.answers.set(FRAMES, (path) => framesOf('25', 'speed', 210, { from_s: fromOf(path) }));
  store.samples.heal({ from_s: 70, to_s: 75 });
  feed.discard();
  assert.equal(store.samples.valueAt('25', 'speed', 72), 200);
  await browser.pass(10_000);
  assert.equal(store.samples.valueAt('25', 'speed', 72), 210);
  assert.equal(store.samples.valueAt('25', 'speed', 172), 200);
  assert.equal(asked().length, before + 1);
});

test('samples that come late for a time that came live are fetched, and seen in its gap', async () => {
  session('live', 60);
  [60, 61, 80, 81].forEach(hear);
  await browser.pass(3_000);
  assert.equal(store.samples.valueAt('25', 'speed', 70), null);
  assert.equal(asked().filter((path) => fromOf(path) === 60).length, 0);
  store.samples.heal({ from_s: 62, to_s: 79 });
  feed.discard();
  await browser.pass(3_000);
  assert.equal(store.samples.valueAt('25', 'speed', 70), 200);
  assert.equal(asked().filter((path) => fromOf(path) === 60).length, 1);
});

test('traces for which samples came late are asked for again, and an answer from before that is thrown away', async () => {
  const series = 'api/v1/sessions/race/entries/25/series';
  let value = 1;
  browser.answers.set(series, () => ({ series: [{ channel: 'speed', unit: null, x: [100], y: [value] }] }));
  session('stored', 110);
  feed.trace('25', ['speed'], 20);
  await browser.pass(2_000);
  value = 2;
  store.samples.heal({ from_s: 95, to_s: 101 });
  feed.discard();
  assert.deepEqual(store.samples.curve('25', 'speed', 95, 105, 100)?.y, [1]);
  await browser.pass(2_000);
  assert.deepEqual(store.samples.curve('25', 'speed', 95, 105, 100)?.y, [2]);
});
