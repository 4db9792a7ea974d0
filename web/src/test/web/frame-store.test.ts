import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import type { Lap } from '../../main/web/wire/words.js';

const lap = (number: number, revision: number, time_s: number): Lap => ({
  number,
  kind: 'flying',
  start_s: number * 100,
  time_s,
  sectors_s: [],
  witness: 'gate',
  revision,
  provisional: false,
});
const at = (at_s: number, speed: number, latitude: number) => ({
  type: 'samples' as const,
  at_s,
  cars: { '25': { values: { speed, latitude, longitude: -88 }, trace: { speed: { x: [at_s], y: [speed] } } } },
});
const times = (store: FrameStore): (number | null)[] => store.laps('25').map((each) => each.time_s);

test('a correction replaces the lap, an older statement does not', () => {
  const store = new FrameStore();
  store.take({ type: 'lap', car: '25', lap: lap(2, 2, 99) });
  store.take({ type: 'lap', car: '25', lap: lap(1, 1, 120) });
  store.take({ type: 'lap', car: '25', lap: lap(2, 1, 98) });
  assert.deepEqual(times(store), [120, 99]);
  store.take({ type: 'lap', car: '25', lap: lap(2, 3, 97) });
  assert.deepEqual(times(store), [120, 97]);
});

test('a withdrawn lap is gone', () => {
  const store = new FrameStore();
  store.take({ type: 'lap', car: '25', lap: lap(1, 1, 120) });
  store.take({ type: 'lap_withdrawn', car: '25', number: 1, revision: 2 });
  assert.deepEqual(times(store), []);
});

test('a held cursor shows the moment while frames arrive, and follows again', () => {
  const store = new FrameStore();
  store.take(at(10, 100, 43.1));
  store.hold();
  store.take(at(11, 200, 43.2));
  assert.equal(store.now_s, 10);
  assert.equal(store.valueOf('25', 'speed'), 100);
  assert.equal(store.placeOf('25')?.north, 43.1);
  store.follow();
  assert.equal(store.now_s, 11);
  assert.equal(store.valueOf('25', 'speed'), 200);
  assert.equal(store.placeOf('25')?.north, 43.2);
});

test('samples redraw and do not render again', () => {
  const store = new FrameStore();
  const heard: string[] = [];
  store.on('facts', () => heard.push('facts'));
  store.on('samples', () => heard.push('samples'));
  store.take(at(10, 100, 43.1));
  assert.deepEqual(heard, ['samples']);
});

test('cars stand in the order of their positions, those without one behind', () => {
  const store = new FrameStore();
  const entry = (car: string, position: number | null) => ({
    car,
    driver: null,
    vehicle: null,
    laps: 0,
    last_lap_s: null,
    best_lap_s: null,
    best_lap: null,
    best_sectors_s: [],
    theoretical_best_s: null,
    rolling_best_s: null,
    sectors: 0,
    position,
    gap_s: null,
  });
  store.setEntries([entry('113', null), entry('9', null), entry('7', 2), entry('25', 1)]);
  assert.deepEqual(
    store.entries().map((each) => each.car),
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
