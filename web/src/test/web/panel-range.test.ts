import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLeast } from '../../main/web/charts/panel-drawing.js';

test('a percentage has its whole range in sight', () => {
  assert.deepEqual(atLeast([0, 100], 12, 40), [0, 100]);
  assert.deepEqual(atLeast([0, 100], null, null), [0, 100]);
});

test('a percentage beyond its range is not cut off', () => {
  const [low, high] = atLeast([0, 100], 0, 235);
  assert.equal(low, 0);
  assert.ok(high > 235 && high < 260);
  assert.ok(atLeast([0, 100], -5, 90)[0] < -5);
});
