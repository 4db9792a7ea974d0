import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insideMap, labelOfDot } from '../../main/web/charts/map-fit.js';

const map = { width: 400, height: 300 };

test('a label stands to the right of its dot and above it', () => {
  assert.deepEqual(labelOfDot({ x: 200, y: 150 }, 30, map), { x: 210, y: 142 });
});

test('at the right edge a label stands to the left of its dot', () => {
  assert.deepEqual(labelOfDot({ x: 380, y: 150 }, 30, map), { x: 340, y: 142 });
});

test('no label leaves the map', () => {
  assert.deepEqual(insideMap({ x: 395, y: -5 }, 30, map), { x: 368, y: 8 });
  assert.deepEqual(insideMap({ x: -5, y: 305 }, 30, map), { x: 2, y: 292 });
});
