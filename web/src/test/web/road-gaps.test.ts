import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapsTo, lapsAtMoment, lapsUntil, onOneCount, passingsOf, roadOrder } from '../../main/web/model/road-gaps.js';
import type { Lap } from '../../main/web/wire/words.js';
import { lapOf, lapsFrom } from './laps.js';

const together = (cars: Record<string, Lap[]>) =>
  onOneCount(new Map(Object.entries(cars).map(([car, driven]) => [car, passingsOf(driven)])));
const laps = (count: number, time_s: number, start_s = 0): Lap[] =>
  lapsFrom(start_s, Array.from({ length: count }, (_, i) => [time_s, i === 0 ? { kind: 'out' as const } : {}] as const));
const gapsOf = (car: string, gaps: ReturnType<typeof gapsTo>): number[] =>
  (gaps.get(car) ?? []).map(({ gap_s }) => +gap_s.toFixed(3));

test('the gap to the leader is the time since the first car had done as many laps', () => {
  const passings = together({ a: laps(3, 100), b: laps(3, 101) });
  assert.deepEqual(gapsOf('a', gapsTo('leader', passings)), [0, 0, 0]);
  assert.deepEqual(gapsOf('b', gapsTo('leader', passings)), [1, 2, 3]);
});

test('to another car it may be ahead', () => {
  const passings = together({ a: laps(3, 100), b: laps(3, 101) });
  assert.deepEqual(gapsOf('a', gapsTo({ car: 'b' }, passings)), [-1, -2, -3]);
  assert.deepEqual(gapsOf('a', gapsTo({ car: 'nobody' }, passings)), []);
});

test('to an even pace the leader begins and ends at nought', () => {
  const passings = together({ a: lapsFrom(0, [[100], [104], [96], [100]]) });
  assert.deepEqual(gapsOf('a', gapsTo('average', passings)).slice(1), [0, 4, 0, 0]);
});

test('a lapped car keeps its seconds and says how many laps it is behind', () => {
  const passings = together({ a: laps(8, 100), b: laps(6, 130) });
  const points = gapsTo('leader', passings).get('b') ?? [];
  assert.deepEqual(points.map(({ lapsDown }) => lapsDown), [0, 0, 0, 1, 1, 1]);
  assert.equal(points[5]?.gap_s, 180);
});

test('the order on the road: laps, then who was there first', () => {
  assert.deepEqual(roadOrder(together({ a: laps(3, 101), b: laps(3, 100), c: laps(2, 90), d: [] })), ['b', 'a', 'c', 'd']);
});

test('a hole that hid passings counts the laps that fit into it', () => {
  const seen = [
    lapOf(1, 0, 100),
    lapOf(2, 100, 100),
    lapOf(3, 200, 150, { kind: 'partial' }),
    lapOf(4, 420, 80, { kind: 'partial' }),
    lapOf(5, 500, 100),
  ];
  assert.deepEqual(passingsOf(seen).map(({ laps: count, at_s }) => [count, at_s]), [
    [1, 0],
    [2, 100],
    [3, 200],
    [6, 500],
    [7, 600],
  ]);
});

test('a car that is there later is counted from the lap that the first car was on', () => {
  const passings = together({ a: laps(5, 100), b: laps(2, 100, 210) });
  assert.deepEqual(passings.get('b')?.map((each) => each.laps), [3, 4]);
  assert.deepEqual(gapsOf('b', gapsTo('leader', passings)), [10, 10]);
});

test('laps with the part of the one under way', () => {
  const passings = passingsOf(laps(3, 100));
  assert.equal(lapsAtMoment(passings, 150), 1.5);
  assert.equal(lapsAtMoment(passings, 300), 3);
  assert.equal(lapsAtMoment(passings, 350), 3.5);
  assert.equal(lapsAtMoment(passings, 50), 0.5);
  assert.equal(lapsAtMoment([], 50), 0);
});

test('whole laps at a moment, those that a hole hid too', () => {
  const passings = passingsOf([lapOf(1, 0, 100), lapOf(2, 100, 100), lapOf(3, 500, 100)]);
  assert.deepEqual([-5, 0, 99, 100, 499.8, 620].map((at_s) => lapsUntil(passings, at_s)), [0, 1, 1, 2, 6, 7]);
});
