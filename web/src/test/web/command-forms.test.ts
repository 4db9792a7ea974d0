import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, formsFor, isAsked, optionText, valuesAtFirst, type CommandForm } from '../../main/web/model/command-forms.js';
import type { IncidentState, PenaltyState, Phase } from '../../main/web/wire/decision-words.js';
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

test('an amount is called by what it is of', () => {
  const penalise = form('impose_penalty', 'entry/44');
  const asked = (kind: string) => penalise.fields.filter((field) => field.name === 'amount' && isAsked(field, { kind })).map(({ label }) => label);
  assert.deepEqual(asked('time'), ['Seconds']);
  assert.deepEqual(asked('stop_and_go'), ['Seconds']);
  assert.deepEqual(asked('grid_places'), ['Places']);
  assert.deepEqual(asked('reprimand'), []);
});

test('a penalty that must be driven is offered while somebody drives', () => {
  const kinds = (phase: Phase) => form('impose_penalty', 'entry/44', stateOf({ phase })).fields.find(({ name }) => name === 'kind')?.options ?? [];
  assert.ok(kinds('safety-car').includes('drive_through'));
  assert.ok(!kinds('chequered').some((kind) => kind === 'drive_through' || kind === 'stop_and_go'));
  assert.ok(kinds('chequered').includes('time'));
});

test('the name of a car is written as it is, kinds as words', () => {
  const two = form('impose_penalty', 'incident/1', stateOf({ incidents: [incident('reported', ['c1', 'c2'])] }));
  const [car, kind] = two.fields;
  assert.ok(car && kind);
  assert.equal(optionText(car, 'c1'), 'c1');
  assert.equal(optionText(kind, 'drive_through'), 'Drive through');
});

test('a protest is lodged at a provisional result, against it or against a car', () => {
  const entries = ['c2', 'c10'].map((car) => ({ car, team: 'T', drivers: ['d'], driving: 'd', withdrawn: false, penalties: 0 }));
  assert.deepEqual(commands('result', stateOf({ phase: 'chequered' })), []);
  assert.deepEqual(commands('result', stateOf({ phase: 'official' })), []);
  assert.deepEqual(commands('session', stateOf({ phase: 'provisional' })), ['report_incident', 'lodge_protest']);
  const lodge = form('lodge_protest', 'result', stateOf({ phase: 'provisional', entries }));
  const against = lodge.fields.find(({ name }) => name === 'against');
  assert.ok(against);
  assert.deepEqual(against.options?.map((option) => optionText(against, option)), ['The result', 'Car c2', 'Car c10']);
  const values = { ...valuesAtFirst(lodge), by: 'Team 7', ground: 'wing too wide' };
  assert.deepEqual(bodyOf(lodge, values, SIGNED, TODAY), { command: 'lodge_protest', who: 'anna', by: 'Team 7', ground: 'wing too wide' });
  assert.equal(bodyOf(lodge, { ...values, against: 'c2' }, SIGNED, TODAY)['against'], 'c2');
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

test('a time is of today, or of the day that stands before it', () => {
  const acknowledge = form('acknowledge_incident', 'incident/1', stateOf({ incidents: [incident('reported')] }));
  const at = (written: string): unknown => bodyOf(acknowledge, {}, { ...SIGNED, at: written }, TODAY)['at'];
  assert.equal(at('14:32:10'), '2026-05-02T14:32:10Z');
  assert.equal(at(' 2026-05-01 14:32:10 '), '2026-05-01T14:32:10Z');
});

test('what is not filled in is not sent', () => {
  const report = form('report_incident', 'session');
  const body = bodyOf(report, { ...valuesAtFirst(report), description: 'd' }, SIGNED, TODAY);
  assert.deepEqual(body, { command: 'report_incident', who: 'anna', kind: 'track_limits', cars: [], description: 'd' });
});
