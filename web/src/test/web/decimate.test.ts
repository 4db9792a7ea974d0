import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minMaxPerBucket, type Samples } from '../../main/web/model/decimate.js';

const samples = (xs: number[], ys: number[]): Samples => ({
  xAt: (i) => xs[i] as number,
  yAt: (i) => ys[i] as number,
});
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i / 100);

test('keeps a spike of one sample among ten thousand', () => {
  const ys = new Array<number>(10_000).fill(0);
  ys[7_777] = 5;
  ys[3_333] = -5;
  const curve = minMaxPerBucket(samples(range(10_000), ys), 0, 10_000, 50);
  assert.ok(curve.x.length <= 100);
  assert.equal(Math.max(...curve.y.map(Number)), 5);
  assert.equal(Math.min(...curve.y.map(Number)), -5);
});

test('keeps smallest and largest in their order in time', () => {
  const curve = minMaxPerBucket(samples([0, 0.1, 0.2, 0.3], [1, 9, -9, 2]), 0, 4, 1);
  assert.deepEqual(curve, { x: [0.1, 0.2], y: [9, -9] });
});

test('leaves few samples as they are', () => {
  const curve = minMaxPerBucket(samples([0, 1, 2], [4, 5, 6]), 0, 3, 100);
  assert.deepEqual(curve, { x: [0, 1, 2], y: [4, 5, 6] });
});

test('breaks the line at a hole', () => {
  const curve = minMaxPerBucket(samples([0, 1, 10, 11], [1, 1, 2, 2]), 0, 4, 100);
  assert.deepEqual(curve.y, [1, 1, null, 2, 2]);
});
