import assert from 'node:assert/strict';
import { test } from 'node:test';
import { againstFrom, bestOfSession, referenceFor, wholeLaps, whyNotWhole } from '../../main/web/model/corner-choice.js';
import { entry } from './entries.js';
import { lapOf } from './laps.js';

const driven = (car: string, best_lap: number, best_lap_s: number, best_uncertain = false) => ({
  ...entry(car, null),
  best_lap,
  best_lap_s,
  best_uncertain,
});

test('an option that nobody knows is the best lap of the session', () => {
  assert.deepEqual(['car', 'lap-12', '', 'lap-0', 'lap-x', undefined].map(againstFrom), [
    'car',
    12,
    'session',
    'session',
    'session',
    'session',
  ]);
});

test('the best lap of the session is one that is known well, if there is any', () => {
  const uncertain = driven('1', 4, 80, true);
  const known = driven('2', 7, 91);
  assert.deepEqual(bestOfSession([uncertain, driven('3', 2, 93), known, entry('4', null)]), { car: '2', lap: 7 });
  assert.deepEqual(bestOfSession([uncertain]), { car: '1', lap: 4 });
  assert.equal(bestOfSession([entry('4', null)]), null);
});

test('the reference is of the session, of the car or the lap that is named', () => {
  const entries = [driven('2', 7, 91), driven('3', 2, 93)];
  assert.deepEqual(referenceFor('session', '3', entries), { car: '2', lap: 7 });
  assert.deepEqual(referenceFor('car', '3', entries), { car: '3', lap: 2 });
  assert.deepEqual(referenceFor(5, '3', entries), { car: '3', lap: 5 });
  assert.equal(referenceFor('car', '4', [entry('4', null)]), null);
});

test('laps that are not from line to line have no corners to compare, and it is said why', () => {
  const flying = lapOf(2, 100, 91);
  const out = lapOf(1, 0, 100, { kind: 'out' });
  const running = lapOf(3, 191, null);
  const cut = lapOf(4, 191, 30, { witness: 'recording' });
  assert.deepEqual(wholeLaps([out, flying, running, cut]), [flying]);
  assert.equal(whyNotWhole(flying), null);
  assert.match(whyNotWhole(out) ?? '', /Lap 1 is a lap out of the pits/);
  assert.match(whyNotWhole(running) ?? '', /no time yet/);
  assert.match(whyNotWhole(cut) ?? '', /last piece of a recording/);
});
