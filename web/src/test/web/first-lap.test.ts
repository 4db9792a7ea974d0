import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from '../../main/web/model/ground.js';
import { RaceModel } from '../../main/web/model/race-model.js';
import { lapsFrom } from './laps.js';

/** How far a car is from the line, in metres. */
type Drive = (at_s: number) => number;

const LENGTH_M = 3600;
/** Winds in and out, a lap of about 3.6 km. */
const winding = (share: number): { x: number; y: number } => {
  const radius = 500 + 60 * Math.sin(2 * Math.PI * share * 5);
  return { x: radius * Math.sin(2 * Math.PI * share), y: radius * Math.cos(2 * Math.PI * share) };
};
/** Each car drives so many metres beside the middle. */
const placeOn = (share: number, beside_m: number): Place => {
  const [at, next] = [winding(share), winding(share + 1e-4)];
  const long = Math.hypot(next.x - at.x, next.y - at.y);
  return { on: 'world', east: at.x - ((next.y - at.y) / long) * beside_m, north: at.y + ((next.x - at.x) / long) * beside_m };
};

/** Off the grid, a car every eight metres behind the line, each as fast as told: some pass others. */
const PACE: Record<string, number> = { '1': 40, '2': 42, '3': 39, '4': 43.5, '5': 40 };
const drive = (car: string): Drive => (at_s) => -8 * Number(car) + (PACE[car] ?? 0) * Math.max(0, at_s - 5);
const lineAt = (car: string): number => 5 + (8 * Number(car)) / (PACE[car] ?? 1);

const firstLap = (heard: (car: string, at_s: number) => boolean = () => true, now_s: () => number = () => Infinity): RaceModel =>
  new RaceModel({
    track: null,
    chequered_s: Infinity,
    over_s: Infinity,
    cars: () => Object.keys(PACE),
    laps: (car) => lapsFrom(0, [[lineAt(car), { kind: 'out' }]]).filter(({ time_s }) => (time_s ?? 0) <= now_s()),
    placeAt: (car, at_s) => (heard(car, at_s) && at_s <= now_s() ? placeOn(drive(car)(at_s) / LENGTH_M, Number(car) - 3) : null),
    placesRevision: () => 0,
  });
const trueOrder = (at_s: number): string[] => Object.keys(PACE).sort((a, b) => drive(b)(at_s) - drive(a)(at_s));

/** Told while it happens, from the start on. */
function live(race: (now: () => number) => RaceModel, until_s: number, look: (race: RaceModel, at_s: number) => void): void {
  let now_s = 0;
  const told = race(() => now_s);
  for (; now_s < until_s; now_s += 0.5) {
    look(told, now_s);
  }
}

test('on the first lap, before anybody knows the outline, the tower goes by how far the cars have come', () => {
  live((now) => firstLap(undefined, now), 85, (race, at_s) => {
    const order = race.order(at_s);
    const [leader] = trueOrder(at_s);
    if (at_s > 7 && leader) {
      order.forEach((each, i) => {
        const apart_m = Math.abs(drive(each.car)(at_s) - drive(trueOrder(at_s)[i] ?? '')(at_s));
        assert.ok(apart_m < 4, `${each.car} is not ${i + 1} at ${at_s}`);
        const behind_s = at_s - (5 + (drive(each.car)(at_s) + 8 * Number(leader)) / (PACE[leader] ?? 1));
        assert.ok(i === 0 || Math.abs((each.gap?.kind === 'time' ? each.gap.s : NaN) - behind_s) < 0.2, `gap of ${each.car} at ${at_s}`);
        assert.equal(each.by, 'place');
      });
    }
  });
  assert.deepEqual(trueOrder(85).slice(0, 2), ['4', '2']);
});

test('who comes over the line before it is told keeps its place', () => {
  // A lap takes from 83 s on; nobody has told one yet.
  live((now) => firstLap(undefined, now), 100, (race, at_s) => {
    if (at_s > 60) {
      assert.deepEqual(race.order(at_s).map(({ car }) => car).slice(0, 2), ['4', '2'], `at ${at_s}`);
    }
  });
});

test('a hole in what the first car sends is drawn over by those that follow it', () => {
  const heard = (car: string, at_s: number): boolean => car !== '4' || at_s < 40 || at_s > 46;
  live((now) => firstLap(heard, now), 70, (race, at_s) => {
    if (at_s > 55) {
      assert.deepEqual(race.order(at_s).map(({ car, by }) => `${car} ${by}`), trueOrder(at_s).map((car) => `${car} place`), `at ${at_s}`);
    }
  });
});

test('without any place the passings of the line tell, and it is said so', () => {
  const order = firstLap(() => false).order(60);
  assert.deepEqual(order.map(({ car }) => car), ['1', '2', '4', '3', '5'].sort((a, b) => lineAt(a) - lineAt(b)));
  assert.ok(order.every(({ by }) => by === 'line'));
});

test('a moment in which nobody is heard is stepped over', () => {
  const heard = (_: string, at_s: number): boolean => at_s < 20 || at_s > 24;
  live((now) => firstLap(heard, now), 60, (race, at_s) => {
    if (at_s > 30) {
      assert.ok(race.order(at_s).every(({ by }) => by === 'place'), `at ${at_s}`);
    }
  });
});
