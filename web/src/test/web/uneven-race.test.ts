import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from '../../main/web/model/ground.js';
import { MINI_SECTORS } from '../../main/web/model/mini-sectors.js';
import { ProgressBook } from '../../main/web/model/progress-book.js';
import { raceOrder } from '../../main/web/model/race-order.js';
import { RaceModel } from '../../main/web/model/race-model.js';
import { passingsOf } from '../../main/web/model/road-gaps.js';
import { TrackLine } from '../../main/web/model/track-line.js';
import type { Lap, Track } from '../../main/web/wire/words.js';
import { lapOf, lapsFrom } from './laps.js';

/** A circle of 5 km in a world of metres. */
const RADIUS = 5000 / (2 * Math.PI);
const circle = (share: number): Place => ({
  on: 'world',
  east: RADIUS * Math.sin(2 * Math.PI * share),
  north: RADIUS * Math.cos(2 * Math.PI * share),
});
const outline = Array.from({ length: 800 }, (_, i) => circle(i / 800));
const track: Track = {
  gates: [],
  outline: {
    car: 'a',
    lap: 1,
    distance_m: outline.map((_, i) => i * 6.25),
    world_x: outline.map((each) => each.east),
    world_y: outline.map((each) => each.north),
  },
};

/** How far a car is round the circuit, in laps since it was at the line first; null where nobody heard it. */
type Drive = (at_s: number) => number | null;
const even = (lap_s: number, start_s = 0): Drive => (at_s) => (at_s - start_s) / lap_s;
const placeOf = (drive: Drive | undefined, at_s: number): Place | null => {
  const round = drive?.(at_s) ?? null;
  return round === null ? null : circle(round);
};

interface Car {
  drive: Drive;
  laps: Lap[];
}
const laps = (count: number, lap_s: number, start_s = 0): Lap[] => lapsFrom(start_s, Array.from({ length: count }, () => [lap_s] as const));

function raceOf(cars: Record<string, Car>, revision = () => 0): RaceModel {
  return new RaceModel({
    track,
    chequered_s: Infinity,
    over_s: Infinity,
    cars: () => Object.keys(cars),
    laps: (car) => cars[car]?.laps ?? [],
    placeAt: (car, at_s) => placeOf(cars[car]?.drive, at_s),
    placesRevision: revision,
  });
}
const orderAt = (race: RaceModel, at_s: number): string => race.order(at_s).map(({ car }) => car).join('');
const progressOf = (race: RaceModel, car: string, at_s: number): number => race.order(at_s).find((each) => each.car === car)?.progress ?? NaN;
const near = (actual: number, expected: number, by: number): void => assert.ok(Math.abs(actual - expected) < by, `${actual} is not ${expected}`);

/** Drives two laps evenly and stops for good at a share of the third. */
const stopsAt = (share: number, lap_s: number): Drive => (at_s) => Math.min(2 + share, at_s / lap_s);

test('a car that stops early in a lap is given no lap for standing there', () => {
  const race = raceOf({ a: { drive: even(90), laps: laps(8, 90) }, b: { drive: stopsAt(0.1, 89), laps: laps(2, 89) } });
  for (let at_s = 190; at_s < 190 + 2 * 90; at_s += 5) {
    near(progressOf(race, 'b', at_s), 3.1, 1e-3);
  }
  assert.equal(orderAt(race, 260), 'ab');
  const minis = race.miniRatings(260);
  assert.equal(minis.get('b')?.filter((each) => each !== 'ahead').length, Math.floor(0.1 * MINI_SECTORS));
});

test('a car that stands on the line, told now before and now behind it, stays where it is', () => {
  const unsteady: Drive = (at_s) => (at_s < 180 ? at_s / 90 : 2 + 0.0004 * Math.sin(at_s));
  const race = raceOf({ a: { drive: even(100), laps: laps(5, 100) }, b: { drive: unsteady, laps: laps(2, 90) } });
  for (let at_s = 181; at_s < 420; at_s += 1.7) {
    near(progressOf(race, 'b', at_s), 3, 2e-3);
  }
});

test('a passing that is told late counts when the places have passed the line', () => {
  const told = laps(2, 90);
  const race = raceOf({ a: { drive: even(90), laps: told }, b: { drive: even(95), laps: laps(4, 95) } });
  for (const at_s of [268, 269.5, 271, 275, 300]) {
    near(progressOf(race, 'a', at_s), 1 + at_s / 90, 2e-3);
  }
});

