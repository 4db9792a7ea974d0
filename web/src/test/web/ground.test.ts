import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ground, acrossStart, lineOf, nearestIndex, placeOf } from '../../main/web/model/ground.js';
import { gateMarks } from '../../main/web/model/gate-marks.js';

test('a degree of latitude is about 111 km, of longitude less', () => {
  const { x, y } = Ground.around(43.8, -88).point(43.81, -87.99);
  assert.ok(Math.abs(y - 1113.2) < 1);
  assert.ok(Math.abs(x - 1113.2 * Math.cos((43.8 * Math.PI) / 180)) < 1);
});

test('a game has metres already', () => {
  const line = lineOf({ world_x: [10, 20], world_y: [1, 2] });
  assert.deepEqual(line?.points, [
    { x: 10, y: 1 },
    { x: 20, y: 2 },
  ]);
});

test('a car is on the Earth, in a game, or nowhere', () => {
  assert.deepEqual(placeOf({ latitude: 43, longitude: -88 }), { on: 'earth', north: 43, east: -88 });
  assert.deepEqual(placeOf({ world_x: 5, world_y: 6 }), { on: 'world', north: 6, east: 5 });
  assert.equal(placeOf({ latitude: 43, longitude: null }), null);
});

test('a point without a position is left out', () => {
  const line = lineOf({ latitude: [43, null, 43.1], longitude: [-88, -88, -88] });
  assert.equal(line?.points[1], null);
  assert.equal(nearestIndex(line!, { x: 0, y: 11_000 }), 2);
});

test('marks a sector gate at the distance where the lap passes it', () => {
  const latitude = [43, 43.001, 43.002, 43.003];
  const overlay = {
    distance_m: [0, 111, 222, 333],
    delta_s: [0, 0, 0, 0],
    channels: [],
    line: { latitude, longitude: latitude.map(() => -88) },
  };
  const gate = { latitude1: 43.002, longitude1: -88.001, latitude2: 43.002, longitude2: -87.999 };
  const gates = [
    { kind: 'start_finish' as const, name: 'start-finish', ...gate },
    { kind: 'sector' as const, name: 'sector-1', ...gate },
  ];
  assert.deepEqual(gateMarks(overlay, { gates, outline: null }), [{ x: 222, label: 'sector-1' }]);
});

test('the start line lies across the line at its first point', () => {
  const line = lineOf({ world_x: [10, 11, 30, 50], world_y: [4, 4, 4, 20] });
  assert.deepEqual(acrossStart(line!), [
    { x: 10, y: 3 },
    { x: 10, y: 5 },
  ]);
});

test('no start line where the first position is missing, or all are the same', () => {
  assert.equal(acrossStart(lineOf({ world_x: [null, 11, 30], world_y: [4, 4, 4] })!), null);
  assert.equal(acrossStart(lineOf({ world_x: [10, 10], world_y: [4, 4] })!), null);
});
