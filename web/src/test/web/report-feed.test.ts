import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { fetchReport } from '../../main/web/model/report-feed.js';
import { unknownText, type ReportFacts } from '../../main/web/model/report.js';
import { weatherText } from '../../main/web/model/weather-text.js';
import { BrowserDouble, busy } from './browser-double.js';
import { entry } from './entries.js';
import { framesOf, fromOf } from './frame-sheets.js';

const SESSION = 'api/v1/sessions/race';
const START = '2025-08-01T12:00:00Z';
const green = { at_s: 5, kind: 'flag', flag: 'green', sector: null, car: null, incident: null, distance_m: null, weather: null, text: 'Green flag' };

let browser: BrowserDouble;

beforeEach(() => {
  browser = new BrowserDouble().install();
  const session = { id: 'race', title: 'Race', track: null, start: START, duration_s: 1_500, state: 'stored', entries: [{ ...entry('25', 1), best_lap: 2, best_lap_s: 90 }] };
  const source = { id: 't', session: 'race', car: 'trackside', format: null, state: 'ended', last_block: 1, samples: 1, rate_samples_per_s: 1 };
  browser.answers.set(SESSION, () => session);
  browser.answers.set(`${SESSION}/sources`, () => ({ sources: [{ ...source, first_sample: START, last_sample: START, last_seen: null }] }));
  browser.answers.set(`${SESSION}/ledger`, () => ({ ledger: [] }));
  browser.answers.set(`${SESSION}/entries/trackside/channels`, () => ({ channels: [] }));
  browser.answers.set(`${SESSION}/entries/25/laps`, () => ({ laps: [], warnings: [] }));
  browser.answers.set(`${SESSION}/race-control`, () => ({ messages: [green], marshal_sectors: 9, total: 1 }));
  browser.answers.set(`${SESSION}/frames`, (path) => framesOf('25', 'tyre_compound', 1, { from_s: fromOf(path), hz: 2, frames: 1_200 }));
});

/** Made while so much time passes. */
async function made(within_ms: number): Promise<ReportFacts> {
  const facts = fetchReport('race');
  await browser.pass(within_ms);
  return facts;
}

test('a report of which all was had says so', async () => {
  const facts = await made(1_000);
  assert.deepEqual(facts.control.messages, [green]);
  assert.equal(unknownText(facts), '');
});

test('a platform that is busy for a moment costs the report nothing', async () => {
  let asked = 0;
  browser.answers.set(`${SESSION}/race-control`, () => (asked++ === 0 ? busy(1) : { messages: [green], marshal_sectors: 9, total: 1 }));
  const facts = await made(5_000);
  assert.deepEqual(facts.control.messages, [green]);
  assert.equal(facts.whyNoFlags, null);
});

test('flags and tyres that could not be had are not taken for none', async () => {
  browser.answers.set(`${SESSION}/race-control`, () => busy());
  browser.answers.set(`${SESSION}/frames`, (path) => (fromOf(path) === 0 ? framesOf('25', 'tyre_compound', 1, { hz: 2, frames: 1_200 }) : busy()));
  const facts = await made(120_000);
  assert.equal(facts.whyNoFlags, 'Too many requests.');
  assert.deepEqual(facts.tyresMissing, [[600, 1_500]]);
  assert.match(unknownText(facts), /^Flags are not known: laps under .* Tyres and pits are not known from 10:00.* to 25:00/);
});

const CIRCUIT = `${SESSION}/entries/trackside`;
const AIR = { channel: 'air_temperature', unit: '°C', x: [10, 20], y: [18, 20] };

test('weather that could not be had is not taken for none', async () => {
  browser.answers.set(`${CIRCUIT}/channels`, () => ({ channels: [{ name: 'air_temperature' }] }));
  browser.answers.set(`${CIRCUIT}/series`, () => busy());
  const facts = await made(120_000);
  assert.deepEqual([facts.weather, facts.whyNoWeather], [[], 'Too many requests.']);
  assert.match(weatherText(facts), /^What was measured is not known: Too many requests/);
});

test('weather and corners that a busy platform gives at the second time are in the report', async () => {
  const table = { corners: [], rows: [] };
  const first = new Set(['series', 'corners']);
  const second = (name: string, answer: object) => () => (first.delete(name) ? busy(1) : answer);
  browser.answers.set(`${CIRCUIT}/channels`, () => ({ channels: [{ name: 'air_temperature' }] }));
  browser.answers.set(`${CIRCUIT}/series`, second('series', { series: [AIR] }));
  browser.answers.set('api/v1/corners/compare', second('corners', table));
  const facts = await made(10_000);
  assert.equal(weatherText(facts), 'air 18.0 to 20.0 °C');
  assert.deepEqual([facts.corners, facts.whyNoCorners], [table, '']);
});
