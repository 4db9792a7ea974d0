import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameBeside, nameParts, sessionLabel, shortened, vehicleBeside } from '../../main/web/model/names.js';

test('a name is cut before the word that tells it from the others', () => {
  const cars = ['25ir05_rdam_fp1_run01_ko', '25ir05_rdam_fp1_run04_ko'];
  assert.deepEqual(nameParts('25ir05_rdam_fp1_run04_ko', cars), { head: '25ir05_rdam_fp1_', tail: 'run04_ko' });
  const sources = ['racelogic-vbo-17c638e8f30a', 'racelogic-vbo-4019f25d175f', 'motec-ld-0577a92691c3'];
  assert.deepEqual(nameParts('racelogic-vbo-17c638e8f30a', sources), { head: 'racelogic-vbo-', tail: '17c638e8f30a' });
});

test('what differs from its beginning stays in one piece, and so does what stands alone', () => {
  assert.deepEqual(nameParts('18', ['18', '113', '2']), { head: '', tail: '18' });
  assert.deepEqual(nameParts('run01', ['run01', 'run04']), { head: '', tail: 'run01' });
  assert.deepEqual(nameParts('grattan_20200830', ['grattan_20200830']), { head: '', tail: 'grattan_20200830' });
});

test('of a name that another one goes on from, the last word stays', () => {
  assert.deepEqual(nameParts('gr86-2', ['gr86-2', 'gr86-22']), { head: 'gr86-', tail: '2' });
  assert.deepEqual(nameParts('gr86', ['gr86', 'gr86-2']), { head: '', tail: 'gr86' });
});

test('a session is named beside its title where the title does not tell it', () => {
  assert.equal(nameBeside({ id: 'fp-1', title: 'FP 1' }), null);
  assert.equal(nameBeside({ id: 'fp1-again', title: 'FP 1' }), 'fp1-again');
});

test('a vehicle is named where it says more than the car', () => {
  assert.equal(vehicleBeside('11a', '11A'), null);
  assert.equal(vehicleBeside('2', 'GR86-002-000'), 'GR86-002-000');
  assert.equal(vehicleBeside('2', null), null);
});

test('a text is shortened in its middle', () => {
  assert.equal(shortened('race-20261126-195057', 18), 'race-2026…6-195057');
  assert.equal(shortened('Race', 18), 'Race');
  assert.equal(shortened('Race at Talheim (simulated)', 22).length, 22);
});

test('two races of one day are told apart by their time of day, two of one minute by their names', () => {
  const session = (id: string, start: string) => ({ id, title: 'Race at Talheim (simulated)', start });
  const [morning, evening, again] = [session('a', '2026-11-26T09:50:57Z'), session('b', '2026-11-26T19:50:57Z'), session('c', '2026-11-26T19:50:59Z')];
  assert.equal(sessionLabel(morning, [morning, evening]), '09:50 Race at Tal…simulated), 2026-11-26');
  assert.equal(sessionLabel(evening, [morning, evening]), '19:50 Race at Tal…simulated), 2026-11-26');
  assert.equal(sessionLabel(again, [morning, evening, again]), 'c · 19:50 Race at Tal…simulated), 2026-11-26');
});