test('a radio hole over the line costs a car no lap, neither in that lap nor later', () => {
  const silent: Drive = (at_s) => (at_s > 265 && at_s < 275 ? null : at_s / 90);
  const seen = [...laps(2, 90), lapOf(3, 180, 85, { kind: 'partial' }), lapOf(4, 275, 85, { kind: 'partial' }), lapOf(5, 360, 90), lapOf(6, 450, 90)];
  const race = raceOf({ a: { drive: even(90.5), laps: laps(8, 90.5) }, b: { drive: silent, laps: seen } });
  for (const at_s of [230, 290, 345, 358, 365, 400, 530]) {
    near(progressOf(race, 'b', at_s), 1 + at_s / 90, 2e-3);
    assert.equal(orderAt(race, at_s), 'ba');
  }
  const gap = race.order(530)[1]?.gap;
  near(gap?.kind === 'time' ? gap.s : NaN, 530 * (1 - 90 / 90.5), 0.05);
});

test('a lapped car is told by whole laps, the tower counts as the gaps at the line do', () => {
  const race = raceOf({ a: { drive: even(90), laps: laps(8, 90) }, b: { drive: even(130), laps: laps(5, 130) } });
  assert.deepEqual(race.order(400)[1]?.gap, { kind: 'laps', laps: 1 });
  assert.equal(race.order(400)[1]?.laps, 4);
});

test('a car of which no place is known stands between others by its last passing: the order holds for any three', () => {
  const cars = ['a', 'b', 'c', 'd', 'e'];
  const paces: Record<string, number> = { a: 90, b: 91, c: 92, d: 93, e: 94 };
  const line = TrackLine.of(track) as TrackLine;
  const passings = (car: string) => passingsOf(laps(10, paces[car] ?? NaN));
  const placeAt = (car: string, at_s: number) => (car === 'c' ? null : placeOf(even(paces[car] ?? NaN), at_s));
  const progress = new ProgressBook(line, { placeAt, passings });
  for (let at_s = 5; at_s < 800; at_s += 7) {
    for (const listed of [cars, [...cars].reverse(), ['c', 'a', 'e', 'b', 'd']]) {
      const order = raceOrder({ cars: listed, passings, progress, chequered_s: Infinity }, at_s).map(({ car }) => car);
      assert.deepEqual(order.filter((car) => car !== 'c'), ['a', 'b', 'd', 'e']);
      if (at_s > 2 * 94) {
        // It drives as fast as the field mostly does.
        assert.equal(order.join(''), 'abcde', `at ${at_s}`);
      }
    }
  }
});

test('a car comes back from a stop behind those that passed it', () => {
  const stop: Drive = (at_s) => (at_s < 100 ? at_s / 90 : at_s < 130 ? 100 / 90 : (at_s - 30) / 90);
  const race = raceOf({ a: { drive: stop, laps: lapsFrom(0, [[90], [120], [90]]) }, b: { drive: even(93), laps: laps(4, 93) } });
  assert.equal(orderAt(race, 99), 'ab');
  assert.equal(orderAt(race, 129), 'ba');
  near(progressOf(race, 'a', 200), 1 + 170 / 90, 2e-3);
  assert.equal(orderAt(race, 250), 'ba');
});

test('a piece that was driven faster than any car drives is not rated', () => {
  const jump: Drive = (at_s) => (at_s < 130 ? at_s / 90 : at_s / 90 + Math.min(0.2, (at_s - 130) * 0.4));
  const race = raceOf({ a: { drive: jump, laps: laps(3, 90) } });
  const minis = race.miniRatings(150).get('a') ?? [];
  assert.ok(minis.includes('unknown'));
  const before = race.miniRatings(129).get('a') ?? [];
  assert.ok(!before.includes('unknown'));
});

test('pieces of a lap are known as soon as the places of it have come', () => {
  let here = false;
  let revision = 0;
  const drive: Drive = (at_s) => (here || at_s > 185 ? at_s / 90 : null);
  const race = raceOf({ a: { drive, laps: laps(3, 90) }, b: { drive: even(80), laps: laps(4, 80) } }, () => revision);
  const own = (): number => race.miniRatings(200).get('a')?.filter((each) => each === 'personal-best').length ?? 0;
  const alone = own();
  here = true;
  revision++;
  const before = race.miniRatings(200).get('a')?.filter((each) => each !== 'ahead').length;
  assert.equal(before, Math.floor((200 / 90 - 2) * MINI_SECTORS));
  assert.notEqual(alone, before);
});

