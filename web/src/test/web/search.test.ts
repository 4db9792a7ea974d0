import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWhile } from '../../main/web/model/search.js';

test('as many are counted as come before the first that does not hold', () => {
  for (let length = 0; length <= 9; length++) {
    const found = Array.from({ length: length + 1 }, (_, holding) => countWhile(length, (index) => index < holding));
    assert.deepEqual(found, Array.from({ length: length + 1 }, (_, holding) => holding));
  }
});

test('of many only a few are looked at, and none beyond the ends', () => {
  const looked: number[] = [];
  countWhile(1_000_000, (index) => looked.push(index) > 0);
  assert.ok(looked.length <= 20, `looked at ${looked.length}`);
  assert.ok(looked.every((index) => index >= 0 && index < 1_000_000));
});
