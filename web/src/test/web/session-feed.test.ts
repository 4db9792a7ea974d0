import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FrameStore } from '../../main/web/model/frame-store.js';
import { SessionFeed } from '../../main/web/model/session-feed.js';
import type { Problem } from '../../main/web/wire/rest.js';
import { BrowserDouble, busy, endless, settled } from './browser-double.js';
import { entry } from './entries.js';

const SESSION = 'api/v1/sessions/fp1';
const SERIES = `${SESSION}/entries/25/series`;
const session = (state: 'live' | 'stored') => ({
  id: 'fp1',
  title: 'Practice',
  track: null,
  start: '2025-08-01T19:43:33Z',
  duration_s: 100,
  state,
  entries: 1,
});
const car = entry('25', 1);
const hello = (state: 'live' | 'stored') => ({
  type: 'hello',
  session: session(state),
  entries: [car],
  laps: {},
  warnings: {},
  now_s: 100,
});
const samples = (at_s: number) => ({
  type: 'samples',
  at_s,
  cars: { '25': { values: { speed: at_s }, times: { speed: at_s }, trace: { speed: { x: [at_s], y: [at_s] } } } },
});

let browser: BrowserDouble;
let store: FrameStore;
let feed: SessionFeed;
let problems: (Problem | null)[];

beforeEach(() => {
  browser = new BrowserDouble().install();
  store = new FrameStore();
  problems = [];
  feed = new SessionFeed('fp1', store, (problem) => problems.push(problem));
  browser.answers.set(`${SESSION}/track`, () => ({ gates: [], outline: null }));
  browser.answers.set(`${SESSION}/frames`, noFrames);
  browser.answers.set(`${SESSION}/race-control`, () => ({ messages: [], marshal_sectors: 0, total: 0 }));
  browser.answers.set(SERIES, () => ({ by: 'time', x_unit: 's', series: [{ channel: 'speed', unit: null, x: [90], y: [1] }] }));
  browser.answers.set(`${SESSION}/entries/25/laps`, () => ({ laps: [], warnings: [] }));
});

afterEach(() => feed.stop());

async function open(state: 'live' | 'stored'): Promise<void> {
  browser.answers.set(SESSION, () => ({ ...session(state), entries: [car] }));
  await feed.start();
  browser.socket.accept();
  browser.socket.say(hello(state));
  await settled();
}

const countOf = (path: string): number => browser.asked.filter((each) => each.startsWith(path)).length;

test('a car that drives on after a silence is shown again', async () => {
  await open('live');
  browser.socket.say(samples(101));
  browser.socket.say({ type: 'session', session: session('stored') });
  assert.equal(store.session?.state, 'stored');
  await browser.pass(60_000);
  browser.socket.say({ type: 'session', session: session('live') });
  browser.socket.say(samples(161));
  assert.equal(browser.socket.closed, false);
  assert.equal(store.session?.state, 'live');
  assert.equal(store.connection.kind, 'live');
  assert.equal(store.valueOf('25', 'speed'), 161);
});

test('a stored session notices that it goes live', async () => {
  await open('stored');
  assert.equal(store.fresh, true);
  await browser.pass(60_000);
  browser.socket.say({ type: 'session', session: session('live') });
  browser.socket.say(samples(161));
  assert.equal(store.session?.state, 'live');
  assert.equal(store.timeline.newest_s, 161);
});

test('a session that was stored while the socket was away goes live over the next one', async () => {
  await open('live');
  browser.socket.lose();
  browser.answers.set(SESSION, () => ({ ...session('stored'), entries: [car] }));
  await browser.pass(5_000);
  assert.equal(browser.sockets.length, 2);
  browser.socket.accept();
  browser.socket.say(hello('stored'));
  assert.equal(store.session?.state, 'stored');
  browser.socket.say({ type: 'session', session: session('live') });
  assert.equal(store.session?.state, 'live');
});

test('a car that goes on has its silence filled from the store', async () => {
  await open('live');
  feed.trace('25', ['speed']);
  browser.socket.say({ type: 'session', session: session('stored') });
  await browser.pass(60_000);
  const before = countOf(SERIES);
  browser.socket.say({ type: 'session', session: session('live') });
  await settled();
  assert.equal(countOf(SERIES), before + 1);
});

test('a new hello leaves no hole in the traces', async () => {
  await open('live');
  feed.trace('25', ['speed']);
  await settled();
  browser.socket.say(samples(101));
  browser.socket.say(hello('live'));
  assert.equal(store.samples.trace('25', 'speed'), undefined);
  await settled();
  assert.equal(store.samples.trace('25', 'speed')?.xAt(0), 90);
});

test('an answer of the store from before a hello is thrown away', async () => {
  await open('live');
  feed.trace('25', ['speed']);
  browser.answers.set(SERIES, () => ({ series: [] }));
  browser.socket.say(hello('live'));
  await settled();
  assert.equal(store.samples.trace('25', 'speed'), undefined);
});

