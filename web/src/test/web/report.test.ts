import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridOf } from '../../main/web/model/race-start.js';
import { grouped, reportOf, rangeOf } from '../../main/web/model/report.js';
import { passingsOf } from '../../main/web/model/road-gaps.js';
import type { CornerTable } from '../../main/web/wire/corner-words.js';
import type { Lap, RaceControlMessage } from '../../main/web/wire/words.js';
import { lapsFrom } from './laps.js';
import { factsOf } from './report-facts.js';

const flag = (at_s: number, name: RaceControlMessage['flag']): RaceControlMessage => ({
  at_s,
  kind: 'flag',
  flag: name,
  sector: null,
  car: null,
  incident: null,
  distance_m: null,
  weather: null,
  text: String(name),
});

/** An out lap to the start, then laps of so many seconds. */
const raceOf = (start_s: number, ...times: number[]): Lap[] => lapsFrom(0, [[start_s, { kind: 'out' }], ...times.map((time) => [time] as const)]);

const race = { '7': raceOf(10, 90, 90, 90, 90), '8': raceOf(11, 91, 91, 91, 91), '9': raceOf(12, 125, 125, 125) };

test('cars that come to the line together race; those that go out one by one do not', () => {
  const passings = (laps: Lap[][]) => new Map(laps.map((each, i) => [String(i), passingsOf(each)]));
  assert.deepEqual([...gridOf(passings(Object.values(race)))], ['0', '1', '2']);
  assert.equal(gridOf(passings([raceOf(10, 90), raceOf(70, 90), raceOf(130, 90)])).size, 0);
  assert.deepEqual([...gridOf(passings([raceOf(10, 90), raceOf(11, 90), raceOf(130, 90)]))], ['0', '1']);
  assert.equal(gridOf(passings([raceOf(10, 90)])).size, 0);
});

test('a race is told by laps, then by who was there first; a car a lap behind by laps', () => {
  const { order, result } = reportOf(factsOf(race), null);
  assert.equal(order, 'race');
  assert.deepEqual(result.map(({ position, entry: { car }, laps }) => [position, car, laps]), [
    [1, '7', 4],
    [2, '8', 4],
    [3, '9', 3],
  ]);
  assert.equal(result[0]?.gap, null);
  assert.equal(result[1]?.gap?.gap_s, 5);
  assert.equal(result[2]?.gap?.lapsDown, 1);
});

test('a car that is out is so many laps behind; while the race goes on, one lap may be the line only', () => {
  const laps = { '7': raceOf(10, 90, 90, 90, 90), '8': raceOf(11, 90, 90, 90), '9': raceOf(12, 90) };
  const gaps = (state: 'live' | 'stored') =>
    reportOf(factsOf(laps, { session: { ...factsOf(laps).session, state } }), null).result.map(({ gap }) => [gap?.lapsDown, gap?.gap_s]);
  assert.deepEqual(gaps('stored'), [[undefined, undefined], [1, 0], [3, 0]]);
  assert.deepEqual(gaps('live'), [[undefined, undefined], [0, 1], [3, 0]]);
});

test('a lap has its own number in stints and charts, whether they count from the start or not', () => {
  const { stints, gaps } = reportOf(factsOf(race), null);
  const [stint] = stints.get('7')?.stints ?? [];
  assert.deepEqual([stint?.laps[0]?.number, stint?.laps.at(-1)?.number, stint?.completed], [1, 5, 4]);
  assert.deepEqual(stint?.pure.map(({ number }) => number), [3, 4, 5]);
  assert.deepEqual(gaps.get('7')?.map(({ laps, lap }) => [laps, lap?.number]), [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5]]);
});

