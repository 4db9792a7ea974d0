import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dotBeside } from '../../main/web/charts/dot-beside.js';

test('keys go through the dots in time, and stop at their ends', () => {
  assert.equal(dotBeside('ArrowRight', 200, 1000, false), 210);
  assert.equal(dotBeside('ArrowLeft', 200, 1000, true), 199);
  assert.equal(dotBeside('ArrowLeft', 4, 1000, false), 0);
  assert.equal(dotBeside('End', 4, 1000, false), 999);
  assert.equal(dotBeside('ArrowRight', 998, 1000, false), 999);
});

test('where none is marked they begin at an end', () => {
  assert.equal(dotBeside('ArrowRight', -1, 1000, true), 0);
  assert.equal(dotBeside('ArrowLeft', -1, 1000, true), 999);
});

test('other keys, and those of an empty plane, lead nowhere', () => {
  assert.equal(dotBeside('l', 3, 10, false), null);
  assert.equal(dotBeside('End', -1, 0, false), null);
});
