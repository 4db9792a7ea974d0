import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TyreLog } from '../../main/web/model/tyre-log.js';

/** A second between frames. */
const sheet = (from_s: number, channels: Record<string, number[]>) => ({
  from_s,
  hz: 1,
  frames: Object.values(channels)[0]?.length ?? 0,
  channels: Object.keys(channels),
  columns: new Map([['12', Object.values(channels).map((above) => ({ base: 0, above: Float32Array.from(above) }))]]),
});

test('a value holds until the next one, over sheets and silence', () => {
  const log = new TyreLog();
  log.put(sheet(0, { tyre_compound: [NaN, 1, 1, NaN] }), 4);
  log.put(sheet(4, { tyre_compound: [NaN, 3, 3] }), 7);
  assert.equal(log.valueAt('12', 'tyre_compound', 0.5), null);
  assert.equal(log.valueAt('12', 'tyre_compound', 4.9), 1);
  assert.equal(log.valueAt('12', 'tyre_compound', 90), 3);
  assert.equal(log.valueAt('12', 'tyre_age', 90), null);
  assert.equal(log.until_s, 7);
});

test('frames that come twice change nothing', () => {
  const log = new TyreLog();
  log.put(sheet(0, { in_pit_lane: [0, 1, 1, 0] }), 4);
  log.put(sheet(0, { in_pit_lane: [0, 1, 1, 0] }), 4);
  assert.deepEqual(log.laneTime('12', 0, 10, 10), { from_s: 1, to_s: 3 });
});

test('the longest time in the lane counts, and one that is not over has no end', () => {
  const log = new TyreLog();
  log.put(sheet(0, { in_pit_lane: [0, 1, 0, 0, 1, 1, 1, 0, 0] }), 9);
  assert.deepEqual(log.laneTime('12', 0, 9, 9), { from_s: 4, to_s: 7 });
  assert.deepEqual(log.laneTime('12', 0, 9, 5.5), { from_s: 4, to_s: null });
  assert.equal(log.laneTime('12', 0, 0.5, 9), null);
  assert.equal(log.laneTime('99', 0, 9, 9), null);
});

test('frames that come again replace what was known of their time', () => {
  const log = new TyreLog();
  log.put(sheet(0, { in_pit_lane: [0, 1, 1, 1, 1, 0] }), 6);
  log.put(sheet(2, { in_pit_lane: [0, 0, 0, 0] }), 6);
  assert.deepEqual(log.laneTime('12', 0, 6, 6), { from_s: 1, to_s: 2 });
  assert.equal(log.until_s, 6);
});

test('frames of an earlier time leave those of a later one as they are', () => {
  const log = new TyreLog();
  log.put(sheet(0, { tyre_age: [0, 0, 0, 1, 1, 1] }), 6);
  log.put(sheet(6, { tyre_age: [1, 1, 2, 2, 2, 2] }), 12);
  log.put(sheet(1, { tyre_age: [0, 1, 1, 1] }), 4);
  assert.deepEqual([1, 2, 5, 8, 11].map((at_s) => log.valueAt('12', 'tyre_age', at_s)), [0, 1, 1, 2, 2]);
  assert.equal(log.until_s, 12);
});

test('a frame at which the next ones begin is theirs', () => {
  const log = new TyreLog();
  log.put(sheet(0, { in_pit_lane: [0, 0, 0, 1] }), 3);
  assert.equal(log.laneTime('12', 0, 9, 9), null);
});
