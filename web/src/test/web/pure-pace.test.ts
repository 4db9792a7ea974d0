import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlagPeriod } from '../../main/web/model/flag-periods.js';
import { impurities, impureText } from '../../main/web/model/pure-pace.js';
import { leastSquares, median } from '../../main/web/model/robust.js';
import { lapsFrom } from './laps.js';

const why = (stints: ReturnType<typeof lapsFrom>[], flags: FlagPeriod[] = [], fromGrid = false): Record<number, string> =>
  Object.fromEntries([...impurities(stints, { flags, fromGrid })].map(([lap, impurity]) => [lap.number, impurity]));

test('out and in laps, pieces and uncertain laps do not tell the pace', () => {
  const laps = lapsFrom(0, [
    [120, { kind: 'out' }],
    [100],
    [60, { kind: 'partial' }],
    [100.2, { uncertain: true }],
    [100.1],
    [110, { kind: 'in' }],
  ]);
  assert.deepEqual(why([laps]), { 1: 'in, out or pit lap', 3: 'piece of a lap', 4: 'uncertain', 6: 'in, out or pit lap' });
});

test('a lap of which any part was under a flag does not', () => {
  const laps = lapsFrom(0, [[100], [100], [100], [100]]);
  assert.deepEqual(why([laps], [{ flag: 'safety_car', from_s: 190, to_s: 205 }]), { 2: 'under safety car', 3: 'under safety car' });
});

test('the first lap from the grid does not, however few laps there are; of a car that came from the pits it does', () => {
  const laps = lapsFrom(0, [[5, { kind: 'out' }], [102], [100], [100.2]]);
  assert.deepEqual(why([laps], [], true), { 1: 'in, out or pit lap', 2: 'first lap of the race' });
  assert.deepEqual(why([laps]), { 1: 'in, out or pit lap' });
  // Where the recording begins at the line.
  assert.deepEqual(why([lapsFrom(0, [[102], [100], [100.2]])], [], true), { 1: 'first lap of the race' });
});

test('the first lap after the safety car or a red flag does not, the one after a yellow does', () => {
  const laps = lapsFrom(0, [[100], [104], [101], [100]]);
  assert.deepEqual(why([laps], [{ flag: 'safety_car', from_s: 110, to_s: 203.9 }]), { 2: 'under safety car', 3: 'lap after the restart' });
  assert.deepEqual(why([laps], [{ flag: 'red', from_s: 110, to_s: 190 }]), { 2: 'under red flag', 3: 'lap after the restart' });
  assert.deepEqual(why([laps], [{ flag: 'yellow', from_s: 110, to_s: 190 }]), { 2: 'under yellow' });
  // Most of the second lap was driven under green: it is the one of the restart.
  assert.deepEqual(why([laps], [{ flag: 'safety_car', from_s: 0, to_s: 101 }]), { 1: 'under safety car', 2: 'under safety car' });
});

test('it is said which laps do not tell the pace, and why', () => {
  const laps = lapsFrom(0, [[5, { kind: 'out' }], [102], [100], [100.2], [110, { kind: 'in' }]]);
  const impure = impurities([laps], { flags: [], fromGrid: true });
  assert.equal(impureText(laps, impure), 'laps 1, 5 in, out or pit lap; lap 2 first lap of the race');
  assert.equal(impureText(laps.slice(2, 4), impure), '');
});

test('a lap of more than 107 % of the median does not, one of just that does', () => {
  const laps = lapsFrom(0, [[100], [100], [100], [107.1]]);
  assert.deepEqual(why([laps]), { 4: 'above 107 %' });
  assert.deepEqual(why([lapsFrom(0, [[100], [100], [100], [107]])]), {});
});

test('within 107 % an outlier of its stint does not, slow or fast', () => {
  const even = [100, 100.2, 99.9, 100.1, 100.3, 99.8].map((time) => [time] as const);
  assert.deepEqual(why([lapsFrom(0, [...even, [103], [96.5]])]), { 7: 'outlier', 8: 'outlier' });
});

test('a stint on slower tyres is no outlier of the other', () => {
  const fast = lapsFrom(0, [[100], [100.1], [99.9], [100.2], [100], [100.1]]);
  const slow = lapsFrom(700, [[104], [104.1], [103.9], [104.2], [104]]).map((lap) => ({ ...lap, number: lap.number + 6 }));
  assert.deepEqual(why([fast, slow]), {});
});

test('laps that are all but equal make no outlier of a tenth, and few laps none at all', () => {
  assert.deepEqual(why([lapsFrom(0, [[100], [100], [100], [100], [100], [100.9]])]), {});
  assert.deepEqual(why([lapsFrom(0, [[100], [100], [105]])]), {});
});

test('a median and a line of least squares', () => {
  assert.equal(median([]), null);
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  const trend = leastSquares([{ x: 1, y: 2 }, { x: 2, y: 2 }, { x: 3, y: 5 }]);
  assert.equal(trend?.slope, 1.5);
  assert.equal(trend?.at(2), 3);
  assert.equal(leastSquares([{ x: 1, y: 2 }, { x: 1, y: 3 }]), null);
  assert.equal(leastSquares([]), null);
});
