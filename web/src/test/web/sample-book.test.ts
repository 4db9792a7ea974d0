import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SampleBook } from '../../main/web/model/sample-book.js';

const sheet = (from_s: number, value: number) => ({
  from_s,
  hz: 10,
  frames: 601,
  channels: ['speed'],
  columns: new Map([['25', [{ base: value, above: new Float32Array(601) }]]]),
});
const speed = (at_s: number, value: number) => ({ values: { speed: value }, times: { speed: at_s } });

test('what came live goes before what was fetched, which shows where nothing came', () => {
  const book = new SampleBook(() => undefined);
  book.putFrames(0, sheet(0, 100), 60, 60);
  book.take('25', speed(40, 200));
  book.take('25', speed(41, 210));
  book.take('25', speed(50, 220));
  assert.equal(book.valueAt('25', 'speed', 30), 100);
  assert.equal(book.valueAt('25', 'speed', 40.5), 205);
  assert.equal(book.valueAt('25', 'speed', 45), 100);
  assert.equal(book.valueAt('26', 'speed', 45), null);
});

test('frames are needed up to where the live samples begin, and again where samples came late', () => {
  const book = new SampleBook(() => undefined);
  assert.equal(book.needsFrames(0, 60), true);
  book.take('25', speed(40, 200));
  assert.equal(book.needsFrames(0, 60), true);
  book.putFrames(0, sheet(0, 100), 41, 60);
  assert.equal(book.needsFrames(0, 60), false);
  assert.equal(book.needsFrames(1, 70), false);
  book.heal({ from_s: 62, to_s: 63 });
  assert.equal(book.needsFrames(0, 60), false);
  assert.equal(book.needsFrames(1, 70), true);
  book.putFrames(1, sheet(60, 100), 80, 80);
  assert.equal(book.needsFrames(1, 70), false);
});

test('a new hello forgets what came live, and what was fetched only where its times are others', () => {
  const book = new SampleBook(() => undefined);
  book.take('25', speed(40, 200));
  book.putFrames(0, sheet(0, 100), 60, 60);
  book.forget(false);
  assert.equal(book.valueAt('25', 'speed', 40), 100);
  assert.equal(book.newestOf('25', 'speed', 40), null);
  book.forget(true);
  assert.equal(book.valueAt('25', 'speed', 40), null);
});

test('the past is all here when each minute of it up to the moment is', () => {
  const book = new SampleBook(() => undefined);
  book.putFrames(1, sheet(60, 100), 120, 100);
  assert.equal(book.knowsAllUntil(100), false);
  book.putFrames(0, sheet(0, 100), 120, 100);
  assert.equal(book.knowsAllUntil(100), true);
  assert.equal(book.knowsAllUntil(130), false);
  book.take('25', speed(118, 200));
  assert.equal(book.knowsAllUntil(130), true);
});

test('a place holds a moment for the map; for the race a car is where it was seen, or nowhere', () => {
  const book = new SampleBook(() => undefined);
  const place = (at_s: number, world_x: number) => ({ values: { world_x, world_y: 0 }, times: { world_x: at_s, world_y: at_s } });
  book.take('25', place(40, 100));
  book.take('25', place(41, 150));
  assert.deepEqual(book.seenAt('25', 40.5), book.placeAt('25', 40.5));
  assert.notEqual(book.seenAt('25', 40.5), null);
  assert.notEqual(book.placeAt('25', 42), null);
  assert.equal(book.seenAt('25', 42), null);
});
