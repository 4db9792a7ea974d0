import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineUse, shiftPoints, upshiftsIn, type EngineRows } from '../../main/web/model/gear-use.js';

/** Ten samples a second; each gear pulls from 5,000 to 8,000 rpm. */
function run(gears: number[]): EngineRows {
  const t = gears.map((_, i) => i / 10);
  let since = 0;
  const rpm = gears.map((gear, i) => {
    since = gear === gears[i - 1] ? since + 1 : 0;
    return 5_000 + 300 * Math.min(10, since);
  });
  return { t, dt: t.map(() => 0.1), gear: gears, rpm, speed: rpm.map((each, i) => (each * Math.max(1, gears[i] as number)) / 100) };
}

const times = (gear: number, count: number): number[] => Array<number>(count).fill(gear);

test('time and engine speed of each gear, and how many revolutions a unit of speed', () => {
  const use = engineUse(run([...times(2, 30), ...times(3, 10)]));
  assert.deepEqual(use?.gears.map(({ gear, share }) => [gear, +share.toFixed(6)]), [[2, 0.75], [3, 0.25]]);
  assert.deepEqual(use?.gears.map(({ ratio }) => Math.round(ratio ?? 0)), [50, 33]);
  use?.gears.forEach(({ bins }) => assert.ok(Math.abs(bins.reduce((sum, bin) => sum + bin, 0) - 1) < 1e-9));
});

test('the shift point is the highest engine speed just before the next gear', () => {
  const [shift, ...others] = upshiftsIn(run([...times(2, 11), ...times(3, 5)]));
  assert.deepEqual(others, []);
  assert.deepEqual([shift?.from, shift?.to, shift?.rpm, shift?.at_s], [2, 3, 8_000, 1]);
});

test('neutral between two gears is part of the shift; a longer stay in it is none', () => {
  assert.equal(upshiftsIn(run([...times(3, 11), ...times(0, 3), ...times(4, 5)])).length, 1);
  assert.equal(upshiftsIn(run([...times(3, 11), ...times(0, 20), ...times(4, 5)])).length, 0);
});

test('shifting down, or over a gear that was not seen, is no shift up', () => {
  assert.deepEqual(upshiftsIn(run([...times(4, 5), ...times(3, 5), ...times(5, 5)])), []);
});

test('shifts out of one gear are counted together', () => {
  const shifts = [7_800, 8_100, 8_000].map((rpm, i) => ({ at_s: i, from: 3, to: 4, rpm, speed: null }));
  assert.deepEqual(shiftPoints(shifts).get(3), { count: 3, min: 7_800, median: 8_000, max: 8_100 });
});

test('without samples nothing is known', () => {
  assert.equal(engineUse({ t: [], dt: [], gear: [], rpm: [], speed: null }), null);
});
