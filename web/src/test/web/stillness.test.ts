import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stillnessOf } from '../../main/web/model/stillness.js';

test('one value over the range in sight stands still, whatever holes are in it', () => {
  assert.deepEqual(stillnessOf([[0, 50, 100], [7, null, 7]], 0, 100), { kind: 'still', values: [7] });
});

test('two lines that stand still at different values are still', () => {
  assert.deepEqual(stillnessOf([[0, 100], [3, 3], [4, 4]], 0, 100), { kind: 'still', values: [3, 4] });
});

test('one line that moves is enough', () => {
  assert.equal(stillnessOf([[0, 50, 100], [3, 3, 3], [4, 4, 4.01]], 0, 100).kind, 'moves');
});

test('a short beginning says nothing yet, nor does nothing', () => {
  assert.equal(stillnessOf([[90, 100], [3, 3]], 0, 100).kind, 'too-little');
  assert.equal(stillnessOf([[], []], 0, 100).kind, 'too-little');
  assert.equal(stillnessOf([[0, 100], [null, null]], 0, 100).kind, 'too-little');
  assert.equal(stillnessOf([[0, 100], [3, 3], [null, null]], 0, 100).kind, 'too-little');
});
