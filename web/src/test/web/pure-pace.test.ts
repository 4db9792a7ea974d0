import assert from 'node:assert/strict';
import { test } from 'node:test';
import { impurities } from '../../main/web/model/pure-pace.js';
import { leastSquares, median } from '../../main/web/model/robust.js';
import { lapsFrom } from './laps.js';

const why = (stints: ReturnType<typeof lapsFrom>[], flags: Parameters<typeof impurities>[1] = []): Record<number, string> =>
  Object.fromEntries([...impurities(stints, flags)].map(([lap, impurity]) => [lap.number, impurity]));

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
