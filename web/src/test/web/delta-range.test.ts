import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deltaRange } from '../../main/web/model/delta-range.js';

const rounded = (range: [number, number]): number[] => range.map((limit) => Number(limit.toFixed(3)));

test('a curve on one side of zero has the panel to itself', () => {
  assert.deepEqual(rounded(deltaRange(0, 2)), [-0.2, 2.2]);
  assert.deepEqual(rounded(deltaRange(-2, 0)), [-2.2, 0.2]);
  assert.deepEqual(rounded(deltaRange(1, 2)), [-0.2, 2.2]);
});

test('a curve on both sides has zero in the middle', () => {
  assert.deepEqual(rounded(deltaRange(-1, 2)), [-2.2, 2.2]);
});

test('a little on the other side claims no half of the panel', () => {
  assert.deepEqual(rounded(deltaRange(-0.1, 2)), [-0.3, 2.2]);
});

test('small differences stay small', () => {
  assert.deepEqual(rounded(deltaRange(0, 0.001)), [-0.005, 0.055]);
  assert.deepEqual(rounded(deltaRange(null, null)), [-0.055, 0.055]);
});
