import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { LapClock } from '../../main/web/model/lap-clock.js';
import { PlotLink } from '../../main/web/model/plot-link.js';
import { PointerTie, type SessionAxis } from '../../main/web/model/pointer-tie.js';

/** Half of the way at 36 km/h, the other half at 72: ten and five seconds. */
const clock = new LapClock([0, 99.999, 100, 200], [36, 36, 72, 72], 15);

test('tells when a car was where, and where it was when', () => {
  assert.ok(Math.abs(clock.secondsAt(50) - 5) < 1e-3);
  assert.ok(Math.abs(clock.secondsAt(150) - 12.5) < 1e-3);
  assert.ok(Math.abs(clock.metresAt(12.5) - 150) < 1e-2);
  assert.deepEqual([clock.metresAt(-1), clock.metresAt(99)], [0, 200]);
});

test('the sum of the steps is made to fit the lap time', () => {
  assert.equal(new LapClock([0, 100, 200], [36, 36, 36], 25).secondsAt(200), 25);
});

test('panels by distance and by time point at one moment', () => {
  const store = new FrameStore();
  const axis: SessionAxis = {
    momentOf: (x) => 1_000 + clock.secondsAt(x),
    xOf: (moment_s) => (moment_s < 1_000 ? null : clock.metresAt(moment_s - 1_000)),
  };
  const link = tied(store, () => axis);
  link.moveTo(150);
  assert.ok(Math.abs((store.pointer_s ?? 0) - 1_012.5) < 1e-3);
  assert.equal(link.cursor, 150);
  store.point(1_005);
  assert.ok(Math.abs((link.cursor ?? 0) - 50) < 1e-2);
  store.point(900);
  assert.equal(link.cursor, null);
});

function tied(store: FrameStore, axis: () => SessionAxis): PlotLink {
  const link = new PlotLink();
  const host = { store, addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined };
  new PointerTie({ ...host, updateComplete: Promise.resolve(true) }, () => link, axis).hostUpdate();
  return link;
}
