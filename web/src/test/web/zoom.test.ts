import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldAt, scaledAt, shifted, withinData } from '../../main/web/model/zoom.js';

test('what is under the pointer stays there while one looks closer', () => {
  const [from, to] = scaledAt([0, 100], 25, 0.5);
  assert.deepEqual([from, to], [12.5, 62.5]);
  assert.equal((25 - from) / (to - from), 0.25);
});

test('a range that is pushed over an end of the data keeps its length', () => {
  assert.deepEqual(withinData(shifted([80, 90], 50), [0, 100]), [90, 100]);
  assert.deepEqual(withinData(shifted([10, 20], -50), [0, 100]), [0, 10]);
});

test('all of the data, and more, is the whole', () => {
  assert.equal(withinData([0, 100], [0, 100]), null);
  assert.equal(withinData([-50, 160], [0, 100]), null);
  assert.equal(withinData([5, 6], [7, 7]), null);
});

test('nobody looks closer than a part of five thousand', () => {
  assert.deepEqual(withinData([50, 50.0001], [0, 5_000]), [49.50005, 50.50005]);
});

test('one pointer drags the panel along', () => {
  assert.deepEqual(heldAt([0, 100], { x: 40, share: 0.5 }), [-10, 90]);
});

test('two fingers keep what they hold, stretched and moved', () => {
  const [from, to] = heldAt([0, 100], { x: 40, share: 0.1 }, { x: 60, share: 0.9 });
  assert.equal(from + 0.1 * (to - from), 40);
  assert.equal(from + 0.9 * (to - from), 60);
});

test('fingers that meet or cross do not turn the axis round', () => {
  const [from, to] = heldAt([0, 100], { x: 40, share: 0.5 }, { x: 60, share: 0.51 });
  assert.equal(to - from, 100);
  const [left, right] = heldAt([0, 100], { x: 40, share: 0.6 }, { x: 60, share: 0.4 });
  assert.equal(right - left, 100);
});
