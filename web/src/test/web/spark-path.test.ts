import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sparkPath } from '../../main/web/charts/spark-path.js';

const line = { width: 100, height: 24, until: 10, circle: false };

test('a line is as high as its values differ', () => {
  assert.equal(sparkPath([[0, 5], [5, 15], [10, 10]], line), 'M0.0 22.0L50.0 2.0L100.0 12.0');
  assert.equal(sparkPath([], line), '');
});

test('what hardly differs is a flat line', () => {
  assert.equal(sparkPath([[0, 1000], [10, 1000.1]], line), 'M0.0 22.0L100.0 20.0');
});

test('a direction that passes north breaks the line; any other value that falls as far does not', () => {
  const wind = [[0, 358], [5, 359], [6, 1], [10, 3]] as const;
  assert.equal(sparkPath(wind, { ...line, circle: true }).replaceAll(/[^ML]/g, ''), 'MLML');
  assert.equal(sparkPath(wind, line).replaceAll(/[^ML]/g, ''), 'MLLL');
});
