import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks } from '../../main/web/charts/ticks.js';

test('an axis has round numbers, no more than there is room for', () => {
  assert.deepEqual(ticks([0.4, 9.6], 20, [1, 2, 5, 10]), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(ticks([-0.3, 70.3], 10, [1, 2, 5, 10]), [0, 10, 20, 30, 40, 50, 60, 70]);
  assert.deepEqual(ticks([92.1, 97.2], 6, null), [93, 94, 95, 96, 97]);
  assert.deepEqual(ticks([-3, 64], 7, null), [0, 10, 20, 30, 40, 50, 60]);
  assert.deepEqual(ticks([0, 1_000], 10, [1, 2, 5, 10, 20, 50, 100, 200]).length, 11);
});
