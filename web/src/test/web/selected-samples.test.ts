import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { SelectedSamples, forgetSamples } from '../../main/web/model/selected-samples.js';
import { BrowserDouble, endless, settled } from './browser-double.js';

const SESSION = {
  id: 'race',
  title: 'Race',
  track: null,
  start: '2025-08-01T12:00:00Z',
  duration_s: 100,
  state: 'stored',
  entries: 1,
} as const;
const SERIES = 'api/v1/sessions/race/entries/25/series';

let browser: BrowserDouble;
let store: FrameStore;
let samples: SelectedSamples;
let to_s: number;
let value: number;
let updates: number;

beforeEach(() => {
  browser = new BrowserDouble().install();
  value = 1;
  to_s = 20;
  updates = 0;
  browser.answers.set(SERIES, () => ({ series: [{ channel: 'speed', unit: null, x: [1, 11], y: [value, value] }] }));
  store = new FrameStore();
  store.setSession(SESSION);
  const host = {
    store,
    session: 'race',
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => (updates += 1),
    updateComplete: Promise.resolve(true),
  };
  samples = new SelectedSamples(host, () => ({ car: '25', channels: ['speed'], span: { from_s: 0, to_s, lap: null, label: '' } }));
});

/** As when the element renders. */
async function render(): Promise<void> {
  samples.hostUpdate();
  await settled();
}

test('what did not change is not put together anew', async () => {
  await render();
  await render();
  const { found, rows } = samples;
  assert.deepEqual([...(found?.series[0]?.x ?? [])], [1, 11]);
  await render();
  assert.equal(samples.found, found);
  assert.equal(samples.rows, rows);
  to_s = 10;
  await render();
  assert.deepEqual([...(samples.found?.series[0]?.x ?? [])], [1]);
});

test('what is calculated otherwise now is asked for anew', async () => {
  await render();
  await render();
  value = 2;
  forgetSamples(store);
  await render();
  await render();
  assert.equal(samples.found?.series[0]?.y[0], 2);
});

test('a panel is told when samples came late, and shows them when they are here', async () => {
  await render();
  await render();
  value = 3;
  const before = updates;
  const source = { id: 'a', car: '25', state: 'ended', first_sample: store.session?.start, last_sample: '2025-08-01T12:01:40Z', last_block: 9 };
  const line = (missing: [number, number][]) => ({ source: 'a', car: '25', arrived: 1, missing, healed: [], duplicate: 0, refused: 0 });
  [[[0, 1]], [], []].forEach((missing) => store.setSupply([source as never], [line(missing as [number, number][])]));
  assert.ok(updates > before);
  assert.equal(samples.found?.series[0]?.y[0], 1);
  await render();
  await render();
  assert.equal(samples.found?.series[0]?.y[0], 3);
});

test('samples whose times counted from another moment are forgotten', async () => {
  await render();
  for (const start of ['2025-08-01T11:00:00Z', SESSION.start]) {
    store.setSession({ ...SESSION, start });
    await render();
  }
  assert.equal(browser.asked.length, 3);
});

test('what is under way when the last panel leaves is given up, and asked for at once when it is back', async () => {
  const given: (AbortSignal | null)[] = [];
  const there = browser.answers.get(SERIES) ?? assert.fail();
  browser.answers.set(SERIES, (_, signal) => endless((given[0] = signal)));
  await render();
  samples.hostDisconnected();
  assert.equal(given[0]?.aborted, true);
  browser.answers.set(SERIES, there);
  await settled();
  await render();
  await render();
  assert.equal(samples.problem, null);
  assert.deepEqual([...(samples.found?.series[0]?.x ?? [])], [1, 11]);
});
