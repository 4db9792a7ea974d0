import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ABSENT, axisClock, clock, instant, lapTime, nameOf, signed, spread, value } from '../../main/web/model/format.js';

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
