import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aligned, rowAt } from '../../main/web/model/aligned.js';

const every = (step: number, count: number, of: (at: number) => number) => {
  const x = Array.from({ length: count }, (_, i) => i * step);
  return { x, y: x.map(of) };
};

test('all channels are read at the times of the slowest: between samples on the straight line', () => {
  const rows = aligned([every(0.1, 31, (at) => 10 * at), every(0.25, 12, (at) => at)]);
  assert.deepEqual([...rows.t], Array.from({ length: 12 }, (_, i) => i * 0.25));
  rows.t.forEach((at, i) => assert.ok(Math.abs((rows.columns[0]?.[i] ?? NaN) - 10 * at) < 1e-9));
  assert.deepEqual([...(rows.columns[1] ?? [])], [...rows.t]);
  assert.deepEqual([...rows.dt], Array(12).fill(0.25));
});

test('a gear keeps its value until the next one: there is no gear between two', () => {
  const gear = { x: [0, 0.3, 0.6, 0.9], y: [2, 2, 3, 3], steps: true };
  const rows = aligned([gear, every(0.45, 3, () => 1)]);
  assert.deepEqual([...(rows.columns[0] ?? [])], [2, 2, 3]);
});

test('a moment at which a channel is silent is left out, and no row stands for a hole', () => {
  const speed = every(0.1, 101, (at) => at);
  const whole = every(0.1, 101, () => 1);
  const holed = { x: whole.x.filter((at) => at < 4 || at >= 7), y: whole.y.slice(30) };
  const rows = aligned([speed, holed]);
  assert.equal(rows.t.filter((at) => at > 4 && at < 6.95).length, 0);
  assert.ok(Math.max(...rows.dt) <= 0.3 + 1e-9);
  assert.ok(Math.abs(rows.dt.reduce((sum, dt) => sum + dt, 0) - 7.2) < 0.3);
});

test('the faster channel is not continued across its own hole', () => {
  const slow = every(0.5, 21, () => 1);
  const x = every(0.1, 101, () => 1).x.filter((at) => at < 3 || at > 6.01);
  const rows = aligned([slow, { x, y: x.map(() => 5) }]);
  assert.deepEqual([...rows.t].filter((at) => at >= 3 && at <= 6), []);
});

test('a channel without samples leaves no rows', () => {
  assert.equal(aligned([every(0.1, 5, () => 1), { x: [], y: [] }]).t.length, 0);
  assert.equal(aligned([]).t.length, 0);
});

test('the row of a moment is the nearest one within reach', () => {
  const rows = aligned([every(0.5, 5, () => 1)]);
  assert.equal(rowAt(rows, 0.7), 1);
  assert.equal(rowAt(rows, 0.8), 2);
  assert.equal(rowAt(rows, -0.4), 0);
  assert.equal(rowAt(rows, 9), -1);
  assert.equal(rowAt(rows, -2), -1);
});

test('a channel that only tells more of the others does not thin them out', () => {
  const rows = aligned([every(0.01, 301, (at) => at), every(0.1, 31, (at) => 2 * at)], 1);
  assert.equal(rows.t.length, 301);
  assert.ok(Math.abs((rows.columns[1]?.[155] ?? NaN) - 3.1) < 1e-9);
});
