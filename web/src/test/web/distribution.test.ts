import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binsFor, niceStep, shares, summaryOf, ticks } from '../../main/web/model/distribution.js';

const near = (actual: number | undefined, expected: number): void => assert.ok(Math.abs((actual ?? NaN) - expected) < 1e-9, `${actual} is not ${expected}`);

test('steps are readable: 1, 2 or 5 times a power of ten', () => {
  assert.deepEqual([0.7, 1, 1.2, 3.4, 6, 41, 0.03].map(niceStep), [1, 1, 2, 5, 10, 50, 0.05]);
});

test('bins hold all values and end at readable borders', () => {
  const grid = binsFor([[12.3, 80], [251.7]], false);
  assert.deepEqual(grid, { from: 10, width: 10, count: 25 });
  assert.equal(binsFor([[]], false), null);
  assert.equal(binsFor([[5, 5, 5]], false)?.count, 1);
});

test('each gear has a bin of its own, in whose middle it lies', () => {
  assert.deepEqual(binsFor([[0, 3, 6]], true), { from: -0.5, width: 1, count: 7 });
});

test('shares are of time, not of samples', () => {
  const found = shares([1, 1, 1, 2], [0.1, 0.1, 0.1, 0.9], { from: 0.5, width: 1, count: 2 });
  near(found[0], 0.25);
  near(found[1], 0.75);
});

test('mean and percentiles weigh a value by the time for which it stood', () => {
  const summary = summaryOf([10, 20, 30], [1, 1, 8]);
  near(summary?.mean, 27);
  assert.deepEqual([summary?.min, summary?.p5, summary?.median, summary?.p95, summary?.max], [10, 10, 30, 30, 30]);
  near(summary?.deviation, Math.sqrt((17 ** 2 + 7 ** 2 + 8 * 3 ** 2) / 10));
  near(summary?.seconds, 10);
  assert.equal(summaryOf([], []), null);
});

test('percentiles of evenly sampled values are those of statistics', () => {
  const values = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
  const summary = summaryOf(values, values.map(() => 0.01));
  assert.deepEqual([summary?.p5, summary?.median, summary?.p95], [5, 50, 95]);
});

test('ticks are multiples of a readable step within the axis', () => {
  assert.deepEqual(ticks(-0.3, 1.7, 5), [0, 0.5, 1, 1.5]);
  assert.deepEqual(ticks(1, 1, 5), []);
});