test('what a car drives after the chequered flag is no part of its race', () => {
  const control = { messages: [flag(280, 'chequered')], marshal_sectors: 4, total: 1 };
  const { result } = reportOf(factsOf({ '7': raceOf(10, 90, 90, 95), '8': raceOf(11, 90, 90, 90, 90) }, { control }), null);
  assert.deepEqual(result.map(({ entry: { car }, laps }) => [car, laps]), [['8', 3], ['7', 3]]);
  assert.equal(result[1]?.gap?.gap_s, 4);
});

test('the flag that is told just after the winner passed the line is for the winner', () => {
  const control = { messages: [flag(280.1, 'chequered')], marshal_sectors: 4, total: 1 };
  const { result, stints } = reportOf(factsOf({ '7': raceOf(10, 90, 90, 90, 120), '8': raceOf(11, 90, 90, 91, 119) }, { control }), null);
  assert.deepEqual(result.map(({ entry: { car }, laps }) => [car, laps]), [['7', 3], ['8', 3]]);
  assert.equal(stints.get('7')?.stints[0]?.laps.length, 4);
});

test('other sessions are told by best laps, and so is a race if somebody wants it', () => {
  const practice = { '7': raceOf(10, 90), '8': raceOf(300, 91) };
  assert.equal(reportOf(factsOf(practice), null).order, 'best');
  const { order, result } = reportOf(factsOf(race), 'best');
  assert.equal(order, 'best');
  assert.deepEqual(result.map(({ position, gap }) => [position, gap?.gap_s]), [[1, undefined], [2, 1], [3, 2]]);
});

test('a session in which nobody passed the line has cars without a place', () => {
  const { result, gaps } = reportOf(factsOf({ '7': [], '8': [] }), 'race');
  assert.deepEqual(result.map(({ position, laps }) => [position, laps]), [[null, 0], [null, 0]]);
  assert.equal(gaps.get('7')?.length, 0);
});

test('a corner names who took it in the least time', () => {
  const row = (car: string, corner_s: number | null) => ({
    session: 's',
    car,
    lap: 3,
    corner: 1,
    entry_kmh: 200,
    apex_kmh: 100,
    apex_m: 121,
    exit_kmh: 150,
    brake_m: 80,
    brake_later_m: 0,
    throttle_m: 130,
    corner_s,
    lost_s: 0,
    lost_so_far_s: 0,
  });
  const corners: CornerTable = {
    reference: { session: 's', car: '7', lap: 3 },
    corners: [{ number: 1, direction: 'left', from_m: 100, apex_m: 120, until_m: 150, place: null }],
    laps: [],
    rows: [row('7', 4.2), row('8', 4.1), row('9', null)],
  };
  const [line] = reportOf(factsOf(race, { corners }), null).corners;
  assert.equal(line?.car, '7');
  assert.deepEqual(line?.fastest, { car: '8', corner_s: 4.1 });
  assert.equal(line?.apexAt_m, 120);
});

test('a warning that many cars share is said once', () => {
  const warning = (car: string, at_s: number, message: string) => ({ car, at_s, message, code: 'c', subject: `${car}/${at_s}` });
  assert.deepEqual(grouped([warning('7', 0, 'bursts'), warning('8', 1, 'bursts'), warning('7', 2, 'bursts'), warning('7', 3, 'hole')]), [
    { message: 'bursts', cars: ['7', '8'], at_s: 0 },
    { message: 'hole', cars: ['7'], at_s: 3 },
  ]);
});

test('a gap is doubtful where the last passing is not known well', () => {
  const unsure = raceOf(11, 91, 91).map((lap) => ({ ...lap, uncertain: true }));
  assert.deepEqual(reportOf(factsOf({ '7': raceOf(10, 90, 90), '8': unsure }), null).result.map(({ doubtful }) => doubtful), [false, true]);
});

test('a series has a range where it has values', () => {
  const series = { channel: 'air_temperature', unit: '°C', x: [0, 1, 2] };
  assert.deepEqual(rangeOf({ ...series, y: [21, null, 19] }), { low: 19, high: 21 });
  assert.equal(rangeOf({ ...series, y: [null] }), null);
});
