import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cornerMarks } from '../../main/web/model/corner-marks.js';
import { lineOf, type GroundLine } from '../../main/web/model/ground.js';
import type { Corner } from '../../main/web/wire/corner-words.js';

/** Eastwards in steps of 10 m. */
const line = lineOf({ world_x: [0, 10, 20, 30, 40, 50, 60], world_y: [0, 0, 0, 0, 0, 0, 0] }) as GroundLine;
const corner = (direction: Corner['direction'], place: Corner['place']): Corner => ({
  number: 3,
  direction,
  from_m: 0,
  apex_m: 30,
  until_m: 60,
  place,
});

test('a number goes to the outside of its corner', () => {
  const [left] = cornerMarks([corner('left', { world_x: 30, world_y: 0 })], line);
  const [right] = cornerMarks([corner('right', { world_x: 30, world_y: 0 })], line);
  assert.deepEqual([left?.label, left?.at], ['3', { x: 30, y: 0 }]);
  assert.deepEqual([left?.outwards.x, left?.outwards.y], [0, -1]);
  assert.equal(right?.outwards.y, 1);
});

test('a corner without a place has no number on the map, nor has one where the line has no direction', () => {
  assert.deepEqual(cornerMarks([corner(null, null)], line), []);
  assert.deepEqual(
    cornerMarks([corner('left', { world_x: 0, world_y: 0 })], {
      ...line,
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
      ],
    }),
    [],
  );
});
