import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { PlotLink } from '../../main/web/model/plot-link.js';
import { stretchOf } from '../../main/web/model/stretch-offer.js';
import { offerStretch, pickedStretch } from '../../main/web/model/stretch.js';

function link(): PlotLink {
  const made = new PlotLink();
  made.extent = [0, 100];
  return made;
}

test('the whole of a lap is nothing that was picked out', () => {
  const whole = link();
  whole.moveTo(20);
  assert.equal(stretchOf(whole, 500), null);
});

test('a zoom and a measure become seconds of the session', () => {
  const zoomed = link();
  zoomed.zoomTo([10, 30]);
  assert.deepEqual(stretchOf(zoomed, 500), { from_s: 510, to_s: 530, label: 'zoomed' });
  zoomed.markAt(25);
  zoomed.moveTo(20);
  assert.deepEqual(stretchOf(zoomed, 500), { from_s: 520, to_s: 525, label: 'between mark and cursor' });
});

test('metres become the moments at which the car was there', () => {
  const zoomed = link();
  zoomed.zoomTo([10, 30]);
  const axis = { momentOf: (metres: number) => 500 + metres / 10, xOf: () => null };
  assert.deepEqual(stretchOf(zoomed, axis), { from_s: 501, to_s: 503, label: 'zoomed' });
  assert.equal(stretchOf(zoomed, null), null);
});

test('what came before the session is not asked for', () => {
  const zoomed = link();
  zoomed.zoomTo([0, 5]);
  assert.equal(stretchOf(zoomed, -3)?.from_s, 0);
});

test('panels offer while they are in sight, the newest first', () => {
  const store = new FrameStore();
  const stretch = (label: string) => ({ from_s: 0, to_s: 1, label });
  offerStretch(store, () => stretch('old'));
  const withdraw = offerStretch(store, () => stretch('new'));
  offerStretch(store, () => null);
  assert.equal(pickedStretch(store)?.label, 'new');
  withdraw();
  assert.equal(pickedStretch(store)?.label, 'old');
  assert.equal(pickedStretch(new FrameStore()), null);
});
