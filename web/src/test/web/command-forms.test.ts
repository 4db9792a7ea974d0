import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, formsFor, isAsked, valuesAtFirst, type CommandForm } from '../../main/web/model/command-forms.js';
import type { IncidentState, PenaltyState } from '../../main/web/wire/decision-words.js';
import { stateOf } from './decisions.js';

const SIGNED = { who: ' anna ', why: '', at: '' };
const TODAY = '2026-05-02T14:00:00.000Z';
const incident = (stage: IncidentState['stage'], cars = ['44']): IncidentState => ({
  number: 1,
  stage,
  cars,
  kind: 'contact',
  distance_m: null,
  description: 'd',
  at: TODAY,
  who: 'post',
});
const penalty = (kind: string, standing: PenaltyState['standing']): PenaltyState => ({
  number: 2,
  car: '44',
  kind,
  amount: 0,
  incident: null,
  reason: 'r',
  at: TODAY,
  who: 'stewards',
  standing,
});
const commands = (subject: string, state = stateOf()): string[] => formsFor(subject, state).map(({ command }) => command);
const form = (command: string, subject: string, state = stateOf()): CommandForm => {
  const found = formsFor(subject, state).find((each) => each.command === command);
  assert.ok(found, command);
  return found;
};

test('what can be decided about an incident follows its stage', () => {
  const of = (stage: IncidentState['stage']) => commands('incident/1', stateOf({ incidents: [incident(stage)] }));
  assert.deepEqual(of('reported'), ['acknowledge_incident', 'open_investigation', 'impose_penalty', 'close_incident']);
  assert.deepEqual(of('acknowledged'), ['open_investigation', 'impose_penalty', 'close_incident']);
  assert.deepEqual(of('under_investigation'), ['impose_penalty', 'close_incident']);
  assert.deepEqual(of('closed'), []);
  assert.deepEqual(commands('incident/9'), []);
});

test('only a penalty that must be driven is recorded as served', () => {
  const of = (kind: string, standing: PenaltyState['standing']) => commands('penalty/2', stateOf({ penalties: [penalty(kind, standing)] }));
  assert.deepEqual(of('drive_through', 'imposed'), ['record_penalty_served', 'revoke_penalty']);
  assert.deepEqual(of('time', 'imposed'), ['revoke_penalty']);
  assert.deepEqual(of('time', 'revoked'), []);
});

test('a flag is shown where none is, and withdrawn where one is', () => {
  const flagged = stateOf({ sector_flags: [{ sector: 4, flag: 'yellow', reason: 'oil', at: TODAY, who: 'post' }] });
  assert.deepEqual(commands('sector/4', flagged), ['withdraw_sector_flag']);
  assert.deepEqual(commands('sector/5', flagged), ['show_sector_flag']);
  assert.deepEqual(bodyOf(form('withdraw_sector_flag', 'sector/4', flagged), {}, SIGNED, TODAY), { command: 'withdraw_sector_flag', who: 'anna', sector: 4 });
});

test('a penalty of an incident names it, and the car where there is but one', () => {
  const one = form('impose_penalty', 'incident/1', stateOf({ incidents: [incident('reported')] }));
  const values = { ...valuesAtFirst(one), kind: 'time', amount: ' 10 ', reason: 'contact' };
  assert.deepEqual(bodyOf(one, values, { who: 'anna', why: 'onboard', at: '14:32:10' }, TODAY), {
    command: 'impose_penalty',
    who: 'anna',
    why: 'onboard',
    at: '2026-05-02T14:32:10Z',
    car: '44',
    incident: 1,
    kind: 'time',
    amount: 10,
    reason: 'contact',
  });
  const two = form('impose_penalty', 'incident/1', stateOf({ incidents: [incident('reported', ['7', '44'])] }));
  assert.deepEqual(two.fields[0]?.options, ['7', '44']);
  assert.equal(valuesAtFirst(two)['car'], '7');
});

test('an amount is asked for, and sent, only where the penalty has one', () => {
  const penalise = form('impose_penalty', 'entry/44');
  const amount = penalise.fields.find(({ name }) => name === 'amount');
  assert.ok(amount);
  assert.equal(isAsked(amount, { kind: 'stop_and_go' }), true);
  assert.equal(isAsked(amount, { kind: 'warning' }), false);
  assert.deepEqual(bodyOf(penalise, { kind: 'warning', amount: '10', reason: 'r' }, SIGNED, TODAY), {
    command: 'impose_penalty',
    who: 'anna',
    car: '44',
    kind: 'warning',
    reason: 'r',
  });
});

test('cars are told apart by commas, and what is no number stays as it was written', () => {
  const report = form('report_incident', 'entry/44');
  assert.equal(valuesAtFirst(report)['cars'], '44');
  assert.deepEqual(bodyOf(report, { kind: 'spin', cars: '44, 7,', description: 'd', distance_m: 'far' }, SIGNED, TODAY), {
    command: 'report_incident',
    who: 'anna',
    kind: 'spin',
    cars: ['44', '7'],
    description: 'd',
    distance_m: 'far',
  });
});

test('what is not filled in is not sent', () => {
  const report = form('report_incident', 'session');
  const body = bodyOf(report, { ...valuesAtFirst(report), description: 'd' }, SIGNED, TODAY);
  assert.deepEqual(body, { command: 'report_incident', who: 'anna', kind: 'track_limits', cars: [], description: 'd' });
});
