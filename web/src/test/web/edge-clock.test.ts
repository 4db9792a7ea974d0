import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EdgeClock } from '../../main/web/model/edge-clock.js';

/** Runs 20 s of the wall in steps of the screen; the session's news comes every so often. */
function run(clock: EdgeClock, everySeconds: number, pace: number): number[] {
  const steps: number[] = [];
  let next = 0;
  for (let frame = 0; frame < 60 * 20; frame++) {
    const wall = frame / 60;
    if (wall >= next) {
      clock.hear(100 + next * pace, wall);
      next += everySeconds;
    }
    const before = clock.at_s;
    clock.tick(wall);
    steps.push(clock.at_s - before);
  }
  return steps;
}

test('runs evenly while news comes ten times a second', () => {
  const clock = new EdgeClock();
  clock.reset(99);
  const last = run(clock, 0.1, 1).slice(-300);
  assert.ok(Math.max(...last) < 1.2 / 60, `longest step ${Math.max(...last)}`);
  assert.ok(Math.min(...last) > 0.8 / 60, `shortest step ${Math.min(...last)}`);
  assert.ok(clock.newest_s - clock.at_s < 0.3);
});

test('runs as evenly at five times the speed', () => {
  const clock = new EdgeClock();
  clock.reset(99);
  const last = run(clock, 0.1, 5).slice(-300);
  assert.ok(Math.abs(clock.pace_s - 5) < 0.2, `pace ${clock.pace_s}`);
  assert.ok(Math.min(...last) > (5 * 0.8) / 60);
});

test('never goes back and never beyond what is known', () => {
  const clock = new EdgeClock();
  clock.reset(0);
  let before = 0;
  for (let frame = 0; frame < 600; frame++) {
    const wall = frame / 60;
    if (frame % 97 === 0) {
      clock.hear(frame / 60, wall);
    }
    clock.tick(wall);
    assert.ok(clock.at_s >= before);
    assert.ok(clock.at_s <= clock.newest_s);
    before = clock.at_s;
  }
});

test('stands when nothing more comes', () => {
  const clock = new EdgeClock();
  clock.reset(99);
  run(clock, 0.1, 1);
  clock.tick(40);
  const standing = clock.at_s;
  clock.tick(50);
  assert.ok(clock.at_s - standing < 1e-9);
  assert.ok(clock.newest_s - standing < 0.3);
});

test('jumps over a hole of a minute', () => {
  const clock = new EdgeClock();
  clock.reset(99);
  run(clock, 0.1, 1);
  clock.hear(180, 20.1);
  clock.tick(20.15);
  assert.ok(clock.at_s > 175, `at ${clock.at_s}`);
});
