import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { RaceLog } from '../../main/web/model/race-log.js';
import { reportOf } from '../../main/web/model/report.js';
import type { RaceControlMessage, SessionWithEntries } from '../../main/web/wire/words.js';
import { BrowserDouble, endless } from './browser-double.js';
import { entry } from './entries.js';
import { framesOf, fromOf } from './frame-sheets.js';
import { lapsFrom } from './laps.js';
import { factsOf } from './report-facts.js';
import { sourceOf } from './sources.js';

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

/** The one source and its ledger, as they are told of when it has sent up to a moment: ten blocks a second. */
function tell(until_s: number, missing: [number, number][], healed: [number, number][] = []): void {
  const last_sample = new Date(Date.parse(START) + 1_000 * until_s).toISOString();
  const source = sourceOf('a', until_s, { car: '25', state: 'ended', first_sample: START, last_sample });
  store.setSupply([source], [{ source: 'a', car: '25', arrived: 1, missing, healed, duplicate: 0, refused: 0 }]);
}

test('tyres of a time for which samples came late are asked for again', async () => {
  tell(1_500, [[7_000, 7_100]]);
  await browser.pass(10_000);
  compound = 3;
  tell(1_500, [], [[7_000, 7_100]]);
  tell(1_500, [], [[7_000, 7_100]]);
  const before = asked().length;
  await browser.pass(10_000);
  // Which block came when is not known of the time before the page was opened: all of it is asked for.
  assert.deepEqual(asked().slice(before), [0, 600, 1_200]);
  assert.equal(log.tyres.valueAt('25', 'tyre_compound', 1_400), 3);
  assert.equal(store.healings, 1);
});

test('no more is asked for again than that time, and what is known of a later one stays', async () => {
  browser.answers.set(FRAMES, (path) => framesOf('25', 'tyre_compound', fromOf(path) === 1_200 ? 3 : compound, { from_s: fromOf(path), hz: 2, frames: 1_200 }));
  const hole: [number, number] = [1_040, 1_049];
  tell(100, []);
  tell(110, [hole]);
  tell(1_500, [hole]);
  await browser.pass(10_000);
  compound = 2;
  tell(1_500, [], [hole]);
  tell(1_500, [], [hole]);
  const before = asked().length;
  await browser.pass(10_000);
  assert.deepEqual(asked().slice(before), [100]);
  assert.deepEqual([50, 100, 1_400].map((at_s) => log.tyres.valueAt('25', 'tyre_compound', at_s)), [1, 2, 3]);
});

test('a log that nobody looks at asks for nothing', async () => {
  await browser.pass(10);
  assert.deepEqual(asked(), [0]);
  stop();
  await browser.pass(20_000);
  assert.deepEqual(asked(), [0]);
});

test('what a log still asks for when the last panel leaves is given up', async () => {
  const given: (AbortSignal | null)[] = [];
  browser.answers.set(FRAMES, (_, signal) => endless((given[0] = signal)));
  await browser.pass(1_000);
  stop();
  assert.equal(given[0]?.aborted, true);
});

test('panels and report tell the same stints, and neither a stop nor a gap from after the flag', async () => {
  await browser.pass(10_000);
  const laps = {
    '7': lapsFrom(0, [[5, { kind: 'out' }], [93], [90], [90], [140, { kind: 'in' }]]),
    '25': lapsFrom(0, [[6, { kind: 'out' }], [94], [91], [91], [150, { kind: 'in' }], [120, { kind: 'out' }]]),
  };
  const flag: RaceControlMessage = { at_s: 278.2, kind: 'flag', flag: 'chequered', sector: null, car: null, incident: null, distance_m: null, weather: null, text: '' };
  const control = { messages: [flag], marshal_sectors: 4, total: 1 };
  const entries = [entry('7', 1), entry('25', 2)];
  store.setEntries(entries);
  Object.entries(laps).forEach(([car, own]) => store.setLaps(car, own, []));
  store.setRaceControl(control);
  const session: SessionWithEntries = { id: 'race', title: 'Race', track: null, start: START, duration_s: 1_500, state: 'stored', entries };
  const report = reportOf(factsOf(laps, { session, control, tyres: log.tyres }), null);
  for (const car of ['7', '25']) {
    assert.deepEqual(log.stintsOf(car), report.stints.get(car));
    assert.deepEqual(log.onRoad.passings.get(car), report.passings.get(car));
  }
  assert.deepEqual(log.stintsOf('25').stints.map(({ laps: own, stop, completed }) => [own.length, stop, completed]), [[4, null, 3]]);
});
