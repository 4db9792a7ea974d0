import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { ofBest, ofGap, ofInterval } from '../../main/web/model/tower-words.js';
import { isAtLine, towerOf, type TowerRow } from '../../main/web/model/tower.js';
import type { Lap } from '../../main/web/wire/words.js';
import { lastWhole } from '../../main/web/model/timed-laps.js';
import { entry } from './entries.js';
import { lapOf, lapsFrom } from './laps.js';

/** A circuit of a kilometre round, a second for each degree of it and more. */
const place = (share: number) => ({ world_x: 500 * Math.sin(2 * Math.PI * share), world_y: 500 * Math.cos(2 * Math.PI * share) });
const points = Array.from({ length: 200 }, (_, i) => place(i / 200));

interface Told {
  laps: Lap[];
  /** How far it has come, in laps, at a moment; null where it is silent. */
  at(at_s: number): number | null;
}

/** A live session up to a moment, heard four times a second. */
function storeAt(until_s: number, cars: Record<string, Told>): FrameStore {
  const store = new FrameStore();
  store.take({
    type: 'hello',
    session: { id: 's', title: 'S', track: null, start: '2026-05-01T12:00:00Z', duration_s: 0, state: 'live', entries: 2 },
    entries: Object.keys(cars).map((car, i) => entry(car, i + 1)),
    laps: Object.fromEntries(Object.entries(cars).map(([car, { laps }]) => [car, laps.filter((lap) => lap.start_s + (lap.time_s ?? Infinity) <= until_s)])),
    warnings: {},
    now_s: until_s,
  });
  store.setTrack({ gates: [], outline: { car: '1', lap: 1, distance_m: points.map((_, i) => i), world_x: points.map((each) => each.world_x), world_y: points.map((each) => each.world_y) } });
  for (let at_s = 0; at_s <= until_s; at_s += 0.25) {
    const heard = Object.entries(cars).flatMap(([car, { at }]) => {
      const come = at(at_s);
      const before = at(at_s - 0.25);
      if (come === null) {
        return [];
      }
      const values = { ...place(come), speed: before !== null && come > before ? 100 : 0, tyre_compound: 2, tyre_age: 7, pit_stops: 1 };
      return [[car, { values, times: Object.fromEntries(Object.keys(values).map((channel) => [channel, at_s])) }] as const];
    });
    store.take({ type: 'samples', at_s, cars: Object.fromEntries(heard) });
  }
  return store;
}
const even = (lap_s: number, behind_s = 0): Told => ({ laps: lapsFrom(behind_s, Array.from({ length: 9 }, () => [lap_s] as const)), at: (at_s) => (at_s - behind_s) / lap_s });
const rowOf = (store: FrameStore, car: string): TowerRow => towerOf(store).find((row) => row.car === car) as TowerRow;

test('cars within a second fight where it is known where both are, and their passings are known well', () => {
  assert.equal(rowOf(storeAt(45, { '1': even(20), '2': even(20, 0.4) }), '2').battle, true);
  assert.equal(rowOf(storeAt(45, { '1': even(20), '2': even(20, 1.6) }), '2').battle, false);
  const doubtful = even(20, 0.4);
  const unsure = { ...doubtful, laps: doubtful.laps.map((lap): Lap => ({ ...lap, uncertain: true, uncertainty_s: 2 })) };
  const row = rowOf(storeAt(45, { '1': even(20), '2': unsure }), '2');
  assert.equal(row.battle, false);
  assert.equal(ofGap(row).text, '~+0.40');
  assert.match(ofGap(row).title ?? '', /not known well/);
});

test('without places all is told at the line: nobody fights, and each gap says so', () => {
  const silent = (told: Told): Told => ({ ...told, at: () => null });
  const store = storeAt(45, { '1': silent(even(20)), '2': silent(even(20, 0.4)) });
  store.take({ type: 'samples', at_s: 45, cars: { '1': { values: { speed: 100 }, times: { speed: 45 } }, '2': { values: { speed: 100 }, times: { speed: 45 } } } });
  const rows = towerOf(store);
  assert.ok(isAtLine(rows));
  const row = rows[1] as TowerRow;
  assert.equal(row.battle, false);
  assert.deepEqual(ofGap(row), { text: '+0.40', title: 'At the last passing of the line', unsure: true });
  assert.equal(isAtLine(towerOf(storeAt(45, { '1': even(20), '2': even(20, 0.4) }))), false);
});

