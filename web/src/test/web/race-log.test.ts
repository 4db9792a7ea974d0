import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { RaceLog } from '../../main/web/model/race-log.js';
import type { LedgerLine, Source } from '../../main/web/wire/words.js';
import { BrowserDouble } from './browser-double.js';
import { framesOf, fromOf } from './frame-sheets.js';

const FRAMES = 'api/v1/sessions/race/frames';
const START = '2025-08-01T12:00:00Z';

let browser: BrowserDouble;
let store: FrameStore;
let log: RaceLog;
let compound: number;
let stop: () => void;

beforeEach(() => {
  browser = new BrowserDouble().install();
  compound = 1;
  browser.answers.set(FRAMES, (path) => framesOf('25', 'tyre_compound', compound, { from_s: fromOf(path), hz: 2, frames: 1_200 }));
  store = new FrameStore();
  store.setSession({ id: 'race', title: 'Race', track: null, start: START, duration_s: 1_500, state: 'stored', entries: 1 });
  log = new RaceLog(store);
  stop = log.listen(() => undefined);
});

afterEach(() => stop());

const asked = (): number[] => browser.asked.map(fromOf);

test('the tyres of a whole session are asked for once, ten minutes at a time', async () => {
  await browser.pass(60_000);
  assert.deepEqual(asked(), [0, 600, 1_200]);
  assert.equal(log.tyres.valueAt('25', 'tyre_compound', 1_400), 1);
});

test('a platform that is away is asked again', async () => {
  browser.answers.set(FRAMES, () => {
    throw new Error('away');
  });
  await browser.pass(5_000);
  browser.answers.set(FRAMES, (path) => framesOf('25', 'tyre_compound', 2, { from_s: fromOf(path), hz: 2, frames: 1_200 }));
  await browser.pass(10_000);
  assert.equal(log.tyres.valueAt('25', 'tyre_compound', 1_400), 2);
});

test('tyres of a time for which samples came late are asked for again', async () => {
  const source: Source = {
    id: 'a',
    session: 'race',
    car: '25',
    format: null,
    state: 'ended',
    last_block: 14_999,
    samples: 1,
    rate_samples_per_s: 1,
    first_sample: START,
    last_sample: '2025-08-01T12:25:00Z',
    last_seen: null,
  };
  const line: LedgerLine = { source: 'a', car: '25', arrived: 1, missing: [[7_000, 7_100]], healed: [], duplicate: 0, refused: 0 };
  store.setSupply([source], [line]);
  await browser.pass(10_000);
  compound = 3;
  store.setSupply([source], [{ ...line, missing: [], healed: [[7_000, 7_100]] }]);
  store.setSupply([source], [{ ...line, missing: [], healed: [[7_000, 7_100]] }]);
  const before = asked().length;
  await browser.pass(10_000);
  // Which block came when is not known of the time before the page was opened: all of it is asked for.
  assert.deepEqual(asked().slice(before), [0, 600, 1_200]);
  assert.equal(log.tyres.valueAt('25', 'tyre_compound', 1_400), 3);
  assert.equal(store.healings, 1);
});

test('a log that nobody looks at asks for nothing', async () => {
  stop();
  await browser.pass(20_000);
  assert.deepEqual(asked(), []);
});
