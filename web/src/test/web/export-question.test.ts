import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitting, parametersOf, rowsOf, type ExportChoice, type ExportView } from '../../main/web/model/export-question.js';

const channel = (name: string, rate_hz: number | null) => ({ name, rate_hz, original_name: null, unit: null, original_unit: null, expression: null });
const view: ExportView = {
  cars: ['7', '8', '9'],
  channels: [channel('speed', 100), channel('throttle', 100), channel('fuel', 1), channel('gear', null)],
  shown: ['speed', 'fuel'],
  duration_s: 600,
  now_s: 300,
  stretch: { from_s: 12.3456789, to_s: 14, label: 'zoomed' },
  laps: [
    { number: 1, start_s: 0, time_s: 100 },
    { number: 2, start_s: 100, time_s: 90 },
  ],
};
const choice: ExportChoice = { format: 'csv', cars: ['7'], channels: 'shown', part: 'session', lap: 2, seconds: 60, hz: null, filled: true };

test('what is usual is left out of the question', () => {
  assert.deepEqual(parametersOf({ ...choice, cars: [], channels: 'all' }, view), { format: 'csv' });
});

test('a lap is asked for by its number, and a time by its ends', () => {
  assert.deepEqual(parametersOf({ ...choice, part: 'lap' }, view), { format: 'csv', cars: '7', channels: 'speed,fuel', lap: '2' });
  const stretch = parametersOf({ ...choice, part: 'stretch' }, view);
  assert.deepEqual([stretch['from_s'], stretch['to_s'], stretch['lap']], ['12.345679', '14', undefined]);
  const last = parametersOf({ ...choice, part: 'last', seconds: 400 }, view);
  assert.deepEqual([last['from_s'], last['to_s']], ['0', '300']);
});

test('what the platform would refuse is not asked for', () => {
  const none = fitting({ ...choice, format: 'parquet', hz: 50, filled: false }, view);
  assert.deepEqual([none.hz, none.filled], [null, false]);
  const motec = fitting({ ...choice, format: 'motec-csv', hz: 50, filled: false }, view);
  assert.deepEqual([motec.hz, motec.filled], [50, true]);
  assert.equal(fitting({ ...choice, cars: ['7', '8'], part: 'lap' }, view).part, 'session');
  assert.equal(fitting({ ...choice, part: 'lap' }, { ...view, laps: [] }).part, 'session');
  assert.equal(fitting({ ...choice, part: 'stretch' }, { ...view, stretch: null }).part, 'session');
});

test('a lap that the car has not driven becomes its last', () => {
  assert.equal(fitting({ ...choice, part: 'lap', lap: 40 }, view).lap, 2);
});

test('rows are as many as the fastest channel has', () => {
  assert.equal(rowsOf({ ...choice, part: 'lap' }, view), 9_000);
  assert.equal(rowsOf({ ...choice, part: 'lap', hz: 10 }, view), 900);
  assert.equal(rowsOf({ ...choice, cars: [] }, view), 3 * 60_000);
});

test('without filling each rate has rows of its own', () => {
  assert.equal(rowsOf({ ...choice, part: 'lap', filled: false, channels: 'all' }, view), 90 * 101);
});

test('of irregular channels nobody knows', () => {
  assert.equal(rowsOf(choice, { ...view, shown: ['gear'] }), null);
});
