import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collides } from '../../main/web/charts/map-fit.js';
import { SEQUENTIAL } from '../../main/web/design/sequential.js';
import { lapHeat } from '../../main/web/model/lap-heat.js';

test('a lap of another length is laid along the whole outline', () => {
  const along = { channel: 'speed', unit: 'km/h', x: [0, 500, 1000], y: [100, 200, 300] };
  const found = lapHeat([0, 505, 1010], along);
  assert.equal(found?.tints.length, 3);
  assert.equal(found?.tints[0], SEQUENTIAL[0]);
  assert.equal(found?.tints[2], SEQUENTIAL.at(-1));
  assert.deepEqual([found?.low, found?.high, found?.unit], [100, 300, 'km/h']);
});

test('a channel without values has no heat', () => {
  assert.equal(lapHeat([0, 10], { channel: 'speed', unit: null, x: [0, 10], y: [null, null] }), null);
});

test('labels that would lie over each other are told', () => {
  const drawn = [{ x: 100, y: 50, width: 14 }];
  assert.equal(collides({ x: 108, y: 55, width: 14 }, drawn), true);
  assert.equal(collides({ x: 118, y: 50, width: 14 }, drawn), false);
  assert.equal(collides({ x: 100, y: 64, width: 14 }, drawn), false);
});
