import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { valueBefore, wheelMoment } from '../../main/web/model/wheel-readings.js';
import type { Lap } from '../../main/web/wire/words.js';
import './browser-double.js';

const lap = (number: number, start_s: number, time_s: number): Lap => ({
  number,
  stated_number: null,
  kind: 'flying',
  start_s,
  time_s,
  sectors_s: [],
  witness: 'gate',
  uncertainty_s: 0,
  uncertain: false,
  revision: 1,
  provisional: false,
});

function storeAt(duration_s: number): FrameStore {
  const store = new FrameStore();
  store.setSession({ id: 's', title: 's', track: null, start: '', duration_s, state: 'stored', entries: 1 });
  store.setLaps('7', [lap(1, 0, 100), lap(2, 100, 95)], []);
  return store;
}

test('without a chosen lap the wheels are those of the cursor, their range that of the lap under way', () => {
  const { at_s, newest, span } = wheelMoment(storeAt(220.4), '7', null);
  assert.deepEqual([at_s, newest, span.from_s, span.to_s], [220.4, true, 195, 221]);
});

test('of a chosen lap they are read at its end, or where somebody points in it', () => {
  const store = storeAt(220.4);
  assert.equal(wheelMoment(store, '7', 2).at_s, 195);
  store.point(150);
  assert.equal(wheelMoment(store, '7', 2).at_s, 150);
  store.point(20);
  assert.equal(wheelMoment(store, '7', 2).at_s, 195);
});

test('at a cursor in the past nothing of later is looked at', () => {
  const store = storeAt(220.4);
  store.move((timeline) => timeline.seek(130.2));
  const { at_s, newest, span } = wheelMoment(store, '7', null);
  assert.deepEqual([at_s, newest, span.from_s, span.to_s], [130.2, false, 100, 131]);
});

test('a value is the last before the moment, unless that is long ago', () => {
  const samples = { x: [1, 2, 3], y: [10, 20, 30] };
  assert.equal(valueBefore(samples, 2.9), 20);
  assert.equal(valueBefore(samples, 3), 30);
  assert.equal(valueBefore(samples, 6), null);
  assert.equal(valueBefore(samples, 0.5), null);
});
