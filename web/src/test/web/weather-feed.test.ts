import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { WeatherFeed, measuredAt } from '../../main/web/model/weather-feed.js';
import type { Series } from '../../main/web/wire/words.js';
import { BrowserDouble, busy } from './browser-double.js';

const SESSION = 'api/v1/sessions/race';
const CIRCUIT = `${SESSION}/entries/trackside`;
const AIR = { channel: 'air_temperature', unit: '°C', x: [10, 20, 30], y: [18, 19, 20] };

let browser: BrowserDouble;
let store: FrameStore;
let feed: WeatherFeed;
let shown: (readonly Series[] | null)[];

beforeEach(() => {
  browser = new BrowserDouble().install();
  browser.answers.set(`${SESSION}/sources`, () => ({ sources: [{ car: 'trackside' }] }));
  browser.answers.set(`${CIRCUIT}/channels`, () => ({ channels: [{ name: 'air_temperature' }] }));
  browser.answers.set(`${CIRCUIT}/series`, () => ({ series: [AIR] }));
  store = new FrameStore();
  shown = [];
  feed = new WeatherFeed('race', store, ['air_temperature', 'humidity'], () => shown.push(feed.series));
});

afterEach(() => feed.stop());

function begin(state: 'live' | 'stored', start = '2025-08-01T12:00:00Z'): void {
  store.setSession({ id: 'race', title: 'Race', track: null, start, duration_s: 100, state, entries: 1 });
}

test('no value is from after the cursor', () => {
  assert.deepEqual([9, 10, 19.9, 20, 99].map((at_s) => measuredAt(AIR, at_s)), [null, 18, 18, 19, 20]);
});

test('a busy platform does not mean that there is no weather', async () => {
  begin('stored');
  browser.answers.set(`${SESSION}/sources`, () => busy());
  feed.start();
  await browser.pass(2_000);
  assert.equal(feed.series, null);
  assert.equal(feed.problem?.status, 503);
  browser.answers.set(`${SESSION}/sources`, () => ({ sources: [{ car: 'trackside' }] }));
  await browser.pass(10_000);
  assert.deepEqual(feed.series, [AIR]);
  assert.equal(feed.problem, null);
  const asked = browser.asked.length;
  await browser.pass(60_000);
  assert.equal(browser.asked.length, asked);
});

test('a circuit that sends none has none', async () => {
  begin('stored');
  browser.answers.set(`${SESSION}/sources`, () => ({ sources: [{ car: '25' }] }));
  feed.start();
  await browser.pass(1_000);
  assert.deepEqual(feed.series, []);
});

test('an answer that is of another time by now, or for nobody, is thrown away', async () => {
  const moved = { ...AIR, x: [70, 80, 90] };
  const answers = [AIR, moved];
  browser.answers.set(`${CIRCUIT}/series`, () => ({ series: [answers.shift()] }));
  begin('live');
  feed.start();
  begin('live', '2025-08-01T11:59:00Z');
  await browser.pass(1_000);
  assert.deepEqual(shown, [[moved]]);
  const other = new WeatherFeed('race', store, ['air_temperature'], () => undefined);
  other.start();
  other.stop();
  await browser.pass(20_000);
  assert.equal(other.series, null);
});

test('the weather of a session that goes on goes on', async () => {
  begin('stored');
  feed.start();
  await browser.pass(60_000);
  assert.deepEqual(feed.series, [AIR]);
  const later = { ...AIR, x: [10, 20, 130], y: [18, 19, 25] };
  browser.answers.set(`${CIRCUIT}/series`, () => ({ series: [later] }));
  begin('live');
  await browser.pass(1_000);
  assert.deepEqual(feed.series, [later]);
  const asked = browser.asked.length;
  store.setEntries([]);
  await browser.pass(1_000);
  assert.equal(browser.asked.length, asked);
});

test('what counts from another moment now is asked for at once', async () => {
  begin('stored');
  feed.start();
  await browser.pass(1_000);
  const moved = { ...AIR, x: [70, 80, 90] };
  browser.answers.set(`${CIRCUIT}/series`, () => ({ series: [moved] }));
  begin('stored', '2025-08-01T11:59:00Z');
  await browser.pass(1_000);
  assert.deepEqual(feed.series, [moved]);
});
