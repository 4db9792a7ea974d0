import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differencesOf, gapOf } from '../../main/web/model/standing-differences.js';
import type { StandingLine } from '../../main/web/wire/standing-words.js';

const line = (car: string, position: number, changed: Partial<StandingLine> = {}): StandingLine => ({
  car,
  position,
  laps: 5,
  gap_s: position === 1 ? 0 : 1.25,
  gap_laps: null,
  last_lap_s: 92.4,
  best_lap_s: 91.9,
  ...changed,
});

test('what was believed rightly makes no difference', () => {
  const believed = [line('1', 1), line('2', 2)];
  assert.equal(differencesOf(believed, structuredClone(believed)).size, 0);
  assert.equal(differencesOf(believed, [line('1', 1, { last_lap_s: 92.4002 }), line('2', 2)]).size, 0, 'times that are written alike');
});

test('a lap that came late changes place, count, lap and gap', () => {
  const believed = [line('1', 1), line('2', 2)];
  const today = [line('2', 1, { laps: 6, last_lap_s: 91.5, best_lap_s: 91.5 }), line('1', 2, { gap_laps: 1, gap_s: null })];
  assert.deepEqual(Object.fromEntries(differencesOf(believed, today)), {
    '2': 'place 1, 6 laps, last 1:31.500, best 1:31.500',
    '1': 'place 2, gap +1 lap',
  });
});

test('a car that was not known then, or is not in it today, is told', () => {
  assert.deepEqual([...differencesOf([line('1', 1)], [line('1', 1), line('9', 2)]).keys()], ['9']);
  assert.deepEqual([...differencesOf([line('1', 1), line('9', 2)], [line('1', 1)])], [['9', 'not in it']]);
});

test('a gap is told in seconds or in laps, and none of the leader', () => {
  assert.deepEqual([line('1', 1), line('2', 2), line('3', 3, { gap_s: null, gap_laps: 2 }), line('4', 4, { gap_s: null })].map(gapOf), ['', '+1.25', '+2 laps', '']);
});
