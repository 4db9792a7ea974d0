import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import type { Lap } from '../../main/web/wire/words.js';
import { at, heard, hello, lap, live, times } from './frames.js';

test('a paused cursor shows its moment while frames arrive, and follows again', () => {
  const store = new FrameStore();
  store.take(at(10, 100, 43.1));
  store.move((timeline) => timeline.pause());
  store.take(at(11, 200, 43.2));
  assert.equal(store.now_s, 10);
  assert.equal(store.valueOf('25', 'speed'), 100);
  assert.equal(store.placeOf('25')?.north, 43.1);
  store.take(at(12, 200, 43.2));
  store.move((timeline) => timeline.goLive());
  store.tick(performance.now() / 1000);
  store.tick(performance.now() / 1000 + 60);
  assert.equal(store.now_s, 12);
  assert.equal(store.valueOf('25', 'speed'), 200);
  assert.equal(store.placeOf('25')?.north, 43.2);
});

test('a paused moment outlives a reconnect, and a move of the time that it counts in', () => {
  const store = new FrameStore();
  store.take(hello([], []));
  store.move((timeline) => timeline.seek(40));
  store.take(hello([], []));
  assert.equal(store.timeline.motion.kind, 'paused');
  store.point(30);
  store.lookAt(20, 25);
  const jumps: number[] = [];
  store.on('jump', () => jumps.push(store.now_s));
  store.take(hello([], [], '2025-08-01T19:43:30Z'));
  assert.equal(store.timeline.motion.kind, 'paused');
  assert.equal(store.now_s, 43);
  assert.equal(store.pointer_s, 33);
  assert.deepEqual(store.stretch_s, [23, 28]);
  assert.deepEqual(jumps, [43]);
});

test('who follows what happens goes on following when the time counts from another moment', () => {
  const store = new FrameStore();
  store.take(hello([], []));
  store.take(hello([], [], '2025-08-01T19:43:30Z'));
  assert.equal(store.timeline.motion.kind, 'live');
  assert.equal(store.now_s, store.timeline.end_s);
});

test('traces that nobody asks for any more are dropped', () => {
  const store = new FrameStore();
  store.take(at(10, 100, 43.1));
  store.samples.fillTrace('25', 'gear', { x: [1], y: [3] });
  store.samples.keepTraces('25', ['gear']);
  assert.equal(store.samples.trace('25', 'speed'), undefined);
  assert.equal(store.samples.trace('25', 'gear')?.length, 1);
});

test('two minutes of a fast channel and of all places are kept, with their spikes', () => {
  const store = new FrameStore();
  for (let frame = 0; frame <= 200 * 40; frame++) {
    const x = Array.from({ length: 25 }, (_, i) => (frame * 25 + i) / 1000);
    const y = x.map((each) => (each === 125.432 ? 9 : Math.sin(each)));
    const at_s = frame / 40;
    const values = { latitude: 43 + at_s, longitude: -88 };
    const times = { latitude: at_s, longitude: at_s };
    store.take({ type: 'samples', at_s, cars: { '25': { values, times, trace: { speed: { x, y } } } } });
  }
  const ring = store.samples.trace('25', 'speed');
  assert.ok(ring && ring.xAt(ring.length - 1) - ring.xAt(0) >= 119.98);
  assert.equal(Math.max(...(ring.window(80, 200, 1000).y as number[])), 9);
  assert.equal(store.samples.pathOf('25')[0]?.north, 43 + 80);
});

test('what lies after the cursor is not shown', () => {
  const store = live();
  assert.deepEqual(times(store), [99, 97, 98]);
  store.move((timeline) => timeline.seek(298));
  assert.deepEqual(times(store), [99, 97]);
  assert.equal(store.timing.entry('25')?.last_lap_s, 97);
  store.move((timeline) => timeline.seek(200));
  assert.deepEqual(times(store), [99]);
  assert.equal(store.timing.entry('25')?.best_lap_s, 99);
  assert.equal(store.timing.entry('25')?.laps, 1);
  assert.equal(store.timing.lapUnderWay('25')?.number, 2);
  store.move((timeline) => timeline.goLive());
  assert.deepEqual(times(store), [99, 97, 98]);
});

