import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ABSENT, axisClock, axisLapTime, axisNumber, axisSigned, clock, gapText, instant, lapTime, nameOf, plain, signed, spread, value } from '../../main/web/model/format.js';

test('writes lap times as a timing screen does', () => {
  assert.equal(lapTime(114.96), '1:54.960');
  assert.equal(lapTime(54.0604), '54.060');
  assert.equal(lapTime(59.9996), '1:00.000');
  assert.equal(lapTime(602.005), '10:02.005');
  assert.equal(lapTime(null), ABSENT);
});

test('signs differences, and zero has no sign', () => {
  assert.equal(signed(0.1234), '+0.123');
  assert.equal(signed(-1.5), '−1.500');
  assert.equal(signed(-0.0001), '0.000');
  assert.equal(signed(null), ABSENT);
});

test('says by how much a time may be off', () => {
  assert.equal(spread(0.4), '±0.4 s');
  assert.equal(spread(9.96), '±10 s');
  assert.equal(spread(54.2), '±54 s');
});

test('shows time within a session', () => {
  assert.equal(clock(416.4), '6:56');
  assert.equal(clock(3_725), '1:02:05');
  assert.equal(clock(null), ABSENT);
});

test('gives a value as many decimals as its size deserves', () => {
  assert.equal(value(7_302.6), '7303');
  assert.equal(value(187.24), '187.2');
  assert.equal(value(-0.456), '−0.46');
  assert.equal(value(4, true), '4');
  assert.equal(value(Number.NaN), ABSENT);
});

test('shows the start of a session in UTC', () => {
  assert.equal(instant('2025-08-01T19:43:33.680000000Z'), '2025-08-01 19:43 UTC');
});

test('an axis names no time before the first sample', () => {
  assert.deepEqual([-20, -0.5, 0, 60].map(axisClock), ['', '', '0:00', '1:00']);
});

test('knows the name that the platform makes of a title', () => {
  assert.equal(nameOf('FP 1'), 'fp-1');
  assert.equal(nameOf('25IR05_RdAm_FP1_Run04_KO'), '25ir05_rdam_fp1_run04_ko');
  assert.equal(nameOf(' (Race) '), 'race');
});

test('writes all numbers alike: a narrow space at thousands from five digits on, a real minus, no negative zero', () => {
  assert.equal(plain(94_000), '94\u202f000');
  assert.equal(plain(-1_234_567.25, 1), '−1\u202f234\u202f567.3');
  assert.equal(plain(9_651), '9651');
  assert.equal(plain(-0.001, 2), '0.00');
  assert.equal(value(-0.001), '0.00');
  assert.equal(value(-12_345), '−12\u202f345');
  assert.equal(signed(-0), '0.000');
  assert.equal(signed(12_345.6, 0), '+12\u202f346');
});

test('numbers of an axis have as many decimals as its step needs', () => {
  assert.deepEqual([96.75, 96.5, 97].map((y) => axisLapTime(y, 0.25)), ['1:36.75', '1:36.50', '1:37.00']);
  assert.deepEqual([92, 93].map((y) => axisLapTime(y, 1)), ['1:32', '1:33']);
  assert.equal(axisLapTime(92.1, 92.1 - 92), '1:32.1');
  assert.equal(axisLapTime(59.9999, 0.0005), '1:00.000');
  assert.deepEqual([-2, 0, 8_000].map((y) => axisNumber(y, 2_000)), ['−2', '0', '8000']);
  assert.equal(axisNumber(-0.25, 0.25), '−0.25');
  assert.equal(axisSigned(2.5, 2.5), '+2.5');
});

test('a gap keeps its hundredths, however long it is', () => {
  assert.deepEqual([3.214, 13.214, 62.346].map((s) => gapText({ kind: 'time', s })), ['+3.21', '+13.21', '+1:02.35']);
  assert.equal(gapText({ kind: 'laps', laps: 1 }), '+1 lap');
});