test('two legs beside each other: the place is where the car is, wherever it was asked for before', () => {
  // Out for 1 km and back 40 m beside it.
  const leg = (share: number): Place => ({ on: 'world', east: share < 0.5 ? share * 2000 : (1 - share) * 2000, north: share < 0.5 ? 0 : 40 });
  const points = Array.from({ length: 400 }, (_, i) => leg(i / 400));
  const hairpins = TrackLine.of({
    gates: [],
    outline: {
      car: 'a',
      lap: 1,
      distance_m: points.map((_, i) => i * 5),
      world_x: points.map((each) => each.east),
      world_y: points.map((each) => each.north),
    },
  }) as TrackLine;
  const book = new ProgressBook(hairpins, { placeAt: (_, at_s) => leg((at_s / 90) % 1), passings: () => [{ laps: 1, at_s: 0 }] });
  for (const share of [0.3, 0.7, 0.35, 0.6, 0.9, 0.12]) {
    near(book.at('a', 90 * share) ?? NaN, 1 + share, 0.03);
  }
});

test('the nearest place is found wherever on a winding line a car is', () => {
  // Winds in and out: neighbours on the plane are far apart along the line.
  const winding = (share: number): Place => {
    const radius = 400 + 150 * Math.sin(2 * Math.PI * share * 9);
    return { on: 'world', east: radius * Math.sin(2 * Math.PI * share), north: radius * Math.cos(2 * Math.PI * share) };
  };
  const points = Array.from({ length: 1500 }, (_, i) => winding(i / 1500));
  const line = TrackLine.of({
    gates: [],
    outline: {
      car: 'a',
      lap: 1,
      distance_m: points.map((_, i) => i),
      world_x: points.map((each) => each.east),
      world_y: points.map((each) => each.north),
    },
  }) as TrackLine;
  for (let share = 0.0003; share < 1; share += 0.0137) {
    const found = line.locate(winding(share), -1);
    near(found?.away_m ?? NaN, 0, 0.3);
    near(Math.abs((found?.point ?? NaN) - share * 1500), 0, 1.1);
  }
});

/** Heard for some seconds out of some more, as where the radio is weak. */
const inBursts = (drive: Drive, heard_s: number, of_s: number, from_s: number): Drive => (at_s) => ((at_s + from_s) % of_s < heard_s ? drive(at_s) : null);

test('gaps and laps follow the order whatever is known of each car, and intervals add up to gaps', () => {
  const cars = Object.fromEntries(
    [97, 98, 99.5, 100, 101, 104, 109].map((lap_s, i): [string, Car] => {
      const told = laps(14, lap_s, i).map((lap, k): Lap => ({ ...lap, uncertain: true, uncertainty_s: 2, start_s: lap.start_s + ((k * 7 + i * 3) % 5) - 2 }));
      return [String(i), { drive: inBursts(even(lap_s, i), 9, 40, i * 7), laps: told }];
    }),
  );
  const race = raceOf(cars);
  for (let at_s = 210; at_s < 1200; at_s += 11) {
    const order = race.order(at_s);
    order.slice(1).forEach((each, i) => {
      const before = order[i] as typeof each;
      assert.ok(each.laps <= before.laps, `laps at ${at_s}`);
      if (each.gap?.kind === 'time' && before.gap?.kind === 'time') {
        assert.ok(each.gap.s >= before.gap.s, `gaps at ${at_s}`);
        near(each.interval?.kind === 'time' ? each.interval.s : NaN, each.gap.s - before.gap.s, 1e-9);
      }
      if (each.gap?.kind === 'laps' && before.gap?.kind === 'laps') {
        assert.ok(each.gap.laps >= before.gap.laps, `laps behind at ${at_s}`);
      }
      assert.ok(each.doubtful);
    });
  }
});

test('of a car that is silent for laps no seconds are told, nor to it', () => {
  const silent: Drive = (at_s) => (at_s < 300 ? at_s / 101 : null);
  const race = raceOf({ a: { drive: even(90), laps: laps(8, 90) }, b: { drive: silent, laps: laps(2, 101) }, c: { drive: even(170), laps: laps(3, 170) } });
  const byCar = (at_s: number) => new Map(race.order(at_s).map((each) => [each.car, each]));
  // A few seconds of silence change nothing.
  assert.equal(byCar(305).get('b')?.gap?.kind, 'time');
  const late = byCar(440);
  assert.deepEqual([...late.keys()], ['a', 'b', 'c']);
  assert.deepEqual(late.get('b')?.gap, { kind: 'laps', laps: 1 });
  assert.equal(late.get('b')?.by, 'line');
  assert.deepEqual(late.get('c')?.interval, { kind: 'laps', laps: 2 });
});

