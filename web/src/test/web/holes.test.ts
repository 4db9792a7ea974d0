import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenAtHoles } from '../../main/web/model/holes.js';

const POINTS = 2_000;

test('breaks a stored line at a hole, and a cursor in the hole reads nothing', () => {
  const curve = brokenAtHoles({ x: [0, 0.25, 0.5, 8.5, 8.75, 9], y: [1, 2, 3, 4, 5, 6] }, POINTS);
  assert.deepEqual(curve.y, [1, 2, 3, null, null, 4, 5, 6]);
  assert.deepEqual(curve.x, [0, 0.25, 0.5, 1.25, 7.75, 8.5, 8.75, 9]);
});

test('a channel of one sample every five seconds has no holes between them', () => {
  const slow = { x: [0, 5, 10, 15, 20], y: [80, 81, 82, 83, 84] };
  assert.deepEqual(brokenAtHoles(slow, POINTS), slow);
});

test('the buckets of a long recording are no holes', () => {
  // Two hours: of each bucket of 7.2 s two samples, close to one another.
  const x = Array.from({ length: POINTS }, (_, i) => 7.2 * (i >> 1) + 0.01 * (i % 2));
  const y = x.map((_, i) => i % 2);
  assert.deepEqual(brokenAtHoles({ x, y }, POINTS), { x, y });
});

test('nothing stays nothing', () => {
  assert.deepEqual(brokenAtHoles({ x: [], y: [] }, POINTS), { x: [], y: [] });
  assert.deepEqual(brokenAtHoles({ x: [3], y: [1] }, POINTS), { x: [3], y: [1] });
});