test('views are told of facts only where the cursor passes one', () => {
  const store = live();
  store.move((timeline) => timeline.seek(250));
  const heard: string[] = [];
  store.on('facts', () => heard.push('facts'));
  store.move((timeline) => timeline.play(1));
  heard.length = 0;
  store.tick(0);
  store.tick(40);
  assert.deepEqual(heard, []);
  store.tick(48);
  assert.deepEqual(heard, ['facts']);
});

test('the past of all cars comes in sheets and is read between their frames', () => {
  const store = live();
  const above = Float32Array.from({ length: 601 }, (_, i) => i / 10);
  const sheet = { from_s: 60, hz: 10, frames: 601, channels: ['latitude', 'longitude'] };
  const columns = new Map([['25', [{ base: 40, above }, { base: -88, above: new Float32Array(601) }]]]);
  store.samples.putFrames(1, { ...sheet, columns }, 298, 298);
  assert.equal(store.samples.needsFrames(1, 120), false);
  assert.equal(store.samples.needsFrames(2, 130), true);
  store.move((timeline) => timeline.seek(75.25));
  assert.ok(Math.abs((store.placeOf('25')?.north ?? 0) - 55.25) < 1e-5);
  store.move((timeline) => timeline.seek(20));
  assert.equal(store.placeOf('25'), null);
});

test('a lap that began in the pits does not compete, one that began at the line does, at the cursor', () => {
  const store = new FrameStore();
  store.take(hello([{ ...lap(0, 1, 90), kind: 'out' }, lap(1, 1, 95), { ...lap(2, 1, 99), kind: 'in' }], []));
  assert.equal(store.timing.competes('25'), false);
  for (const [at_s, competes] of [
    [50, false],
    [120, true],
    [199, true],
    [299.5, false],
  ] as const) {
    store.move((timeline) => timeline.seek(at_s));
    assert.equal(store.timing.competes('25'), competes, `at ${at_s}`);
  }
});

test('a code holds as long as its car is heard, and not after that', () => {
  const store = new FrameStore();
  store.take(hello([], []));
  store.take(heard(302, { tyre_compound: 2, in_pit_lane: 1, speed: 60 }));
  store.take(heard(310, { speed: 60 }));
  assert.equal(store.samples.valueAt('25', 'tyre_compound', 310), 2);
  assert.equal(store.samples.valueAt('25', 'in_pit_lane', 310), 1);
  assert.equal(store.samples.valueAt('25', 'tyre_compound', 320), null);
});

test('what was measured long ago is not the value of now, but for codes', () => {
  const store = new FrameStore();
  store.take(hello([], []));
  store.take(heard(302, { tyre_temp_fl: 90, gear: 3 }));
  assert.equal(store.valueOf('25', 'tyre_temp_fl'), 90);
  store.take({ type: 'samples', at_s: 330, cars: {} });
  assert.equal(store.timeline.at_s, 330);
  assert.equal(store.valueOf('25', 'tyre_temp_fl'), null);
  assert.equal(store.valueOf('25', 'gear'), 3);
});

test('a traced value of long ago is none of the cursor', () => {
  const store = new FrameStore();
  store.take(hello([], []));
  store.take({ type: 'samples', at_s: 302, cars: { '25': { values: {}, times: {}, trace: { damper_fl: { x: [301, 302], y: [5, 6] } } } } });
  store.move((timeline) => timeline.seek(302));
  assert.equal(store.valueOf('25', 'damper_fl'), 6);
  store.take({ type: 'samples', at_s: 320, cars: {} });
  store.move((timeline) => timeline.seek(310));
  assert.equal(store.valueOf('25', 'damper_fl'), null);
});

test('where no lap is known well the best one at the cursor is the fastest of the surest, as the platform tells it', () => {
  const store = new FrameStore();
  const doubtful = (number: number, time_s: number, uncertainty_s: number): Lap => ({ ...lap(number, 1, time_s), uncertainty_s, uncertain: true });
  store.take({ ...hello([doubtful(1, 98, 2), doubtful(2, 60.7, 68)], []), now_s: 400 });
  store.move((timeline) => timeline.seek(300));
  assert.deepEqual([store.timing.entry('25')?.best_lap_s, store.timing.entry('25')?.best_uncertain], [98, true]);
});
