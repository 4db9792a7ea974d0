import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReactiveController } from 'lit';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { StoreController } from '../../main/web/model/store-controller.js';
import type { Track } from '../../main/web/wire/words.js';
import { BrowserDouble } from './browser-double.js';

/** An element that counts how often it is asked to render. */
class Host {
  updates = 0;
  updateComplete = Promise.resolve(true);
  readonly store = new FrameStore();
  addController(): void {}
  removeController(): void {}
  requestUpdate(): void {
    this.updates++;
  }
}

const track = (car: string): Track => ({ gates: [], outline: { car, lap: 1, distance_m: [0] } });

function shown(): { host: Host; controller: ReactiveController } {
  const host = new Host();
  const controller = new StoreController(host);
  controller.hostUpdate();
  host.updates = 0;
  return { host, controller };
}

test('of many facts at once the first renders at once, the last a moment later, none more', async () => {
  const browser = new BrowserDouble().install();
  await browser.pass(1_000);
  const { host } = shown();
  for (let i = 0; i < 10; i++) {
    host.store.setTrack(track(String(i)));
  }
  assert.equal(host.updates, 1);
  await browser.pass(1_000);
  assert.equal(host.updates, 2);
});

test('where somebody put the cursor is shown at once, also right after other facts', async () => {
  const browser = new BrowserDouble().install();
  await browser.pass(1_000);
  const { host } = shown();
  host.store.setTrack(track('1'));
  const before = host.updates;
  host.store.move((timeline) => timeline.pause());
  assert.equal(host.updates, before + 1);
  await browser.pass(1_000);
  assert.equal(host.updates, before + 1);
});

test('taken out of the page, an element is asked for nothing any more', async () => {
  const browser = new BrowserDouble().install();
  await browser.pass(1_000);
  const { host, controller } = shown();
  host.store.setTrack(track('1'));
  host.store.setTrack(track('2'));
  const before = host.updates;
  controller.hostDisconnected?.();
  host.store.setTrack(track('3'));
  await browser.pass(1_000);
  assert.equal(host.updates, before);
});
