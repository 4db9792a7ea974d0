import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween } from '../../main/web/model/board-changes.js';
import type { IncidentState, PenaltyState } from '../../main/web/wire/decision-words.js';
import { stateOf } from './decisions.js';

const AT = '2026-05-02T14:00:01Z';
const incident = (number: number, stage: IncidentState['stage']): IncidentState => ({
  number,
  stage,
  kind: 'spin',
  cars: ['44'],
  distance_m: null,
  description: 'spun',
  at: AT,
  who: 'post 4',
});
const penalty = (standing: PenaltyState['standing']): PenaltyState => ({
  number: 1,
  car: '44',
  kind: 'drive_through',
  amount: 0,
  incident: 1,
  reason: 'unsafe',
  at: AT,
  who: 'stewards',
  standing,
});
const flag = (sector: number) => ({ sector, flag: 'double_yellow' as const, reason: 'oil', at: AT, who: 'post' });
const entry = (car: string, changed = {}) => ({ car, team: 'T', drivers: ['A', 'B'], driving: 'A', withdrawn: false, penalties: 0, ...changed });

test('what is otherwise now is told by object, in words', () => {
  const then = stateOf({ incidents: [incident(1, 'reported')], penalties: [penalty('imposed')], entries: [entry('44'), entry('7')], sector_flags: [flag(3)] });
  const now = stateOf({
    phase: 'safety-car',
    incidents: [incident(1, 'under_investigation'), incident(2, 'reported')],
    penalties: [penalty('served')],
    entries: [entry('44', { driving: 'B' }), entry('7', { withdrawn: true })],
  });
  assert.deepEqual(Object.fromEntries(changesBetween(then, now)), {
    session: { then: 'green', now: 'safety car' },
    'sector/3': { then: 'double yellow', now: null },
    'incident/1': { then: 'reported', now: 'under investigation' },
    'incident/2': { then: null, now: 'reported' },
    'penalty/1': { then: 'to serve', now: 'served' },
    'entry/44': { then: 'driven by A', now: 'driven by B' },
    'entry/7': { then: 'driven by A', now: 'withdrawn' },
  });
});

test('a result that is published anew, or of which something was decided since, is otherwise', () => {
  const result = (revision: number, out_of_date: boolean) => ({ revision, out_of_date, classification: [], at: AT, who: 'anna' });
  const told = (then: ReturnType<typeof stateOf>, now: ReturnType<typeof stateOf>) => changesBetween(then, now).get('result');
  const published = stateOf({ phase: 'provisional', result: result(1, false) });
  assert.deepEqual(told(stateOf(), published), { then: null, now: 'provisional 1' });
  assert.deepEqual(told(published, stateOf({ phase: 'provisional', result: result(1, true) })), { then: 'provisional 1', now: 'provisional 1, out of date' });
  assert.deepEqual(told(published, stateOf({ phase: 'official', result: result(2, false) })), { then: 'provisional 1', now: 'official' });
});

test('nothing is otherwise where nothing was decided', () => {
  const state = stateOf({ incidents: [incident(1, 'reported')], sector_flags: [flag(1)] });
  assert.equal(changesBetween(state, structuredClone(state)).size, 0);
});
