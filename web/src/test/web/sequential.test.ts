import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEQUENTIAL_LEVELS, inkOn, levelOf } from '../../main/web/design/sequential.js';

/** Relative luminance by WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

test('colours grow lighter with the value, so they read in grey', () => {
  SEQUENTIAL_LEVELS.slice(1).forEach((colour, i) => assert.ok(luminance(colour) > luminance(SEQUENTIAL_LEVELS[i] as string)));
});

test('each stands out on the ground of a panel, and a number on each can be read', () => {
  for (const colour of SEQUENTIAL_LEVELS) {
    assert.ok(contrast(colour, '#101417') >= 3, colour);
    assert.ok(contrast(colour, inkOn(colour)) >= 4.5, `${colour} ${contrast(colour, inkOn(colour))}`);
  }
});

test('what lies outside takes the outermost colour', () => {
  assert.deepEqual([levelOf(-5, 0, 10), levelOf(0, 0, 10), levelOf(10, 0, 10), levelOf(99, 0, 10)], [0, 0, 31, 31]);
  assert.equal(levelOf(3, 3, 3), 16);
});
