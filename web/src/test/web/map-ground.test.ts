import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MapFit } from '../../main/web/charts/map-fit.js';
import { runsOf } from '../../main/web/charts/map-ground.js';

const points = [0, 1, 2, 3, 4].map((x) => ({ x, y: 0 }));
const drawn = (runs: ReturnType<typeof runsOf>): [string, number[]][] => runs.map((run) => [run.colour, run.points.map(({ x }) => x)]);

test('a line of one colour is one piece, and closes where it began', () => {
  assert.deepEqual(drawn(runsOf(points, [], 'grey', false)), [['grey', [0, 1, 2, 3, 4]]]);
  assert.deepEqual(drawn(runsOf(points, [], 'grey', true)), [['grey', [0, 1, 2, 3, 4, 0]]]);
});

test('a piece of another colour begins where the one before ended', () => {
  assert.deepEqual(drawn(runsOf(points, ['red', 'red', 'blue', 'blue', 'red'], 'grey', false)), [
    ['red', [0, 1]],
    ['blue', [1, 2, 3]],
    ['red', [3, 4]],
  ]);
});

test('over a hole nothing is drawn', () => {
  assert.deepEqual(drawn(runsOf([...points.slice(0, 2), null, ...points.slice(3)], [], 'grey', false)), [
    ['grey', [0, 1]],
    ['grey', [3, 4]],
  ]);
});

test('metres laid out by the transform come to the same pixels as one by one', () => {
  const fit = MapFit.round({ x: 40, y: -7 }, 420, 300, 200);
  const [a, b, c, d, e, f] = fit.transform;
  const place = { x: 55, y: 12 };
  assert.deepEqual({ x: a * place.x + c * place.y + e, y: b * place.x + d * place.y + f }, fit.pixel(place));
  assert.equal(fit.length(fit.metres(4)), 4);
});
