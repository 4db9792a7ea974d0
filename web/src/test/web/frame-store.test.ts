import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import type { LiveFrame } from '../../main/web/wire/live-frames.js';
import type { Lap, Source, Warning } from '../../main/web/wire/words.js';
import { entry } from './entries.js';

const lap = (number: number, revision: number, time_s: number): Lap => ({
  number,
  stated_number: null,
  kind: 'flying',
  start_s: number * 100,
  time_s,
  sectors_s: [],
  witness: 'gate',
  uncertainty_s: 0.02,
  uncertain: false,
  revision,
  provisional: false,
});
const at = (at_s: number, speed: number, latitude: number) => ({
  type: 'samples' as const,
  at_s,
  cars: { '25': { values: { speed, latitude, longitude: -88 }, times: { speed: at_s, latitude: at_s, longitude: at_s }, trace: { speed: { x: [at_s], y: [speed] } } } },
});
const lapFrame = (car: string, stated: Lap) => ({
  type: 'lap' as const,
  car,
  subject: `lap/${stated.number}`,
  revision: stated.revision,
  lap: stated,
});
const withdrawn = (number: number, revision: number) => ({
  type: 'withdrawn' as const,
  car: '25',
  subject: `lap/${number}`,
  revision,
});
const warned = (revision: number, message: string) => ({
  type: 'warning' as const,
  car: '25',
  subject: 'warning/hole/5000000000',
  revision,
  warning: { subject: 'warning/hole/5000000000', code: 'hole', message, at_s: 5 },
});
const hello = (laps: Lap[], warnings: Warning[], start = '2025-08-01T19:43:33Z') => ({
  type: 'hello' as const,
  session: { id: 'fp1', title: 'Practice', track: null, start, duration_s: 300, state: 'live' as const, entries: 1 },
  entries: [entry('25', 1)],
  laps: { '25': laps },
  warnings: { '25': warnings },
  now_s: 301.5,
});
const times = (store: FrameStore): (number | null)[] => store.timing.laps('25').map((each) => each.time_s);

test('a correction replaces the lap, an older statement does not', () => {
  const store = new FrameStore();
  store.take(lapFrame('25', lap(2, 2, 99)));
  store.take(lapFrame('25', lap(1, 1, 120)));
  store.take(lapFrame('25', lap(2, 1, 98)));
  assert.deepEqual(times(store), [120, 99]);
  store.take(lapFrame('25', lap(2, 3, 97)));
  assert.deepEqual(times(store), [120, 97]);
});

test('a withdrawn lap is gone', () => {
  const store = new FrameStore();
  store.take(lapFrame('25', lap(1, 1, 120)));
  store.take(withdrawn(1, 2));
  assert.deepEqual(times(store), []);
});

test('a warning that is withdrawn is gone, whether it came as a frame or with the session', () => {
  const store = new FrameStore();
  store.take(hello([], [{ subject: 'warning/gap/7', code: 'gap', message: 'a gap', at_s: 7 }]));
  store.take(warned(1, 'a hole'));
  store.take({ type: 'withdrawn', car: '25', subject: 'warning/hole/5000000000', revision: 2 });
  store.take({ type: 'withdrawn', car: '25', subject: 'warning/gap/7', revision: 2 });
  assert.deepEqual(store.timing.warnings, []);
});

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

test('samples redraw and do not render again', () => {
  const store = new FrameStore();
  const heard: string[] = [];
  store.on('facts', () => heard.push('facts'));
  store.on('samples', () => heard.push('samples'));
  store.take(at(10, 100, 43.1));
  assert.deepEqual(heard, ['samples']);
});

test('cars stand in the order of their best laps, those without one behind', () => {
  const store = new FrameStore();
  store.setEntries([entry('113', null), entry('9', null), { ...entry('7', 2), best_lap_s: 91 }, { ...entry('25', 1), best_lap_s: 90 }]);
  assert.deepEqual(
    store.timing.entries().map((each) => each.car),
    ['25', '7', '9', '113'],
  );
});

