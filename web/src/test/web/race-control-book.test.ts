import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RaceControlBook } from '../../main/web/model/race-control-book.js';
import type { RaceControlMessage } from '../../main/web/wire/words.js';

const nothing = { flag: null, sector: null, car: null, incident: null, distance_m: null, weather: null, text: '' };
const flag = (at_s: number, shown: RaceControlMessage['flag']): RaceControlMessage => ({ ...nothing, at_s, kind: 'flag', flag: shown });
const post = (at_s: number, sector: number, shown: RaceControlMessage['flag']): RaceControlMessage => ({
  ...nothing,
  at_s,
  kind: 'sector_flag',
  sector,
  flag: shown,
});
const incident = (at_s: number, distance_m: number): RaceControlMessage => ({ ...nothing, at_s, kind: 'incident', incident: 'spin', distance_m });

const book = new RaceControlBook();
book.set({
  marshal_sectors: 10,
  total: 8,
  messages: [
    flag(5, 'green'),
    incident(99, 430),
    flag(100, 'yellow'),
    post(100, 5, 'double_yellow'),
    incident(110, 900),
    post(130, 5, 'clear'),
    flag(130, 'green'),
    flag(600, 'chequered'),
  ],
});

test('a flag holds until the next one', () => {
  assert.equal(book.flagAt(2), 'none');
  assert.equal(book.flagAt(99), 'green');
  assert.equal(book.flagAt(129), 'yellow');
  assert.equal(book.chequered_s, 600);
  assert.deepEqual(
    book.spans(200).map(({ flag: shown, from_s, to_s }) => [shown, from_s, to_s]),
    [
      ['green', 5, 100],
      ['yellow', 100, 130],
      ['green', 130, 200],
    ],
  );
});

test('the posts show what they showed last', () => {
  assert.equal(book.sectorsAt(120).filter((each) => each !== 'clear').length, 1);
  assert.equal(book.sectorsAt(120)[4], 'double_yellow');
  assert.ok(book.sectorsAt(131).every((each) => each === 'clear'));
});

test('the hazard is the incident behind the flag, not any other', () => {
  assert.equal(book.hazardAt(120, 1000), 430);
  assert.equal(book.hazardAt(131, 1000), null);
  assert.equal(book.hazardAt(99.5, 1000), null);
});

test('nothing is told before it was said', () => {
  assert.equal(book.until(99.5).length, 2);
  assert.equal(book.until(99.5)[0]?.kind, 'incident');
});
