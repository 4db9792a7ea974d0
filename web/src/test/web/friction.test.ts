import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factorToG, frictionUse, hullOf } from '../../main/web/model/friction.js';

test('the envelope is the convex hull of all points', () => {
  const x = [-1, 1, 1, -1, 0, 0.5, 0, -0.2, 1];
  const y = [-1, -1, 1, 1, 0, 0.5, -1, 0.9, 0];
  assert.deepEqual(hullOf(x, y), [[-1, -1], [1, -1], [1, 1], [-1, 1]]);
});

test('a hull of few points is those points', () => {
  assert.deepEqual(hullOf([], []), []);
  assert.deepEqual(hullOf([2, 2], [3, 3]), [[2, 3]]);
  assert.deepEqual(hullOf([0, 1, 2], [0, 1, 2]), [[0, 0], [2, 2]]);
});

test('every point of many lies within the hull', () => {
  const x = Array.from({ length: 500 }, (_, i) => Math.cos(i * 2.4) * Math.sqrt(i));
  const y = Array.from({ length: 500 }, (_, i) => Math.sin(i * 2.4) * Math.sqrt(i) * 0.7);
  const hull = hullOf(x, y);
  hull.forEach(([ax, ay], i) => {
    const [bx, by] = hull[(i + 1) % hull.length] as [number, number];
    x.forEach((px, k) => assert.ok((bx - ax) * ((y[k] as number) - ay) - (by - ay) * (px - ax) >= -1e-9));
  });
});

test('braking, accelerating and the largest of both together', () => {
  const use = frictionUse([0, 1.2, -1.4, 0.9], [0.6, 0.3, 0, -1.2]);
  assert.deepEqual([use?.lateral, use?.accelerating, use?.braking, use?.combinedRow], [1.4, 0.6, 1.2, 3]);
  assert.ok(Math.abs((use?.combined ?? 0) - 1.5) < 1e-12);
  assert.equal(frictionUse([], []), null);
});

test('accelerations in m/s² are turned into g; other units are none', () => {
  assert.equal(factorToG('g'), 1);
  assert.ok(Math.abs((factorToG('m/s²') ?? 0) * 9.80665 - 1) < 1e-12);
  assert.equal(factorToG('m/s^2'), factorToG('m/s²'));
  assert.equal(factorToG('deg'), null);
  assert.equal(factorToG(null), null);
});
