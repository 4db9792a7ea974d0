import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ghost, lossAlong } from '../../main/web/model/ghost.js';

/** Every ten metres at 36 km/h: a second a point. */
const distance = Array.from({ length: 101 }, (_, i) => i * 10);
const speed = distance.map(() => 36);

test('a car that is two seconds behind is two points back', () => {
  const ghost = new Ghost(distance, distance.map(() => 2), speed);
  assert.equal(ghost.otherIndexAt(50), 48);
});

test('a car that is three seconds ahead is three points on', () => {
  const ghost = new Ghost(distance, distance.map(() => -3), speed);
  assert.equal(ghost.otherIndexAt(50), 53);
});

test('without a difference both are at the same place', () => {
  const ghost = new Ghost(distance, distance.map(() => 0), speed);
  assert.equal(ghost.otherIndexAt(50), 50);
});

test('says where the other lap loses and where it gains', () => {
  const delta = distance.map((_, i) => (i < 40 ? i * 0.01 : i < 60 ? 0.4 : 0.4 - (i - 60) * 0.01));
  const loss = lossAlong(delta, 5);
  assert.deepEqual([loss[20], loss[50], loss[80]], [1, 0, -1]);
});
