import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectionFrom, spanOf, textOf, type SelectionView } from '../../main/web/model/selection.js';
import type { Lap } from '../../main/web/wire/words.js';

const lap = (number: number, start_s: number, time_s: number | null, kind: Lap['kind'] = 'flying'): Lap => ({
  number,
  stated_number: null,
  kind,
  start_s,
  time_s,
  sectors_s: [],
  witness: 'gate',
  uncertainty_s: 0,
  uncertain: false,
  revision: 1,
  provisional: false,
});

const laps = [lap(1, -4, 104, 'out'), lap(2, 100, 92), lap(3, 192, 95)];
const view: SelectionView = { laps, allLaps: [...laps, lap(4, 287, 93)], chosen: null, best: 2, now_s: 300.7 };

test('a selection is read from the options of a panel as it was written; what cannot be read is the chosen lap', () => {
  for (const text of ['chosen', 'best', 'all', 'lap-12', 'last-60']) {
    assert.equal(textOf(selectionFrom(text)), text);
  }
  for (const text of [undefined, '', 'lap-0', 'lap-', 'last-x', 'lap-1234567', 'worst']) {
    assert.deepEqual(selectionFrom(text), { kind: 'chosen' });
  }
  assert.deepEqual(selectionFrom('last-9999'), { kind: 'last', seconds: 1200 });
});

test('the chosen lap is shown wherever the cursor stands; without one the last that was completed', () => {
  assert.deepEqual(spanOf({ kind: 'chosen' }, { ...view, chosen: 4 }), { from_s: 287, to_s: 380, lap: 4, label: 'lap 4' });
  assert.deepEqual(spanOf({ kind: 'chosen' }, view), { from_s: 192, to_s: 287, lap: 3, label: 'lap 3' });
  assert.deepEqual(spanOf({ kind: 'best' }, view), { from_s: 100, to_s: 192, lap: 2, label: 'lap 2' });
});

test('before any lap there are the last seconds', () => {
  const none = { ...view, laps: [], allLaps: [], best: null };
  assert.deepEqual(spanOf({ kind: 'chosen' }, none), { from_s: 240.5, to_s: 300.5, lap: null, label: 'last 60 s' });
  assert.equal(spanOf({ kind: 'best' }, none), null);
  assert.equal(spanOf({ kind: 'lap', lap: 9 }, view), null);
});

test('all laps end with the last completed one and begin not before the session', () => {
  assert.deepEqual(spanOf({ kind: 'all' }, view), { from_s: 0, to_s: 287, lap: null, label: 'laps 1 to 3' });
});

test('of a long race all laps are the last twenty minutes, and it is said', () => {
  const many = Array.from({ length: 40 }, (_, i) => lap(i + 1, i * 100, 100));
  const span = spanOf({ kind: 'all' }, { ...view, laps: many, allLaps: many, now_s: 4_050 });
  assert.deepEqual(span, { from_s: 2_800, to_s: 4_000, lap: null, label: 'the last 20 min of laps 1 to 40' });
});