test('what is to be traced is remembered until there is a socket', async () => {
  feed.trace('25', ['speed']);
  await open('live');
  assert.deepEqual(browser.socket.sent[0], { type: 'subscribe', cars: ['25'], channels: ['speed'] });
});

/** Frames in which there is no car. */
function noFrames(): Uint8Array {
  const head = JSON.stringify({ from_s: 0, hz: 5, frames: 151, channels: [], cars: [] });
  const padded = head.padEnd(Math.ceil(head.length / 4) * 4);
  const bytes = new Uint8Array(8 + padded.length);
  bytes.set(new TextEncoder().encode('VCF1'));
  new DataView(bytes.buffer).setUint32(4, padded.length, true);
  bytes.set(new TextEncoder().encode(padded), 8);
  return bytes;
}

const calculated = (): string[] => browser.asked.filter((each) => /channels=(speed%2C)?slip/.test(each));

test('a calculated channel is asked of the store while the session goes on, and not of the socket', async () => {
  browser.answers.set(SERIES, (path) => ({
    series: path.includes('slip') ? [{ channel: 'slip', unit: '%', x: [100], y: [3] }] : [{ channel: 'speed', unit: null, x: [1], y: [1] }],
  }));
  await open('live');
  feed.trace('25', ['speed'], ['slip']);
  assert.deepEqual(browser.socket.sent.at(-1), { type: 'subscribe', cars: ['25'], channels: ['speed'] });
  for (let i = 1; i <= 60; i++) {
    await browser.pass(150);
    browser.socket.say(samples(100 + 0.15 * i));
    store.tick(performance.now() / 1_000);
  }
  const ofEdge = calculated().filter((each) => each.includes('from_s=90'));
  assert.ok(ofEdge.length >= 4 && ofEdge.length <= 8, `asked ${ofEdge.length} times in 9 s`);
  assert.deepEqual(store.samples.curve('25', 'slip', 95, 105, 100), { x: [100], y: [3] });
});

test('what was calculated by another expression is asked for again', async () => {
  let value = 3;
  browser.answers.set(SERIES, () => ({ series: [{ channel: 'slip', unit: '%', x: [90], y: [value] }] }));
  await open('stored');
  feed.trace('25', [], ['slip']);
  await browser.pass(1_000);
  const before = calculated().length;
  await browser.pass(5_000);
  assert.equal(calculated().length, before);
  assert.deepEqual(store.samples.curve('25', 'slip', 80, 100, 100)?.y, [3, 3]);
  value = 4;
  feed.forgetCalculated();
  assert.equal(store.samples.curve('25', 'slip', 80, 100, 100), null);
  await browser.pass(1_000);
  assert.deepEqual(store.samples.curve('25', 'slip', 80, 100, 100)?.y, [4, 4]);
});

test('a platform that is away is asked again, but not for a view that is gone', async () => {
  browser.answers.set(SESSION, () => {
    throw new Error('away');
  });
  await feed.start();
  await browser.pass(1_000);
  assert.equal(problems.length, 2);
  const last = feed.start();
  feed.stop();
  await last;
  await browser.pass(10_000);
  assert.equal(problems.length, 2);
  assert.equal(countOf(SESSION), 3);
});

const CONTROL = `${SESSION}/race-control`;
const nothing = { sector: null, car: null, incident: null, distance_m: null, weather: null };
const flagAt = (at_s: number, flag: string) => ({ ...nothing, at_s, kind: 'flag', flag, text: flag });
const circuit = (at_s: number, flag: number) => ({
  type: 'samples',
  at_s,
  cars: { trackside: { values: { flag }, times: { flag: at_s } } },
});

test('a red flag is shown as soon as the circuit sends it', async () => {
  await open('live');
  browser.socket.say(circuit(101, 1));
  const heard: string[] = [];
  store.on('facts', () => heard.push(store.control.flagAt(store.timeline.newest_s)));
  browser.socket.say(circuit(101.1, 4));
  assert.deepEqual(heard, ['red']);
  await browser.pass(3_000);
  assert.equal(store.control.flagAt(102), 'red');
});

test('views are told when the cursor that follows comes to the flag', async () => {
  await open('live');
  store.tick(performance.now() / 1_000);
  for (let i = 1; i <= 10; i++) {
    await browser.pass(100);
    browser.socket.say(circuit(100 + i / 10, i === 10 ? 4 : 1));
    store.tick(performance.now() / 1_000);
  }
  const seen: string[] = [];
  store.on('facts', () => seen.push(store.control.flagAt(store.now_s)));
  for (let i = 11; i <= 20; i++) {
    await browser.pass(100);
    browser.socket.say(circuit(100 + i / 10, 4));
    store.tick(performance.now() / 1_000);
  }
  assert.ok(seen.includes('red'));
});

