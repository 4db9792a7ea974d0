import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  MEASURES,
  differenceWords,
  measureFrom,
  measureWords,
  otherwise,
  sharesOf,
  verdictOf,
  viewsOf,
} from '../../main/web/model/corner-comparison.js';
import { reachOf } from '../../main/web/model/corner-scale.js';
import type { Corner, CornerRow, CornerTable } from '../../main/web/wire/corner-words.js';

const corner = (number: number): Corner => ({ number, direction: 'left', from_m: 90, apex_m: 100, until_m: 110, place: null });

const row = (car: string, lap: number, number: number, more: Partial<CornerRow> = {}): CornerRow => ({
  session: 's',
  car,
  lap,
  corner: number,
  entry_kmh: 200,
  apex_kmh: 100,
  apex_m: 101,
  exit_kmh: 150,
  brake_m: 60,
  brake_later_m: 0,
  throttle_m: 104,
  corner_s: 4,
  lost_s: 0,
  lost_so_far_s: 0,
  ...more,
});

const table: CornerTable = {
  reference: { session: 's', car: '1', lap: 2 },
  corners: [corner(1), corner(2)],
  laps: [],
  rows: [
    row('1', 2, 1),
    row('1', 2, 2),
    row('7', 2, 1, { apex_kmh: 96, brake_later_m: -12, brake_m: null, lost_s: 0.25, exit_kmh: 150.3 }),
    row('7', 2, 2, { entry_kmh: null, lost_s: -0.03 }),
  ],
};

test('a lap is laid beside the reference corner by corner', () => {
  const views = viewsOf(table, { session: 's', car: '7', lap: 2 });
  assert.deepEqual(
    views.map(({ corner: { number }, row: { car }, reference }) => [number, car, reference?.car]),
    [
      [1, '7', '1'],
      [2, '7', '1'],
    ],
  );
  assert.deepEqual(viewsOf(table, { session: 's', car: '8', lap: 2 }), []);
});

test('what a lap did otherwise is told in words, and what is even or not known is not', () => {
  const [first, second] = viewsOf(table, { session: 's', car: '7', lap: 2 });
  assert.deepEqual(first && otherwise(first), ['0.250 s lost', 'brakes 12 m earlier', 'apex 4 km/h slower']);
  assert.deepEqual(second && otherwise(second), ['0.030 s won']);
});

test('a difference to an unknown value is not known', () => {
  const [first, second] = viewsOf(table, { session: 's', car: '7', lap: 2 });
  assert.equal(first && MEASURES.brake.difference(first), -12);
  assert.equal(second && MEASURES.entry.difference(second), null);
});

test('less time and more speed are better; braking earlier or later is neither', () => {
  assert.deepEqual(
    [-0.1, 0.1, 0.0001].map((each) => verdictOf(MEASURES.lost, each)),
    ['better', 'worse', 'even'],
  );
  assert.deepEqual(
    [-4, 4, 0.4].map((each) => verdictOf(MEASURES.apex, each)),
    ['worse', 'better', 'even'],
  );
  assert.equal(verdictOf(MEASURES.brake, -12), 'other');
});

test('words say which way a difference goes', () => {
  assert.equal(differenceWords(MEASURES.exit, -3.6), '4 km/h slower');
  assert.equal(measureWords(MEASURES.throttle, 7), 'throttle 7 m later');
  assert.equal(measureWords(MEASURES.lost, -0.2), '0.200 s won');
  assert.equal(differenceWords(MEASURES.exit, 0.2), 'even');
  assert.equal(measureFrom('brake'), MEASURES.brake);
  assert.equal(measureFrom('constructor'), MEASURES.lost);
});

test('shares are of the whole loss, unless the lap wins some of it back', () => {
  assert.deepEqual(sharesOf([0.5, 0.25], 1), { shares: [0.5, 0.25], ofWhole: true });
  assert.deepEqual(sharesOf([0.75, 0.25], -0.2), { shares: [0.75, 0.25], ofWhole: false });
  assert.deepEqual(sharesOf([], 0), { shares: [], ofWhole: true });
});

test('one spin does not flatten all other bars', () => {
  const usual = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0.1 : -0.1));
  assert.equal(reachOf([...usual, 9], 0.002), 0.2);
  assert.equal(reachOf([0.1, -0.15], 0.002), 0.15);
  assert.equal(reachOf([], 0.002), 0.002);
});
