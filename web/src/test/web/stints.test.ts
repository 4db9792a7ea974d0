import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stintsOf, type RaceRound, type TyreFacts } from '../../main/web/model/stints.js';
import type { LaneTime } from '../../main/web/model/tyre-log.js';
import { lapsFrom } from './laps.js';

const SILENT: TyreFacts = { resolution_s: 0.5, valueAt: () => null, laneTime: () => null };
const until = (until_s: number, more: Partial<RaceRound> = {}): RaceRound => ({ flags: [], until_s, fell_s: Infinity, fromGrid: false, ...more });
/** Steps of channels: [from, value]. */
const saying = (channels: Record<string, [number, number][]>, lane: LaneTime | null = null): TyreFacts => ({
  resolution_s: 0.5,
  valueAt: (_, channel, at_s) => channels[channel]?.findLast(([from]) => from <= at_s)?.[1] ?? null,
  laneTime: (_, from_s, to_s) => (lane && lane.from_s <= to_s && (lane.to_s ?? Infinity) >= from_s ? lane : null),
});
/** Two stints of four laps; the car is at the line in the pits at 515 s. */
const race = lapsFrom(0, [
  ...([[105, { kind: 'out' }], [100], [100.5], [101], [108.5, { kind: 'in' }]] as const),
  ...([[125, { kind: 'out' }], [99], [99.2], [99.4], [99.6]] as const),
]);

test('a stop is where timing saw the car come in and go out', () => {
  const { stints } = stintsOf('12', race, SILENT, until(2_000));
  assert.deepEqual(
    stints.map((stint) => stint.laps.map((lap) => lap.number)),
    [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
    ],
  );
  assert.deepEqual(stints.map((stint) => stint.completed), [4, 5]);
  assert.equal(stints[0]?.pace_s, 100.5);
  assert.equal(stints[0]?.compound, null);
  assert.equal(stints[1]?.stop, null);
});

test('without the channel a stop costs what its in and out lap are longer than two usual laps', () => {
  const stop = stintsOf('12', race, SILENT, until(2_000)).stints[0]?.stop;
  assert.equal(stop?.lane_s, null);
  // The median of 99, 99.2, 99.4, 99.6, 100, 100.5 and 101 is 99.6.
  assert.ok(Math.abs((stop?.lost_s ?? 0) - (108.5 + 125 - 2 * 99.6)) < 1e-9);
  assert.equal(stop?.over, true);
});

test('with the channel it is the time in the lane', () => {
  const stop = stintsOf('12', race, saying({}, { from_s: 505, to_s: 535.5 }), until(2_000)).stints[0]?.stop;
  assert.equal(stop?.at_s, 505);
  assert.equal(stop?.lane_s, 30.5);
});

test('tyres are those half way round, so that neither in nor out lap has those of the other', () => {
  const tyres = saying({ tyre_compound: [[0, 2], [507, 1]], tyre_age: [[0, 3], [507, 0]] });
  const { stints } = stintsOf('12', race, tyres, until(2_000));
  assert.deepEqual(stints.map((stint) => stint.compound), ['medium', 'soft']);
  assert.deepEqual(stints.map((stint) => stint.startAge), [3, 0]);
});

test('where timing does not see the pits, other tyres, younger ones or one more stop begin a stint', () => {
  const laps = lapsFrom(0, [[100], [100], [125], [100], [100]]);
  const numbers = (facts: TyreFacts): number[][] =>
    stintsOf('12', laps, facts, until(2_000)).stints.map((stint) => stint.laps.map((lap) => lap.number));
  const cut = [[1, 2, 3], [4, 5]];
  assert.deepEqual(numbers(SILENT), [[1, 2, 3, 4, 5]]);
  assert.deepEqual(numbers(saying({ tyre_compound: [[0, 2], [310, 1]] })), cut);
  assert.deepEqual(numbers(saying({ pit_stops: [[0, 0], [310, 1]] })), cut);
  assert.deepEqual(numbers(saying({ tyre_age: [[0, 10], [100, 11], [200, 12], [310, 0]] })), cut);
});

