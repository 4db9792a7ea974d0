import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LapPair } from '../../main/web/model/lap-pair.js';
import type { Overlay } from '../../main/web/wire/words.js';
import { lapOf } from './laps.js';

/** 400 m at 36 km/h, then 400 m at 72 km/h: 60 s; the other lap loses 2 s in the first half. */
const overlay: Overlay = {
  distance_m: [0, 200, 400, 600, 800],
  delta_s: [0, 1, 2, 2, 2],
  channels: [{ channel: 'speed', unit: 'km/h', reference: [36, 36, 36, 72, 72], other: [30, 30, 30, 72, 72] }],
  line: { world_x: [0, 200, 400, 400, 400], world_y: [0, 0, 0, 200, null] },
};
const reference = lapOf(2, 1_000, 63.333);
const lap = lapOf(3, 5_000, 65.333);

test('the moment of a place is that of the reference and the delta there', () => {
  const pair = new LapPair(overlay, reference, lap);
  assert.equal(pair.momentAt(0), 5_000);
  const middle = pair.momentAt(400) ?? 0;
  // 40 s of 63.33 s that the speeds give (the step from 36 to 72 km/h counts with their mean), and 2 s lost.
  assert.ok(Math.abs(middle - 5_042) < 0.01, String(middle));
  assert.ok(Math.abs((pair.momentAt(800) ?? 0) - 5_065.333) < 0.01);
});

test('without speed, or beside a hole of the delta, no moment is known', () => {
  assert.equal(new LapPair({ ...overlay, channels: [] }, reference, lap).momentAt(400), null);
  assert.equal(new LapPair({ ...overlay, delta_s: [0, 1, null, 2, 2] }, reference, lap).momentAt(400), null);
});

test('a stretch is one of the way of the reference', () => {
  const pair = new LapPair(overlay, reference, lap);
  assert.deepEqual(pair.stretch(150, 650), [
    { x: 200, y: 0 },
    { x: 400, y: 0 },
    { x: 400, y: 200 },
  ]);
  assert.equal(new LapPair({ ...overlay, line: null }, reference, lap).line, null);
});
