import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TraceHistory } from '../../main/web/model/trace-history.js';

const curve = (at_s: number) => ({ x: [at_s], y: [1] });

test('a piece is known up to where it was complete when it was fetched', () => {
  const history = new TraceHistory();
  history.put('25', 'speed', 1, curve(31), 45);
  assert.equal(history.knows('25', 'speed', 1, 45), true);
  assert.equal(history.knows('25', 'speed', 1, 50), false);
  assert.equal(history.knows('25', 'speed', 2, 60), false);
  history.put('25', 'speed', 1, curve(31), 200);
  assert.equal(history.knows('25', 'speed', 1, 90), true);
});

test('what is in sight stays, however much is fetched of elsewhere', () => {
  const history = new TraceHistory();
  history.put('25', 'speed', 0, curve(1), 100);
  for (let index = 1; index <= 3_000; index++) {
    history.put('25', 'speed', index, curve(30 * index), Infinity);
    assert.equal(history.knows('25', 'speed', 0, 30), true);
  }
  assert.equal(history.knows('25', 'speed', 1, 60), false);
});

test('late samples make the pieces of their time worth fetching, and no others', () => {
  const history = new TraceHistory();
  [0, 1, 2, 3].forEach((index) => history.put('25', 'speed', index, curve(30 * index + 1), Infinity));
  history.heal({ from_s: 31, to_s: 60 });
  assert.deepEqual(
    [0, 1, 2, 3].map((index) => history.knows('25', 'speed', index, 30 * (index + 1))),
    [true, false, false, true],
  );
  assert.deepEqual(history.window('25', 'speed', 0, 120, 100)?.x, [1, 31, 61, 91]);
});
