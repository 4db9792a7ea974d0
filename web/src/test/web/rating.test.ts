import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestsOfEntry, bestsOfSession, doubtAbout, markOf, meaningOf, rate, rateLap, rateSector, remarkOn } from '../../main/web/model/rating.js';
import type { Entry, Lap, LapKind } from '../../main/web/wire/words.js';

const entry = (car: string, best_lap_s: number | null, best_sectors_s: (number | null)[]): Entry => ({
  car,
  driver: null,
  vehicle: null,
  laps: 3,
  last_lap_s: null,
  best_lap_s,
  best_lap: null,
  best_uncertain: false,
  best_sectors_s,
  theoretical_best_s: null,
  rolling_best_s: null,
  sectors: 2,
  position: null,
  gap_s: null,
});
const lap = (kind: LapKind, time_s: number): Lap => ({
  number: 2,
  stated_number: null,
  kind,
  start_s: 0,
  time_s,
  sectors_s: [],
  witness: 'gate',
  uncertainty_s: 0.02,
  uncertain: false,
  revision: 1,
  provisional: false,
});

test('the bests of the session are the smallest of all cars', () => {
  const bests = bestsOfSession([entry('1', 100, [40, 60]), entry('2', 99, [41, 58]), entry('3', null, [])]);
  assert.deepEqual(bests, { lap: 99, sectors: [40, 58] });
});

test('sectors of laps under way count: of two cars that are faster than all before, one is purple', () => {
  const underWay = [38, 37.5].map((time_s) => ({ lap: 4, sector: 1, start_s: 300, time_s }));
  const bests = bestsOfSession([entry('1', 100, [40, 60]), entry('2', 99, [41, 58])], underWay);
  assert.deepEqual(bests, { lap: 99, sectors: [37.5, 58] });
  assert.deepEqual(
    underWay.map(({ time_s }) => rate(time_s, bests.sectors[0], 40)),
    ['personal-best', 'session-best'],
  );
  assert.deepEqual(bestsOfSession([], underWay).sectors, [37.5]);
});

test('purple beats green, green beats yellow', () => {
  assert.equal(rate(99, 99, 99), 'session-best');
  assert.equal(rate(100, 99, 100), 'personal-best');
  assert.equal(rate(101, 99, 100), 'slower');
  assert.equal(rate(null, 99, 100), 'none');
});

test('times that are shown alike are rated alike', () => {
  assert.equal(rate(99.00004, 99.00001, 99.00001), 'session-best');
});

test('an out-lap is never purple', () => {
  const own = bestsOfEntry(entry('1', 100, []));
  assert.equal(rateLap(lap('out', 90), { lap: 100, sectors: [] }, own), 'none');
  assert.equal(rateLap(lap('flying', 100), { lap: 100, sectors: [] }, own), 'session-best');
});

test('an uncertain lap is never best, nor are its sectors, and it says why', () => {
  const own = bestsOfEntry(entry('1', 100, [40, 60]));
  const session = { lap: 99, sectors: [40, 58] };
  const tooFast = { ...lap('flying', 60.7), sectors_s: [20, 40.7], uncertain: true, uncertainty_s: 38.4 };
  assert.equal(rateLap(tooFast, session, own), 'uncertain');
  assert.equal(rateSector(tooFast, 0, session, own), 'uncertain');
  assert.equal(rateSector({ ...tooFast, uncertain: false }, 0, session, own), 'session-best');
  assert.match(doubtAbout(tooFast) ?? '', /±38 s/);
  assert.equal(doubtAbout(lap('flying', 99)), null);
});

test('every colour has a meaning in words, and a time says all that is to be said of it', () => {
  assert.equal(meaningOf('none'), null);
  assert.equal(remarkOn('none', lap('flying', 99)), null);
  assert.equal(remarkOn('session-best', lap('flying', 99)), 'session best');
  assert.equal(remarkOn('slower', { ...lap('flying', 99), provisional: true }), 'slower; late data may correct it');
  assert.match(remarkOn('uncertain', { ...lap('flying', 99), uncertain: true, uncertainty_s: 38.4 }) ?? '', /±38 s/);
});

test('what a colour says, a mark says too', () => {
  assert.notEqual(markOf('session-best'), markOf('personal-best'));
  assert.notEqual(markOf('uncertain'), '');
  assert.equal(markOf('slower'), '');
});
