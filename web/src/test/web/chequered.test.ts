import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagFell, untilFinish } from '../../main/web/model/chequered.js';

const winner = { laps: 8, at_s: 699.96 };
const lapped = { laps: 7, at_s: 699.2 };
const second = { laps: 8, at_s: 703 };

test('the flag that is told just after the winner passed the line fell for the winner, not for a lapped car before it', () => {
  assert.equal(flagFell([lapped, winner, second], 700.1), 699.96);
});

test('of two that end the race within a moment the one that passed the line first has won, in whatever order they are told', () => {
  const close = { laps: 8, at_s: 700.02 };
  assert.equal(flagFell([close, winner], 700.1), 699.96);
  assert.equal(flagFell([winner, close], 700.1), 699.96);
});

test('where nobody passed the line just before, it fell when it was told', () => {
  assert.equal(flagFell([lapped, winner, second], 690), 690);
  assert.equal(flagFell([winner], Infinity), Infinity);
});

test('a car has finished when it passes the line for the first time after that', () => {
  const own = [{ at_s: 90 }, { at_s: 181 }, { at_s: 290 }];
  assert.deepEqual(untilFinish(own, 180), own.slice(0, 2));
  assert.deepEqual(untilFinish(own, Infinity), own);
});
