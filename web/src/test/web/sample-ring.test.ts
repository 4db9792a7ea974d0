import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SampleRing } from '../../main/web/model/sample-ring.js';

const ringOf = (capacity: number, ...xs: number[]): SampleRing => {
  const ring = new SampleRing(capacity);
  xs.forEach((x) => ring.push(x, x * 10));
  return ring;
};
const contents = (ring: SampleRing): [number, number][] =>
  Array.from({ length: ring.length }, (_, i) => [ring.xAt(i), ring.yAt(i)]);

test('keeps the newest samples when it is full', () => {
  assert.deepEqual(contents(ringOf(3, 1, 2, 3, 4, 5)), [
    [3, 30],
    [4, 40],
    [5, 50],
  ]);
});

test('drops a sample that is not newer than the newest', () => {
  const ring = ringOf(3, 1, 2);
  ring.push(2, 999);
  ring.push(1.5, 999);
  assert.deepEqual(contents(ring), [
    [1, 10],
    [2, 20],
  ]);
});

test('holds a value until the next sample', () => {
  const ring = ringOf(3, 1, 2, 3, 4);
  assert.equal(ring.valueAt(1.9), null);
  assert.equal(ring.valueAt(2), 20);
  assert.equal(ring.valueAt(2.99), 20);
  assert.equal(ring.valueAt(100), 40);
});

test('merges the past with what has arrived, and what has arrived wins', () => {
  const ring = ringOf(10, 3, 5);
  ring.fill({ x: [1, 2, 3, 4], y: [1, null, 1, 1] });
  assert.deepEqual(contents(ring), [
    [1, 1],
    [3, 30],
    [4, 1],
    [5, 50],
  ]);
});

test('draws only what lies between two moments', () => {
  const curve = ringOf(10, 1, 2, 3, 4, 5).window(2, 4, 100);
  assert.deepEqual(curve, { x: [2, 3, 4], y: [20, 30, 40] });
});

test('with a span it keeps the smallest and the largest of each bucket, in their order', () => {
  const ring = new SampleRing(6, 4);
  [5, 9, 1, 4, 7, 3].forEach((y, i) => ring.push(i / 10, y));
  assert.deepEqual(contents(ring), [
    [0.1, 9],
    [0.2, 1],
  ]);
  ring.push(2, 4);
  ring.push(4, 4);
  assert.equal(ring.valueAt(2.5), 4);
  assert.equal(ring.xAt(0), 0.1);
});

test('with a span it still takes no sample that is late', () => {
  const ring = new SampleRing(6, 4);
  [5, 9, 7, 8].forEach((y, i) => ring.push(i / 10, y));
  ring.push(0.25, 100);
  assert.deepEqual(contents(ring), [
    [0, 5],
    [0.1, 9],
  ]);
});
