import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, headed, isToServe, openOf, penaltyText, phaseColour, phaseText, raceTime, standingText, sentences } from '../../main/web/model/decision-text.js';
import { isSubject, kindOf, subjectName, subjectWithin } from '../../main/web/model/decision-ties.js';
import { stateOf } from './decisions.js';

test('a penalty is told with its measure', () => {
  const texts = [
    { kind: 'time', amount: 10 },
    { kind: 'stop_and_go', amount: 5 },
    { kind: 'grid_places', amount: 1 },
    { kind: 'drive_through', amount: 0 },
  ].map(penaltyText);
  assert.deepEqual(texts, ['10 s', 'Stop and go, 5 s', '1 grid place', 'Drive through']);
});

test('only what must be driven is to serve', () => {
  assert.equal(standingText({ kind: 'drive_through', standing: 'imposed' }), 'to serve');
  assert.equal(standingText({ kind: 'time', standing: 'imposed' }), 'in force');
  assert.equal(standingText({ kind: 'stop_and_go', standing: 'served' }), 'served');
  assert.equal(isToServe({ kind: 'stop_and_go', standing: 'revoked' }), false);
});

test('the time of a race has hours from an hour on', () => {
  assert.deepEqual([0, 59.5, 2_400.123, 3_599.9996, 3_723.456].map(raceTime), ['', '59.500', '40:00.123', '1:00:00.000', '1:02:03.456']);
});

test('a phase is told in words and in the colour of its flag', () => {
  assert.deepEqual([phaseText('safety-car'), phaseColour('safety-car')], ['Safety car', 'yellow']);
  assert.deepEqual([phaseText('official'), phaseColour('official')], ['Result official', 'neutral']);
  assert.equal(headed('under_investigation'), 'Under investigation');
});

test('counts are told in words', () => {
  assert.deepEqual([0, 1, 2].map((number) => counted(number, 'incident', 'open')), ['no incident open', '1 incident open', '2 incidents open']);
});

test('what is open counts', () => {
  const protest = { number: 1, by: 'T', against: '', ground: 'g', at: '', who: '' };
  assert.deepEqual(openOf(stateOf({ protests: [protest, { ...protest, number: 2, outcome: 'dismissed' }] })), { incidents: 0, penalties: 0, protests: 1 });
});

test('objects have names, and a protest belongs to the result', () => {
  assert.deepEqual(['entry/44', 'incident/3', 'session'].map(subjectName), ['Car 44', 'Incident 3', 'Session']);
  assert.deepEqual(['entry/C1', 'incident/3'].map(subjectWithin), ['car C1', 'incident 3'], 'the name of a car is written as it is');
  assert.equal(kindOf('protest/1'), 'result');
  assert.deepEqual(['session', 'entry/gr86-002', 'weather/1', 'entry/', 'incident/1/2', 'session/1 '].map(isSubject), [true, true, false, false, false, false]);
});

test('what stands against a command, and the remedy, are sentences', () => {
  assert.equal(sentences('nobody can drive a drive through', 'impose seconds instead'), 'Nobody can drive a drive through. Impose seconds instead.');
  assert.equal(sentences('No answer.', ''), 'No answer.');
});
