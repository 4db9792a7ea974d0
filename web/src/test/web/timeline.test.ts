import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Timeline } from '../../main/web/model/timeline.js';

/** A session that has been followed for a minute of the wall, from second 0. */
function followed(): Timeline {
  const timeline = new Timeline();
  timeline.reset(0);
  go(timeline, 0, 60);
  return timeline;
}

function go(timeline: Timeline, from: number, to: number): void {
  for (let frame = Math.round(from * 60); frame <= to * 60; frame++) {
    if (frame % 6 === 0) {
      timeline.hear(frame / 60, frame / 60);
    }
    timeline.tick(frame / 60);
  }
}

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 0.35, `${actual} is not about ${expected}`);

test('follows what happens', () => {
  const timeline = followed();
  near(timeline.at_s, 60);
  assert.equal(timeline.atEnd, true);
});

test('stands where it was paused while the session goes on', () => {
  const timeline = followed();
  timeline.pause();
  go(timeline, 60, 90);
  near(timeline.at_s, 60);
  near(timeline.end_s, 90);
  assert.equal(timeline.atEnd, false);
});

test('plays on from a pause at the chosen rate, and joins what happens when it has caught up', () => {
  const timeline = followed();
  timeline.seek(20);
  timeline.play(5);
  go(timeline, 60, 65);
  near(timeline.at_s, 45);
  go(timeline, 65, 80);
  assert.equal(timeline.motion.kind, 'live');
  near(timeline.at_s, 80);
});

test('a delay holds for everything, and not before the beginning', () => {
  const timeline = followed();
  timeline.delay(10);
  go(timeline, 60, 70);
  near(timeline.at_s, 60);
  const young = new Timeline();
  young.reset(0);
  young.delay(30);
  go(young, 0, 12);
  assert.equal(young.at_s, 0);
});

test('a stored session shows its end, and plays from its beginning', () => {
  const timeline = new Timeline();
  timeline.setRecording(false);
  timeline.reset(300);
  assert.equal(timeline.at_s, 300);
  assert.equal(timeline.atEnd, true);
  assert.equal(timeline.running, false);
  timeline.tick(0);
  timeline.toggle();
  timeline.tick(1);
  near(timeline.at_s, 1);
  timeline.seek(299.5);
  timeline.tick(3);
  assert.equal(timeline.atEnd, true);
  assert.equal(timeline.running, false);
});

test('the cursor stays within the session', () => {
  const timeline = followed();
  timeline.step(-1000);
  assert.equal(timeline.at_s, 0);
  timeline.step(1000);
  near(timeline.at_s, 60);
  assert.equal(timeline.motion.kind, 'paused');
});

test('a rate chosen while the cursor follows what happens does not drop it behind', () => {
  const timeline = followed();
  timeline.play(1);
  go(timeline, 60, 70);
  assert.deepEqual(timeline.motion, { kind: 'live' });
  timeline.play(0.5);
  go(timeline, 70, 80);
  near(timeline.at_s, 75);
});

test('as fast as it happens, the little that is left is caught up', () => {
  const timeline = followed();
  timeline.seek(59.7);
  timeline.play(1);
  go(timeline, 60, 61);
  assert.deepEqual(timeline.motion, { kind: 'live' });
});
