import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginsAtLine, lastCompleted, lastWithSectors } from '../../main/web/model/timed-laps.js';
import type { Lap } from '../../main/web/wire/words.js';

const lap = (number: number, kind: Lap['kind'], sectors_s: number[], witness = 'gate'): Lap => ({
  number,
  stated_number: null,
  kind,
  start_s: number * 100,
  time_s: 100,
  sectors_s,
  witness,
  uncertainty_s: 0,
  uncertain: false,
  revision: 1,
  provisional: false,
});
const stored = [lap(1, 'out', []), lap(2, 'flying', [40, 60]), lap(3, 'flying', [41, 59]), lap(4, 'in', [], 'recording')];

test('where the recording ends no lap is completed', () => {
  assert.equal(lastCompleted(stored)?.number, 3);
  assert.equal(lastCompleted([lap(1, 'partial', [])]), undefined);
});

test('the sectors of a stored session are those of its last lap that has some', () => {
  assert.equal(lastWithSectors(stored)?.number, 3);
  assert.equal(lastWithSectors([lap(1, 'out', [])]), undefined);
});

test('a lap on which a gate was missed hides no sectors', () => {
  assert.equal(lastWithSectors([...stored, lap(5, 'flying', [])])?.number, 3);
});

test('flying and in laps begin at the line, out laps and pieces elsewhere', () => {
  assert.deepEqual(stored.map(beginsAtLine), [false, true, true, true]);
  assert.equal(beginsAtLine(lap(1, 'partial', [])), false);
  assert.equal(beginsAtLine(undefined), false);
});
