import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MATH_FUNCTIONS, completed, completions, wordAt, type Completion } from '../../main/web/model/math-language.js';

const channel = (name: string): Completion => ({ name, note: '', isFunction: false });
const func = (name: string): Completion => ({ name, note: '', isFunction: true });
const names = [channel('speed'), channel('wheel_speed_fl'), channel('brake-press'), channel('2nd_gear'), func('sqrt'), func('smooth')];
const found = (prefix: string): string[] => completions(prefix, names).map(({ name }) => name);

test('names that begin so come before those that have it within', () => {
  assert.deepEqual(found('sp'), ['speed', 'wheel_speed_fl']);
  assert.deepEqual(found('S'), ['speed', 'sqrt', 'smooth', 'wheel_speed_fl', 'brake-press']);
});

test('a name that is written whole is offered no more', () => {
  assert.deepEqual(found('sqrt'), []);
  assert.deepEqual(found('nothing'), []);
});

test('the word ends at the caret, not at the end of the text', () => {
  assert.deepEqual(wordAt('derivative(spe) * 2', 14), { from: 11, to: 14, prefix: 'spe' });
  assert.equal(wordAt('speed + ', 8), null);
});

test('numbers and their units are not completed', () => {
  assert.equal(wordAt('speed > 100', 11), null);
  assert.equal(wordAt('speed > 100 km', 14), null);
  assert.equal(wordAt('speed > 100km', 13), null);
  assert.deepEqual(wordAt('2 * spe', 7), { from: 4, to: 7, prefix: 'spe' });
});

test('within quotes every sign belongs to the name', () => {
  assert.deepEqual(wordAt('"brake-p', 8), { from: 0, to: 8, prefix: 'brake-p' });
  assert.deepEqual(wordAt('"a" + spe', 9), { from: 6, to: 9, prefix: 'spe' });
});

test('a channel is put in the place of the word, in quotes where it needs them', () => {
  const word = { from: 4, to: 6, prefix: 'br' };
  assert.deepEqual(completed('2 * br + 1', word, channel('speed')), { text: '2 * speed + 1', caret: 9 });
  assert.deepEqual(completed('2 * br + 1', word, channel('brake-press')), { text: '2 * "brake-press" + 1', caret: 17 });
  assert.deepEqual(completed('2 * br', word, channel('2nd_gear')), { text: '2 * "2nd_gear"', caret: 14 });
});

test('a quote that is open and one that stands behind are taken along', () => {
  assert.deepEqual(completed('"brake-p', { from: 0, to: 8, prefix: 'brake-p' }, channel('brake-press')), { text: '"brake-press"', caret: 13 });
  assert.deepEqual(completed('"brake-p"', { from: 0, to: 8, prefix: 'brake-p' }, channel('brake-press')), { text: '"brake-press"', caret: 13 });
});

test('a function opens its parenthesis once', () => {
  assert.deepEqual(completed('sq', { from: 0, to: 2, prefix: 'sq' }, func('sqrt')), { text: 'sqrt(', caret: 5 });
  assert.deepEqual(completed('sq(speed)', { from: 0, to: 2, prefix: 'sq' }, func('sqrt')), { text: 'sqrt(speed)', caret: 4 });
});

test('each function is named once', () => {
  const all = MATH_FUNCTIONS.map(({ name }) => name);
  assert.equal(new Set(all).size, all.length);
});
