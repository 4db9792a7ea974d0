import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import type { Source } from '../../main/web/wire/words.js';
import { entry } from './entries.js';
import { at, hello, lap, lapFrame, times, warned, withdrawn } from './frames.js';

test('a correction replaces the lap, an older statement does not', () => {
  const store = new FrameStore();
  store.take(lapFrame('25', lap(2, 2, 99)));
  store.take(lapFrame('25', lap(1, 1, 120)));
  store.take(lapFrame('25', lap(2, 1, 98)));
  assert.deepEqual(times(store), [120, 99]);
  store.take(lapFrame('25', lap(2, 3, 97)));
  assert.deepEqual(times(store), [120, 97]);
});

test('a withdrawn lap is gone', () => {
  const store = new FrameStore();
  store.take(lapFrame('25', lap(1, 1, 120)));
  store.take(withdrawn(1, 2));
  assert.deepEqual(times(store), []);
});

test('a warning that is withdrawn is gone, whether it came as a frame or with the session', () => {
  const store = new FrameStore();
  store.take(hello([], [{ subject: 'warning/gap/7', code: 'gap', message: 'a gap', at_s: 7 }]));
  store.take(warned(1, 'a hole'));
  store.take({ type: 'withdrawn', car: '25', subject: 'warning/hole/5000000000', revision: 2 });
  store.take({ type: 'withdrawn', car: '25', subject: 'warning/gap/7', revision: 2 });
  assert.deepEqual(store.timing.warnings, []);
});

test('samples redraw and do not render again', () => {
  const store = new FrameStore();
  const heard: string[] = [];
  store.on('facts', () => heard.push('facts'));
  store.on('samples', () => heard.push('samples'));
  store.take(at(10, 100, 43.1));
  assert.deepEqual(heard, ['samples']);
});

test('cars stand in the order of their best laps, those without one behind', () => {
  const store = new FrameStore();
  store.setEntries([entry('113', null), entry('9', null), { ...entry('7', 2), best_lap_s: 91 }, { ...entry('25', 1), best_lap_s: 90 }]);
  assert.deepEqual(
    store.timing.entries().map((each) => each.car),
    ['25', '7', '9', '113'],
  );
});

test('a late joiner has the session so far', () => {
  const store = new FrameStore();
  store.take({
    type: 'hello',
    session: {
      id: 'fp1',
      title: 'Practice',
      track: null,
      start: '2025-08-01T19:43:33Z',
      duration_s: 300,
      state: 'live',
      entries: 0,
    },
    entries: [],
    laps: {},
    warnings: {},
    now_s: 301.5,
  });
  assert.equal(store.now_s, 301.5);
  assert.equal(store.session?.title, 'Practice');
});

test('what was withdrawn does not come back with an older statement', () => {
  const store = new FrameStore();
  store.take(withdrawn(1, 2));
  store.take(lapFrame('25', lap(1, 1, 120)));
  assert.deepEqual(times(store), []);
  store.take(lapFrame('25', lap(1, 3, 119)));
  store.take(withdrawn(1, 2));
  assert.deepEqual(times(store), [119]);
});

test('a lap that is no longer provisional comes with its old revision', () => {
  const store = new FrameStore();
  store.take(lapFrame('25', { ...lap(1, 1, 120), provisional: true }));
  store.take(lapFrame('25', lap(1, 1, 120)));
  assert.equal(store.timing.laps('25')[0]?.provisional, false);
});

test('a warning that is seen twice is shown once, and its correction replaces it', () => {
  const store = new FrameStore();
  store.take(hello([], [{ subject: 'warning/hole/5000000000', code: 'hole', message: 'first', at_s: 5 }]));
  store.take(warned(1, 'first'));
  store.take(warned(1, 'first'));
  store.take(warned(2, 'corrected'));
  store.take(warned(1, 'first'));
  assert.deepEqual(
    store.timing.warnings.map((warning) => warning.message),
    ['corrected'],
  );
});

test('a hello forgets all that was known', () => {
  const store = new FrameStore();
  store.setEntries([entry('7', 1), entry('25', 2)]);
  store.take(at(1000, 100, 43.1));
  store.take(lapFrame('25', lap(1, 9, 120)));
  store.take(warned(1, 'old'));
  store.take(hello([lap(2, 1, 99)], []));
  assert.deepEqual(
    store.timing.entries().map((each) => each.car),
    ['25'],
  );
  assert.deepEqual(times(store), [99]);
  assert.deepEqual(store.timing.warnings, []);
  assert.equal(store.valueOf('25', 'speed'), null);
  assert.equal(store.samples.trace('25', 'speed'), undefined);
  assert.deepEqual(store.samples.pathOf('25'), []);
  assert.equal(store.now_s, 301.5);
  store.take(lapFrame('25', lap(1, 1, 121)));
  assert.deepEqual(times(store), [121, 99]);
});

test('whether a car has no laps is known with the first word on them', () => {
  const store = new FrameStore();
  store.setEntries([entry('7', 1)]);
  assert.equal(store.timing.known, false);
  store.setLaps('7', [], []);
  assert.equal(store.timing.known, true);
});

test('what tells nothing new renders nothing anew', () => {
  const store = new FrameStore();
  store.take(hello([lap(1, 1, 99)], []));
  const track = { gates: [], outline: null };
  const source = { id: 'logger', car: '25', state: 'ended', first_sample: null, last_sample: null, last_block: 3 } as unknown as Source;
  store.setTrack(track);
  store.setSupply([source], []);
  let told = 0;
  store.on('facts', () => (told += 1));
  store.setTrack(structuredClone(track));
  store.setSupply([structuredClone(source)], []);
  store.take({ type: 'passing', car: '25', subject: 'passing/7', revision: 1 });
  store.take(lapFrame('25', lap(1, 0, 99)));
  assert.equal(told, 0);
  store.setSupply([{ ...source, last_block: 4 }], []);
  store.take(lapFrame('25', lap(1, 2, 98)));
  store.setTrack({ ...track, gates: [{ kind: 'start_finish', name: 'start-finish' }] });
  assert.equal(told, 3);
});