test('a late joiner has the session so far', () => {
  const store = new FrameStore();
  store.take({
    type: 'hello',
    session: {
      id: 'fp1',
      title: 'Practice',
      track: null,
      start: '2025-08-01T19:43:33Z',
      duration_s: 300,
      state: 'live',
      entries: 0,
    },
    entries: [],
    laps: {},
    warnings: {},
    now_s: 301.5,
  });
  assert.equal(store.now_s, 301.5);
  assert.equal(store.session?.title, 'Practice');
});

test('what was withdrawn does not come back with an older statement', () => {
  const store = new FrameStore();
  store.take(withdrawn(1, 2));
  store.take(lapFrame('25', lap(1, 1, 120)));
  assert.deepEqual(times(store), []);
  store.take(lapFrame('25', lap(1, 3, 119)));
  store.take(withdrawn(1, 2));
  assert.deepEqual(times(store), [119]);
});

test('a lap that is no longer provisional comes with its old revision', () => {
  const store = new FrameStore();
  store.take(lapFrame('25', { ...lap(1, 1, 120), provisional: true }));
  store.take(lapFrame('25', lap(1, 1, 120)));
  assert.equal(store.timing.laps('25')[0]?.provisional, false);
});

test('a warning that is seen twice is shown once, and its correction replaces it', () => {
  const store = new FrameStore();
  store.take(hello([], [{ subject: 'warning/hole/5000000000', code: 'hole', message: 'first', at_s: 5 }]));
  store.take(warned(1, 'first'));
  store.take(warned(1, 'first'));
  store.take(warned(2, 'corrected'));
  store.take(warned(1, 'first'));
  assert.deepEqual(
    store.timing.warnings.map((warning) => warning.message),
    ['corrected'],
  );
});

test('a hello forgets all that was known', () => {
  const store = new FrameStore();
  store.setEntries([entry('7', 1), entry('25', 2)]);
  store.take(at(1000, 100, 43.1));
  store.take(lapFrame('25', lap(1, 9, 120)));
  store.take(warned(1, 'old'));
  store.take(hello([lap(2, 1, 99)], []));
  assert.deepEqual(
    store.timing.entries().map((each) => each.car),
    ['25'],
  );
  assert.deepEqual(times(store), [99]);
  assert.deepEqual(store.timing.warnings, []);
  assert.equal(store.valueOf('25', 'speed'), null);
  assert.equal(store.samples.trace('25', 'speed'), undefined);
  assert.deepEqual(store.samples.pathOf('25'), []);
  assert.equal(store.now_s, 301.5);
  store.take(lapFrame('25', lap(1, 1, 121)));
  assert.deepEqual(times(store), [121, 99]);
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

test('whether a car has no laps is known with the first word on them', () => {
  const store = new FrameStore();
  store.setEntries([entry('7', 1)]);
  assert.equal(store.timing.known, false);
  store.setLaps('7', [], []);
  assert.equal(store.timing.known, true);
});

const live = (): FrameStore => {
  const store = new FrameStore();
  store.take(hello([lap(1, 1, 99), lap(2, 1, 97), lap(3, 1, 98)], []));
  return store;
};

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

test('what tells nothing new renders nothing anew', () => {
  const store = new FrameStore();
  store.take(hello([lap(1, 1, 99)], []));
  const track = { gates: [], outline: null };
  const source = { id: 'logger', car: '25', state: 'ended', first_sample: null, last_sample: null, last_block: 3 } as unknown as Source;
  store.setTrack(track);
  store.setSupply([source], []);
  let told = 0;
  store.on('facts', () => (told += 1));
  store.setTrack(structuredClone(track));
  store.setSupply([structuredClone(source)], []);
  store.take({ type: 'passing', car: '25', subject: 'passing/7', revision: 1 });
  store.take(lapFrame('25', lap(1, 0, 99)));
  assert.equal(told, 0);
  store.setSupply([{ ...source, last_block: 4 }], []);
  store.take(lapFrame('25', lap(1, 2, 98)));
  store.setTrack({ ...track, gates: [{ kind: 'start_finish', name: 'start-finish' }] });
  assert.equal(told, 3);
});

/** What came of car 25 at a moment. */
const heard = (at_s: number, values: Record<string, number>): LiveFrame => ({
  type: 'samples',
  at_s,
  cars: { '25': { values, times: Object.fromEntries(Object.keys(values).map((channel) => [channel, at_s])) } },
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