test('a trend is the slope of the pure laps, of four at the least', () => {
  const [first, second] = stintsOf('12', race, SILENT, until(2_000)).stints;
  assert.equal(first?.trend, null);
  assert.ok(Math.abs((second?.trend?.slope ?? 0) - 0.2) < 1e-9);
});

test('a car that came in and is not out again has a stop that is not over', () => {
  const stints = stintsOf('12', race.slice(0, 5), saying({}, { from_s: 505, to_s: null }), until(530)).stints;
  assert.equal(stints.length, 1);
  assert.equal(stints[0]?.stop?.over, false);
  assert.equal(stints[0]?.stop?.lost_s, null);
});

test('no laps, no stints', () => {
  assert.deepEqual(stintsOf('12', [], SILENT, until(0)).stints, []);
});

/** From the grid to the line, four laps, through the pits, four laps; under the flag at 830 s, and in. */
const whole = lapsFrom(0, [
  ...([[5, { kind: 'out' }], [103], [100], [100], [101]] as const),
  ...([[108, { kind: 'in' }], [112, { kind: 'out' }], [100], [101]] as const),
  ...([[120, { kind: 'in' }]] as const),
]);
const lane = { from_s: 510, to_s: 540 };

test('laps are counted from the first passing of the line on', () => {
  const { stints } = stintsOf('12', whole, SILENT, until(2_000));
  assert.deepEqual(stints.map((stint) => stint.completed), [5, 4]);
  assert.deepEqual(stints.map(({ laps }) => [laps[0]?.number, laps.at(-1)?.number]), [[1, 6], [7, 10]]);
});

test('a car that counts its stops and counted none drove through: the same stint, its time in the lane told', () => {
  const { stints } = stintsOf('12', whole.slice(0, 9), saying({ pit_stops: [[0, 0]], tyre_compound: [[0, 2]] }, lane), until(2_000));
  assert.equal(stints.length, 1);
  assert.equal(stints[0]?.stop, null);
  assert.deepEqual(stints[0]?.through.map(({ at_s, lane_s }) => [at_s, lane_s]), [[510, 30]]);
});

test('a drive through is told as such while its out lap is under way', () => {
  const facts = saying({ pit_stops: [[0, 0]] }, lane);
  const [stint] = stintsOf('12', whole.slice(0, 6), facts, until(560)).stints;
  assert.equal(stint?.stop, null);
  assert.equal(stint?.through[0]?.lane_s, 30);
  const inLane = stintsOf('12', whole.slice(0, 6), saying({ pit_stops: [[0, 0]] }, { from_s: 510, to_s: null }), until(520)).stints[0];
  assert.equal(inLane?.stop?.over, false);
});

test('with other tyres it is a stop, whatever is counted', () => {
  const { stints } = stintsOf('12', whole.slice(0, 9), saying({ pit_stops: [[0, 0]], tyre_compound: [[0, 2], [525, 1]] }, lane), until(2_000));
  assert.deepEqual(stints.map(({ compound, stop }) => [compound, stop?.lane_s]), [['medium', 30], ['soft', undefined]]);
});

test('what a car does after its finish is no stop and no lap of a stint', () => {
  const stopped = saying({ pit_stops: [[0, 0], [525, 1], [840, 2]] }, { from_s: 840, to_s: null });
  const { stints } = stintsOf('12', whole, stopped, until(2_000, { fell_s: 828 }));
  assert.deepEqual(stints.map(({ laps }) => laps.at(-1)?.number), [6, 9]);
  assert.equal(stints[1]?.stop, null);
});

test('a car that is out of the race has its stop, though it never passed the line again', () => {
  const { stints } = stintsOf('10', whole.slice(0, 6), saying({ pit_stops: [[0, 0], [525, 1]] }, lane), until(2_000, { fell_s: 900 }));
  assert.equal(stints[0]?.stop?.lane_s, 30);
  assert.equal(stints[0]?.stop?.over, true);
});

test('a car that breaks down on the track and says so is not in the pits', () => {
  const [stint] = stintsOf('10', whole.slice(0, 6), saying({ in_pit_lane: [[0, 0]] }), until(900)).stints;
  assert.equal(stint?.stop, null);
  assert.equal(stintsOf('10', whole.slice(0, 6), SILENT, until(900)).stints[0]?.stop?.over, false);
});
