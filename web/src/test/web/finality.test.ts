import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_FINAL, FinalityBook, heldText, provisionalOf, type Held, type Supply } from '../../main/web/model/finality.js';
import type { LedgerLine, Source } from '../../main/web/wire/words.js';
import { sourceOf } from './sources.js';

const START = '2026-05-01T12:00:00.000000000Z';
const at = (seconds: number): string => new Date(Date.parse(START) + 1_000 * seconds).toISOString();

const source = (id: string, until_s: number, more: Partial<Source> = {}): Source =>
  sourceOf(id, until_s, { first_sample: START, last_sample: at(until_s), ...more });

const line = (id: string, missing: [number, number][] = []): LedgerLine => ({
  source: id,
  car: id,
  arrived: 1,
  missing,
  healed: [],
  duplicate: 0,
  refused: 0,
});

const supply = (sources: Source[], ledger: LedgerLine[] = [], more: Partial<Supply> = {}): Supply => ({
  sources,
  ledger,
  start: START,
  live: true,
  wall_s: 0,
  ...more,
});

const bookOf = (...looks: Supply[]): FinalityBook => {
  const book = new FinalityBook();
  looks.forEach((look) => book.take(look));
  return book;
};

test('sources that send without a hole hold nothing back', () => {
  const book = bookOf(supply([source('7', 100), source('8', 98)], [line('7'), line('8')]));
  assert.equal(book.session.final_s, Infinity);
  assert.equal(book.session.held, null);
});

test('a car is final up to its first missing block, and the session up to that of the car with the earliest one', () => {
  const book = bookOf(supply([source('7', 100), source('8', 100)], [line('7', [[500, 509], [700, 701]]), line('8', [[300, 300]])]));
  assert.equal(book.of('7').final_s, 50);
  assert.equal(book.session.final_s, 30);
  assert.equal(book.session.held?.car, '8');
  assert.equal(book.ofAll(['7']).final_s, 50);
});

test('the time of a hole lies between two looks, whatever the length of blocks elsewhere', () => {
  // A pause of 900 s after the block 999: told from the first and the last block alone, the hole would lie far too late.
  const after = source('7', 1_100, { last_block: 1_999 });
  const hole = [line('7', [[950, 960]])];
  const late = bookOf(supply([after], hole));
  assert.equal(Math.round(late.of('7').final_s), 523);
  assert.equal(late.of('7').held?.about, true);
  const seen = bookOf(supply([source('7', 90)]), supply([source('7', 100)], hole), supply([after], hole));
  assert.equal(seen.of('7').final_s, 95);
  assert.equal(seen.of('7').held?.about, false);
});

test('a hole whose time nothing tells leaves nothing final', () => {
  const book = bookOf(supply([source('7', 100, { last_block: null, first_sample: at(12) })], [line('7', [[500, 500]])]));
  assert.equal(book.of('7').final_s, 12);
});

test('a silent car holds the session back, one that has ended does not', () => {
  const silent = bookOf(supply([source('7', 40, { state: 'silent' }), source('8', 100)]));
  assert.equal(silent.session.final_s, 40);
  assert.equal(silent.silentSince('7'), 40);
  assert.equal(silent.silentSince('8'), null);
  const ended = bookOf(supply([source('7', 40, { state: 'ended' }), source('8', 100)]));
  assert.equal(ended.session.final_s, Infinity);
});

test('a hole of a source that has ended still holds back: its blocks may be found', () => {
  const book = bookOf(supply([source('7', 100, { state: 'ended' })], [line('7', [[200, 210]])], { live: false }));
  assert.equal(book.session.final_s, 20);
});

test('a silent source that another one of its car came after holds nothing back', () => {
  const first = source('run-1', 40, { car: '7', state: 'silent' });
  const second = source('run-2', 100, { car: '7', first_sample: at(60) });
  assert.equal(bookOf(supply([first, second])).session.final_s, Infinity);
});

test('what is on its way is no hole: the last seconds of a live session are told only when they stay open', () => {
  const hole = [line('7', [[950, 950]])];
  assert.equal(bookOf(supply([source('7', 100)], hole)).session.final_s, Infinity);
  assert.equal(bookOf(supply([source('7', 106)], hole)).session.final_s, 95);
  assert.equal(bookOf(supply([source('7', 100, { state: 'ended' })], hole, { live: false })).session.final_s, 95);
});

test('a fast replay has more on its way', () => {
  const fast = bookOf(supply([source('7', 100)]), supply([source('7', 200), source('8', 150)], [], { wall_s: 10 }));
  assert.equal(fast.session.final_s, Infinity);
  const slow = bookOf(supply([source('7', 190)]), supply([source('7', 200), source('8', 150)], [], { wall_s: 10 }));
  assert.deepEqual(slow.session, { final_s: 150, held: { car: '8', source: '8', by: 'behind', about: false } });
});

test('a hole that is healed moves the watermark on', () => {
  const book = bookOf(supply([source('7', 100)], [line('7', [[500, 509]])]), supply([source('7', 104)], [line('7')]));
  assert.equal(book.session.final_s, Infinity);
});

test('times that count from another moment forget what was known', () => {
  const book = bookOf(supply([source('7', 100)]));
  book.take(supply([source('7', 100)], [line('7', [[500, 500]])], { start: at(-50) }));
  assert.equal(book.of('7').final_s, 100);
});

test('it is said why', () => {
  assert.equal(heldText({ car: '7', source: 'a', by: 'silent', about: false }), 'car 7 is silent');
  const held: Held = { car: '7', source: 'a', by: 'missing', about: true };
  assert.deepEqual(provisionalOf({ final_s: 259.9, held }, 200), { from: 259.9 - 200, word: 'provisional from about 4:20 on: blocks of car 7 are missing' });
  assert.equal(provisionalOf(ALL_FINAL), null);
});
