import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lapDifference } from '../../main/web/model/lap-difference.js';
import type { Lap } from '../../main/web/wire/words.js';

const lap = (number: number, uncertainty_s: number, uncertain: boolean): Lap => ({
  number,
  stated_number: null,
  kind: 'flying',
  start_s: 0,
  time_s: 100,
  sectors_s: [],
  witness: null,
  uncertainty_s,
  uncertain,
  revision: 1,
  provisional: false,
});

test('laps that are known well differ by thousandths', () => {
  assert.deepEqual(lapDifference(-0.4567, lap(3, 0.002, false), lap(4, 0.002, false)), { text: '−0.457 s', reason: null });
  assert.deepEqual(lapDifference(1.2), { text: '+1.200 s', reason: null });
});

test('an uncertain lap makes the difference uncertain, and says why', () => {
  const { text, reason } = lapDifference(-37.225, lap(3, 2, true), lap(4, 68, true));
  assert.equal(text, '~−37.2 s ±70 s');
  assert.match(reason ?? '', /^Lap 3 \(reference\): Uncertain: .* ±2\.0 s\. Lap 4 \(other\): Uncertain: .* ±68 s$/);
});

test('one uncertain lap of two is enough', () => {
  assert.match(lapDifference(0.5, lap(3, 0, false), lap(4, 54.2, true)).reason ?? '', /^Lap 4/);
});
