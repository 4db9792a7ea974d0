import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fineTimeOfDay, instantKey, isBy, lasting, lateBy_s, timeOfDay } from '../../main/web/model/moments.js';

test('instants are told apart to the nanosecond, however many digits are written', () => {
  assert.ok(isBy('2026-05-02T14:00:00Z', '2026-05-02T14:00:00.000Z'));
  assert.ok(isBy('2026-05-02T14:00:00.1Z', '2026-05-02T14:00:00.100000001Z'));
  assert.ok(!isBy('2026-05-02T14:00:00.100000001Z', '2026-05-02T14:00:00.100Z'));
  assert.equal(instantKey('2026-05-02T14:00:00.25Z'), '2026-05-02T14:00:00.250000000');
});

test('a time names its day where it is another one', () => {
  assert.equal(timeOfDay('2026-05-02T14:00:01.5Z', '2026-05-02T13:00:00Z'), '14:00:01');
  assert.equal(timeOfDay('2026-05-01T23:59:59Z', '2026-05-02T13:00:00Z'), '05-01 23:59:59');
  assert.equal(timeOfDay('2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'), '2025-12-31 23:59:59');
  assert.equal(fineTimeOfDay('2026-05-02T14:00:01Z'), '14:00:01.000');
});

test('how long is told in the unit that fits', () => {
  assert.deepEqual([4.4, 99, 100, 3_600, 5_999, 7_200, 200_000].map(lasting), ['4 s', '99 s', '2 min', '60 min', '2 h', '2 h', '2 days']);
});

test('a decision is late where it was recorded more than ten seconds after it came into force', () => {
  const at = '2026-05-02T14:00:00Z';
  assert.equal(lateBy_s({ at, recorded: '2026-05-02T14:00:10Z' }), null);
  assert.equal(lateBy_s({ at, recorded: '2026-05-02T14:01:10Z' }), 70);
  assert.equal(lateBy_s({ at, recorded: '2026-05-02T13:00:00Z' }), null);
});