test('a hole elsewhere in a lap hides no gap, and where it is the car before tells', () => {
  const gapAt = (hole_s: number): (string | number)[] => {
    const silent: Drive = (at_s) => (at_s > hole_s && at_s < hole_s + 6 ? null : at_s / 90);
    const cars = { a: { drive: silent, laps: laps(4, 90) }, b: { drive: even(90, 3), laps: laps(4, 90, 3) }, c: { drive: even(90, 12), laps: laps(4, 90, 12) } };
    const [, ...behind] = raceOf(cars).order(225);
    return behind.flatMap(({ gap, interval }) => [gap, interval]).map((gap) => (gap?.kind === 'time' ? +gap.s.toFixed(1) : '–'));
  };
  // Half a lap ago, where a search for the moment comes first.
  assert.deepEqual(gapAt(199), [3, 3, 12, 9]);
  // Where the leader was twelve seconds ago.
  assert.deepEqual(gapAt(210), [3, 3, 12, 9]);
  // Where it was three seconds ago: the second car has no gap, the third one has its own.
  assert.deepEqual(gapAt(218), ['–', '–', 12, 9]);
});

test('a leader that falls silent leads no longer than it would coast, and takes no gap with it', () => {
  const silent: Drive = (at_s) => (at_s < 200 ? at_s / 90 : null);
  const race = raceOf({ a: { drive: silent, laps: laps(2, 90) }, b: { drive: even(90, 2), laps: laps(4, 90, 2) }, c: { drive: even(90, 5), laps: laps(4, 90, 5) } });
  assert.equal(orderAt(race, 205), 'abc');
  for (let at_s = 226; at_s < 360; at_s += 7) {
    const [first, second, third] = race.order(at_s);
    assert.deepEqual([first?.car, second?.car, third?.car], ['b', 'c', 'a'], `at ${at_s}`);
    near(second?.gap?.kind === 'time' ? second.gap.s : NaN, 3, 0.05);
    assert.ok(third?.gap?.kind !== 'time' && third?.interval?.kind !== 'time');
  }
});

test('a car that is told some seconds later than the others stays where it was among them', () => {
  // Slow and fast parts of the lap: who would drive on evenly would be far ahead after a slow one.
  const waved = (start_s: number): Drive => (at_s) => {
    const laps = (at_s - start_s) / 90;
    return laps + 0.12 * Math.sin(2 * Math.PI * laps) * Math.cos(2 * Math.PI * laps);
  };
  const heardUntil = (drive: Drive, until_s: number): Drive => (at_s) => (at_s > until_s ? null : drive(at_s));
  for (let at_s = 100; at_s < 180; at_s += 4) {
    const race = raceOf({
      a: { drive: waved(0), laps: laps(4, 90) },
      b: { drive: heardUntil(waved(1), at_s - 8), laps: laps(4, 90, 1) },
      c: { drive: waved(2), laps: laps(4, 90, 2) },
    });
    assert.equal(orderAt(race, at_s), 'abc', `at ${at_s} s`);
  }
});

test('a car whose next place is not here yet goes on as before, and is not a quarter of a second behind', () => {
  const heard: Drive = (at_s) => (at_s > 135.1 ? null : at_s / 90);
  const race = raceOf({ a: { drive: heard, laps: laps(4, 90) }, b: { drive: even(90, 1), laps: laps(4, 90, 1) } });
  near(progressOf(race, 'a', 135.1), 1 + 135.1 / 90, 1e-4);
});

test('a car that is silent stays where it was lost, however long the laps of the circuit are', () => {
  const heard: Drive = (at_s) => (at_s > 170 ? null : at_s / 151);
  const race = raceOf({
    a: { drive: even(150), laps: laps(8, 150) },
    b: { drive: heard, laps: laps(1, 151) },
    c: { drive: even(155), laps: laps(8, 155) },
  });
  for (let at_s = 220; at_s < 900; at_s += 5) {
    const lost = race.order(at_s).find(({ car }) => car === 'b');
    assert.equal(lost?.position, 3, `at ${at_s}`);
    assert.notEqual(lost?.gap?.kind, 'time', `at ${at_s}`);
  }
});
