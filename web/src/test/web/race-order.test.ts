import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place } from '../../main/web/model/ground.js';
import { MINI_SECTORS, MiniSectors, better, noBests, rateMinis } from '../../main/web/model/mini-sectors.js';
import type { Passing } from '../../main/web/model/passings.js';
import { ProgressBook } from '../../main/web/model/progress-book.js';
import { raceOrder, type RaceFacts } from '../../main/web/model/race-order.js';
import { TrackLine } from '../../main/web/model/track-line.js';

/** A circle of 1 km in a world of metres, driven evenly: a lap each so many seconds from a start behind the line. */
const RADIUS = 1000 / (2 * Math.PI);
const circle = (share: number): Place => ({
  on: 'world',
  east: RADIUS * Math.sin(2 * Math.PI * share),
  north: RADIUS * Math.cos(2 * Math.PI * share),
});
const outline = Array.from({ length: 400 }, (_, i) => circle(i / 400));
const line = TrackLine.of({
  gates: [],
  outline: {
    car: '1',
    lap: 1,
    distance_m: outline.map((_, i) => i * 2.5),
    world_x: outline.map((each) => each.east),
    world_y: outline.map((each) => each.north),
  },
}) as TrackLine;

interface Driven {
  start: number;
  lap_s: number;
}
const field: Record<string, Driven> = {
  '1': { start: -0.01, lap_s: 50 },
  '2': { start: -0.03, lap_s: 50.5 },
  '3': { start: -0.05, lap_s: 70 },
};
const driven = (car: string, at_s: number): number => {
  const { start, lap_s } = field[car] as Driven;
  return start + at_s / lap_s;
};
const passings = (car: string): Passing[] => {
  const { start, lap_s } = field[car] as Driven;
  return Array.from({ length: 10 }, (_, lap) => ({ laps: lap + 1, at_s: (lap - start) * lap_s }));
};
const passedAt = (car: string, laps: number): number => passings(car)[laps - 1]?.at_s ?? NaN;
const book = new ProgressBook(line, { placeAt: (car, at_s) => circle(driven(car, at_s)), passings });
const facts = (chequered_s = Infinity, progress: ProgressBook | null = book): RaceFacts => ({
  cars: ['3', '1', '2'],
  passings,
  progress,
  chequered_s,
});
const near = (actual: number | null | undefined, expected: number, by: number): void =>
  assert.ok(Math.abs((actual ?? NaN) - expected) < by, `${actual} is not ${expected}`);
/** Laps are counted from the first passing of the line, which the start behind it makes lap 1. */
const laps = (car: string, at_s: number): number => driven(car, at_s) + 1;

test('a place is told by how far round it is', () => {
  near(line.length_m, 1000, 1);
  near(line.locate(circle(0.3), -1)?.share, 0.3, 1e-4);
  near(line.locate(circle(0.9996), 3)?.share, 0.9996, 1e-3);
  assert.equal(line.locate({ on: 'world', east: 5000, north: 0 }, -1), null);
});

test('progress counts on over the line, and before the first passing it is below nought', () => {
  near(book.at('1', 0), -0.01, 1e-3);
  for (const at_s of [5, 49, 50.4, 50.6, 51, 99, 120.3]) {
    near(book.at('1', at_s), laps('1', at_s), 2e-3);
  }
});

test('a moment is found by how far a car had come', () => {
  for (const at_s of [10, 60, 77.7, 149]) {
    near(book.timeAt('1', laps('1', at_s), 200), at_s, 0.02);
  }
  assert.equal(book.timeAt('1', 9, 100), null);
});

test('the order is who has come furthest; the gap is when the one in front was there', () => {
  const order = raceOrder(facts(), 120);
  assert.deepEqual(
    order.map(({ car, position, laps }) => [car, position, laps]),
    [
      ['1', 1, 3],
      ['2', 2, 3],
      ['3', 3, 2],
    ],
  );
  const behind = (driven('1', 120) - driven('2', 120)) * 50;
  near(order[1]?.gap?.kind === 'time' ? order[1].gap.s : null, behind, 0.02);
  near(order[1]?.interval?.kind === 'time' ? order[1].interval.s : null, behind, 0.02);
});

test('who is a lap behind is told so', () => {
  const order = raceOrder(facts(), 200);
  assert.deepEqual(order[2]?.gap, { kind: 'laps', laps: 1 });
});

test('without places the passings of the line tell', () => {
  const order = raceOrder(facts(Infinity, null), 120);
  assert.deepEqual(
    order.map(({ car }) => car),
    ['1', '2', '3'],
  );
  near(order[1]?.gap?.kind === 'time' ? order[1].gap.s : null, passedAt('2', 3) - passedAt('1', 3), 1e-9);
});

test('after the chequered flag each car ends at its next passing, and stays there', () => {
  const order = raceOrder(facts(140), 300);
  assert.deepEqual(
    order.map(({ car, laps, finished_s }) => [car, laps, finished_s]),
    [
      ['1', 4, passedAt('1', 4)],
      ['2', 4, passedAt('2', 4)],
      ['3', 3, passedAt('3', 3)],
    ],
  );
  near(order[1]?.gap?.kind === 'time' ? order[1].gap.s : null, passedAt('2', 4) - passedAt('1', 4), 1e-9);
  assert.deepEqual(order[2]?.gap, { kind: 'laps', laps: 1 });
});

test('what comes after the moment does not count', () => {
  assert.deepEqual(
    raceOrder(facts(), 0.2).map(({ car, laps }) => [car, laps]),
    [
      ['1', 0],
      ['2', 0],
      ['3', 0],
    ],
  );
});

test('the mini-sectors of a lap add up to it, and are rated against all', () => {
  const minis = new MiniSectors(book, { passings, revision: () => 0 });
  const whole = minis.ofLap('1', 1, 120);
  assert.equal(whole.length, MINI_SECTORS);
  near(
    whole.reduce((sum, mini) => sum + (mini?.time_s ?? NaN), 0),
    50,
    1e-6,
  );
  near(whole[7]?.time_s, 50 / MINI_SECTORS, 0.02);
  const underWay = minis.ofLap('1', 2, 50.5 + 12.6);
  assert.equal(underWay.length, 6);
  const session = noBests();
  better(session, whole);
  const own = noBests();
  const slow = minis.ofLap('3', 1, 120);
  better(own, slow);
  assert.deepEqual(rateMinis(slow.slice(0, 2), session, own).slice(0, 3), ['personal-best', 'personal-best', 'ahead']);
  assert.deepEqual(rateMinis(whole, session, own)[23], 'session-best');
});
