import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { PlotLink } from '../../main/web/model/plot-link.js';
import { StretchTie } from '../../main/web/model/stretch-tie.js';

/** Traces of a lap of 90 s that begins at second 1000 of the session. */
function tied(): { store: FrameStore; link: PlotLink } {
  const store = new FrameStore();
  const link = new PlotLink();
  link.extent = [0, 90];
  const host = {
    store,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  new StretchTie(
    host,
    () => link,
    () => 1_000,
  ).hostUpdate();
  return { store, link };
}

test('the traces of the lap zoom to the stretch', () => {
  const { store, link } = tied();
  store.lookAt(1_020, 1_030);
  assert.deepEqual(link.zoom, [20, 30]);
});

test('a stretch of another lap leaves them as they are', () => {
  const { store, link } = tied();
  store.lookAt(1_085, 1_100);
  store.lookAt(950, 960);
  assert.equal(link.zoom, null);
});