test('flags of a stored session that could not be had at once are asked for until they are', async () => {
  browser.answers.set(CONTROL, () => busy());
  await open('stored');
  await browser.pass(2_000);
  assert.equal(store.control.known, false);
  assert.match(store.control.failed?.detail ?? '', /Too many/);
  browser.answers.set(CONTROL, () => ({ messages: [flagAt(5, 'green')], marshal_sectors: 9, total: 1 }));
  await browser.pass(20_000);
  assert.equal(store.control.flagAt(50), 'green');
  assert.equal(store.control.failed, null);
  const had = countOf(CONTROL);
  await browser.pass(60_000);
  assert.equal(countOf(CONTROL), had);
});

test('a live session is asked for what is new only', async () => {
  browser.answers.set(CONTROL, () => ({ messages: [flagAt(50, 'green')], marshal_sectors: 9, total: 1 }));
  await open('live');
  await browser.pass(6_000);
  const asked = browser.asked.filter((path) => path.startsWith(CONTROL));
  assert.equal(asked.at(-1), `${CONTROL}?from_s=45`);
  assert.equal(store.control.all.length, 1);
});

test('of more messages than one answer has the earlier ones are asked for too', async () => {
  const all = Array.from({ length: 2_500 }, (_, i) => flagAt(i, i % 2 === 0 ? 'yellow' : 'green'));
  browser.answers.set(CONTROL, (path) => {
    const asked = new URL(path, 'http://pit.wall/').searchParams;
    const until = Number(asked.get('to_s') ?? Infinity);
    const found = all.filter(({ at_s }) => at_s >= Number(asked.get('from_s') ?? 0) && at_s < until);
    return { messages: found.slice(-1_000), marshal_sectors: 9, total: found.length };
  });
  await open('stored');
  await browser.pass(1_000);
  assert.deepEqual(store.control.all.map(({ at_s }) => at_s), all.map(({ at_s }) => at_s));
});

test('who comes back to a view that could not open at first has no more under way than before', async () => {
  browser.answers.set(`${SESSION}/entries/25/laps`, () => busy());
  browser.answers.set(SESSION, () => ({ ...session('stored'), entries: [car] }));
  await feed.start();
  await browser.pass(10_000);
  feed.stop();
  const asked = browser.asked.length;
  await browser.pass(30_000);
  assert.equal(browser.asked.length, asked);
});

test('a session whose laps cannot be had is asked for less and less often, and the view does not come and go', async () => {
  const laps = `${SESSION}/entries/25/laps`;
  browser.answers.set(laps, () => busy());
  browser.answers.set(SESSION, () => ({ ...session('stored'), entries: [car] }));
  await feed.start();
  await browser.pass(60_000);
  assert.ok(countOf(laps) >= 5 && countOf(laps) <= 10, `asked ${countOf(laps)} times in 60 s`);
  assert.equal(problems.includes(null), false);
  browser.answers.set(laps, () => ({ laps: [], warnings: [] }));
  await browser.pass(20_000);
  assert.equal(problems.at(-1), null);
});

test('a platform that says how long it is busy is left alone for so long', async () => {
  browser.answers.set(SESSION, () => busy(20));
  await feed.start();
  await browser.pass(19_000);
  assert.equal(countOf(SESSION), 1);
  await browser.pass(2_000);
  assert.equal(countOf(SESSION), 2);
});

test('who leaves a session gives up what it still asks for', async () => {
  const given: (AbortSignal | null)[] = [];
  const hold = (_: string, signal: AbortSignal | null): Response => endless((given[given.length] = signal));
  await open('live');
  browser.answers.set(SERIES, hold);
  feed.trace('25', ['speed']);
  await settled();
  feed.stop();
  browser.answers.set(SESSION, hold);
  feed = new SessionFeed('fp1', store, (problem) => problems.push(problem));
  const started = feed.start();
  await settled();
  feed.stop();
  await started;
  assert.deepEqual(given.map((signal) => signal?.aborted), [true, true]);
});

test('nobody is asked for a published circuit where there is nobody to ask', async () => {
  await open('live');
  await browser.pass(60_000);
  assert.equal(countOf(`${SESSION}/circuit`), 0);
  assert.equal(store.published, null);
});

const published = () => store.published;

test('the published circuit is asked for until it is known where the cars are, and then no more', async () => {
  browser.answers.set(`${SESSION}/track`, () => ({ gates: [], outline: null, track_data: true }));
  browser.answers.set(`${SESSION}/circuit`, () => Response.json({}, { status: 404 }));
  await open('live');
  assert.equal(published(), null);
  assert.ok(countOf(`${SESSION}/circuit`) > 0);
  browser.answers.set(`${SESSION}/circuit`, () => ({ name: 'Talheimring', state: 'fresh' }));
  await browser.pass(60_000);
  assert.equal(published()?.name, 'Talheimring');
  const asked = countOf(`${SESSION}/circuit`);
  await browser.pass(60_000);
  assert.equal(countOf(`${SESSION}/circuit`), asked);
});