test('a car that stands for laps is out: no seconds are told of it, and none of the car behind it', () => {
  const stops = (share: number): Told => ({ laps: lapsFrom(0, [[20], [20]]), at: (at_s) => Math.min(2 + share, at_s / 20) });
  const cars = { '1': even(20), '2': stops(0.5), '3': stops(0.4) };
  assert.equal(rowOf(storeAt(65, cars), '2').status, 'stopped');
  const store = storeAt(105, cars);
  const out = rowOf(store, '2');
  assert.equal(out.status, 'out');
  assert.deepEqual(ofGap(out).text, '+2 laps');
  assert.equal(rowOf(store, '3').interval, null);
  assert.match(ofInterval(rowOf(store, '3'), out).title ?? '', /Car 2, the one before, is out/);
  assert.equal(ofInterval(rowOf(store, '3'), out).text, '–');
});

test('tyres of a car that is heard no more stay known', () => {
  const gone: Told = { laps: even(20).laps.slice(0, 1), at: (at_s) => (at_s > 30 ? null : at_s / 20) };
  const row = rowOf(storeAt(75, { '1': even(20), '2': gone }), '2');
  assert.deepEqual([row.compound, row.tyreLaps, row.stops], ['medium', 7, 1]);
});

test('the last lap is a whole one: the way from the grid to the line is none', () => {
  const grid = lapOf(1, 0, 8.86, { kind: 'out' });
  assert.equal(lastWhole([grid]), undefined);
  assert.equal(lastWhole([grid, lapOf(2, 8.86, 90)])?.number, 2);
  assert.equal(lastWhole([grid, lapOf(2, 8.86, 90, { kind: 'in' }), lapOf(3, 98.86, 120, { kind: 'out' })])?.number, 3);
});

test('a best lap says what it is the best of', () => {
  const doubt = { uncertain: true, uncertainty_s: 8 };
  assert.equal(ofBest({ ...entry('7', 1), best_lap_s: 90 }, [lapOf(1, 0, 90)]), null);
  assert.match(ofBest({ ...entry('7', 1), best_lap_s: 90 }, [lapOf(1, 0, 90), lapOf(2, 90, 88, doubt)]) ?? '', /^1 lap is not known well/);
  assert.match(ofBest({ ...entry('7', 1), best_lap_s: 90, best_uncertain: true }, [lapOf(1, 0, 90, doubt)]) ?? '', /Others may have been faster/);
  assert.match(ofBest({ ...entry('7', 1), best_lap_s: null }, [lapOf(1, 0, 90, doubt)]) ?? '', /No lap is known well enough/);
});

test('positions by best laps are one order, whatever was told of each car and when', () => {
  const store = storeAt(1, { '1': even(20), '2': even(20) });
  // Of car 1 nothing more was told after car 2 had become better.
  store.setEntries([{ ...entry('1', 1), best_lap_s: 90, gap_s: 0 }, { ...entry('2', 1), best_lap_s: 89, gap_s: 0 }]);
  assert.deepEqual(store.timing.entries().map(({ car, position, gap_s }) => [car, position, gap_s]), [
    ['2', 1, 0],
    ['1', 2, 1],
  ]);
});

test('a car that is told later than another does not seem to be further behind', () => {
  const store = storeAt(45, { '1': even(20), '2': even(20, 0.4) });
  // Of the second car nothing came for half a second.
  for (const at_s of [45.25, 45.5]) {
    const values = place(at_s / 20);
    store.take({ type: 'samples', at_s, cars: { '1': { values, times: { world_x: at_s, world_y: at_s } } } });
  }
  store.move((timeline) => timeline.reset(45.5));
  store.move((timeline) => timeline.goLive());
  assert.equal(store.now_s, 45.5);
  assert.equal(store.raced_s, 45);
  assert.equal(ofGap(rowOf(store, '2')).text, '+0.40');
});
