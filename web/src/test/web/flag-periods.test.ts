import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagDuring, flagPeriods } from '../../main/web/model/flag-periods.js';
import type { RaceControlMessage, RaceFlag } from '../../main/web/wire/words.js';

const said = (at_s: number, flag: RaceFlag, kind: RaceControlMessage['kind'] = 'flag'): RaceControlMessage => ({
  at_s,
  kind,
  flag,
  sector: null,
  car: null,
  incident: null,
  distance_m: null,
  weather: null,
  text: flag,
});
const race = [
  said(0, 'green'),
  said(100, 'yellow'),
  said(130, 'safety_car'),
  said(300, 'green'),
  said(310, 'yellow', 'sector_flag'),
  said(500, 'red'),
];

test('a period lasts from its flag to the next one', () => {
  assert.deepEqual(flagPeriods(race, 400), [
    { flag: 'yellow', from_s: 100, to_s: 130 },
    { flag: 'safety_car', from_s: 130, to_s: 300 },
  ]);
});

test('what is not over lasts until now, and nothing of later is known', () => {
  assert.deepEqual(flagPeriods(race, 200).at(-1), { flag: 'safety_car', from_s: 130, to_s: 200 });
  assert.deepEqual(flagPeriods(race, 90), []);
});

test('a time that only touches a period is not under its flag; of two flags the harder one counts', () => {
  const periods = flagPeriods(race, 400);
  assert.equal(flagDuring(periods, 0, 100), null);
  assert.equal(flagDuring(periods, 300, 390), null);
  assert.equal(flagDuring(periods, 99, 101), 'yellow');
  assert.equal(flagDuring(periods, 120, 140), 'safety_car');
});
