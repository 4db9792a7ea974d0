import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hazardsAt } from '../../main/web/model/hazards.js';
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

const hazards = (told: RaceControlBook, at_s: number, told_m: number | null = null): number[] => hazardsAt(told, at_s, 1000, told_m);

test('the hazard is the incident behind the flag, not any other', () => {
  assert.deepEqual(hazards(book, 120), [430]);
  assert.deepEqual(hazards(book, 131), []);
  assert.deepEqual(hazards(book, 99.5), []);
});

test('each flagged sector has its own hazard; who ran wide, or what lay there long ago, is none', () => {
  const busy = new RaceControlBook();
  busy.set({
    marshal_sectors: 10,
    total: 7,
    messages: [
      incident(20, 810),
      incident(99, 430),
      post(100, 5, 'yellow'),
      post(101, 5, 'double_yellow'),
      incident(149, 870),
      post(150, 9, 'yellow'),
      { ...incident(155, 890), incident: 'off_track' },
      post(160, 3, 'yellow'),
    ],
  });
  assert.deepEqual(hazards(busy, 148), [430]);
  assert.deepEqual(hazards(busy, 170), [430, 870]);
});

test('what the circuit says of the newest hazard counts, while its sector shows a flag', () => {
  assert.deepEqual(hazards(book, 120, 460), [460]);
  assert.deepEqual(hazards(book, 120, 770), [430]);
  assert.deepEqual(hazards(book, 131, 460), []);
});

test('nothing is told before it was said', () => {
  assert.equal(book.until(99.5).length, 2);
  assert.equal(book.until(99.5)[0]?.kind, 'incident');
});

const told = (...messages: RaceControlMessage[]) => ({ marshal_sectors: 10, total: messages.length, messages });
/** What the circuit sends at a moment; 4 is red, 2 yellow, 1 green. */
const sent = (at_s: number, values: Record<string, number>) => ({
  values,
  times: Object.fromEntries(Object.keys(values).map((channel) => [channel, at_s])),
});

test('a flag that is sent live is known before the platform says so, and once', () => {
  const live = new RaceControlBook();
  live.set(told(flag(5, 'green')));
  assert.equal(live.hear(sent(99.9, { flag: 1, flag_sector_3: 0, marshal_sectors: 10 })), false);
  assert.equal(live.hear(sent(100.1, { flag: 4, flag_sector_3: 2 })), true);
  assert.equal(live.flagAt(100.1), 'red');
  assert.equal(live.sectorsAt(100.1)[2], 'double_yellow');
  assert.equal(live.until(101)[1]?.text, 'Red flag');
  live.set(told(flag(5, 'green')));
  assert.equal(live.flagAt(102), 'red');
  live.set(told(flag(5, 'green'), flag(100.100001, 'red'), post(100.100001, 3, 'double_yellow')));
  assert.equal(live.all.length, 3);
  assert.equal(live.flagAt(103), 'red');
});

test('who joins late is not told as news what has been shown for long', () => {
  const live = new RaceControlBook();
  live.hear(sent(500, { flag: 2, flag_sector_1: 0 }));
  assert.equal(live.flagAt(500), 'yellow');
  live.set(told(flag(5, 'green'), flag(400, 'yellow')));
  assert.deepEqual(
    live.all.map(({ at_s }) => at_s),
    [5, 400],
  );
});

test('a flag that the platform does not say holds as long as it is sent', () => {
  const live = new RaceControlBook();
  live.set(told(flag(5, 'green')));
  live.hear(sent(100, { flag: 4 }));
  live.hear(sent(200, { flag: 4 }));
  live.set(told(flag(5, 'green')));
  assert.equal(live.flagAt(200), 'red');
  live.set(told(flag(5, 'green'), flag(150, 'red'), flag(180, 'green')));
  assert.equal(live.flagAt(200), 'green');
  assert.equal(live.all.length, 3);
});

test('a value from before the newest turns no flag back', () => {
  const live = new RaceControlBook();
  live.hear(sent(100, { flag: 4 }));
  assert.equal(live.hear(sent(99, { flag: 1 })), false);
  assert.equal(live.flagAt(101), 'red');
});

test('an answer about a part takes the place of what was known of it, and tells nothing twice', () => {
  const parts = new RaceControlBook();
  parts.set(told(flag(100, 'yellow'), incident(105, 1)), 90);
  parts.set(told(flag(5, 'green')), -Infinity, 90);
  assert.equal(parts.set(told(flag(101, 'yellow'), incident(105, 1)), 101), false);
  assert.equal(parts.set(told(incident(104, 2), flag(130, 'green')), 101), true);
  assert.deepEqual(
    parts.all.map(({ at_s }) => at_s),
    [5, 100, 104, 130],
  );
  assert.equal(parts.asksFrom_s, 125);
});

test('while it rains all is asked for since it began', () => {
  const wet = new RaceControlBook();
  const turn = (at_s: number, weather: string): RaceControlMessage => ({ ...nothing, at_s, kind: 'weather', weather });
  wet.set(told(turn(300, 'rain'), flag(500, 'yellow')));
  assert.equal(wet.asksFrom_s, 295);
  wet.set(told(turn(600, 'no_rain')), 550);
  assert.equal(wet.asksFrom_s, 595);
});

test('the count of what lies before a moment is of all that is told', () => {
  assert.deepEqual([4, 5, 100, 700].map((at_s) => book.count(at_s)), [0, 1, 4, 8]);
});
