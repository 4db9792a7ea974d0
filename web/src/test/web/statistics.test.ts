import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statisticsOf } from '../../main/web/model/statistics.js';

const x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** The values 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and the standard deviation 2. */
const y = [100, 2, 4, 4, 4, 5, 5, 7, 9, -100];

test('tells lowest, highest, mean and standard deviation of a selection, and where', () => {
  assert.deepEqual(statisticsOf(x, y, [1, 8]), { samples: 8, least: 2, leastAt: 1, most: 9, mostAt: 8, mean: 5, deviation: 2 });
});

test('counts no hole as a value', () => {
  const holed = statisticsOf([0, 1, 2, 3], [1, null, null, 3], [0, 3]);
  assert.equal(holed?.samples, 2);
  assert.equal(holed?.mean, 2);
});

test('small differences of large values are not lost', () => {
  const large = statisticsOf([0, 1, 2, 3], [1e9 + 1, 1e9 - 1, 1e9 + 1, 1e9 - 1], [0, 3]);
  assert.equal(large?.deviation, 1);
});

test('a selection without a sample has no statistics', () => {
  assert.equal(statisticsOf(x, y, [20, 30]), null);
  assert.equal(statisticsOf([], [], [0, 1]), null);
});
