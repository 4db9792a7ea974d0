import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecisionBook, MOST_DECISIONS } from '../../main/web/model/decision-book.js';
import { decided, stateOf } from './decisions.js';

/** An incident that was reported five seconds after it was, and a penalty of it. */
const RACE = decided(
  { type: 'session_scheduled', about: 'session' },
  { type: 'entry_registered', about: 'entry/44', facts: { car: '44' } },
  { type: 'session_went_green', about: 'session' },
  { type: 'incident_reported', about: 'incident/1', facts: { number: 1, cars: ['44', '7'] }, at: '2026-05-02T14:00:01.5Z', recorded: '2026-05-02T14:00:06.25Z' },
  { type: 'penalty_imposed', about: 'penalty/1', facts: { number: 1, car: '44', incident: 1 }, at: '2026-05-02T14:00:08Z' },
  { type: 'penalty_revoked', about: 'penalty/1', facts: { number: 1, reason: 'wrong car' }, at: '2026-05-02T14:00:09Z' },
);

function bookOf(decisions = RACE): DecisionBook {
  const book = new DecisionBook();
  book.add(decisions);
  return book;
}

test('a moment between two decisions shows what was known by the first of them', () => {
  const book = bookOf();
  book.knownAt = '2026-05-02T14:00:05Z';
  assert.equal(book.knownCount, 3);
  assert.equal(book.stop, 2);
  book.knownAt = '2026-05-02T14:00:06.250Z';
  assert.equal(book.knownCount, 4);
  book.knownAt = '2026-05-02T14:00:06.249999999Z';
  assert.equal(book.knownCount, 3);
});

test('what was in force and not yet recorded is what nobody could know', () => {
  const book = bookOf();
  book.knownAt = '2026-05-02T14:00:05Z';
  assert.deepEqual(book.unheard.map(({ about }) => about), ['incident/1']);
  book.knownAt = null;
  assert.deepEqual(book.unheard, []);
});

test('decisions of one moment are one stop, and the last stop is now', () => {
  const twins = decided({ type: 'a', about: 'session' }, { type: 'b', about: 'sector/1' }, { type: 'c', about: 'session' }).map((each, i) => ({
    ...each,
    recorded: i === 2 ? '2026-05-02T14:00:09Z' : '2026-05-02T14:00:01Z',
  }));
  const book = bookOf(twins);
  assert.deepEqual(book.stops, [1, 2]);
  assert.equal(book.knownAtOf(0), '2026-05-02T14:00:01Z');
  assert.equal(book.knownAtOf(1), null);
  assert.equal(book.knownAtOf(7), null);
  assert.equal(book.knownAtOf(-3), '2026-05-02T14:00:01Z');
});

test('before the first decision nothing is known', () => {
  const book = bookOf();
  book.knownAt = '2020-01-01T00:00:00Z';
  assert.equal(book.knownCount, 0);
  assert.equal(book.stop, -1);
  assert.equal(book.lastAbout('session'), null);
});

test('a decision that comes twice is kept once', () => {
  const book = bookOf();
  assert.equal(book.add(RACE.slice(3)), false);
  assert.equal(book.all.length, RACE.length);
});

test('what concerns an object goes on with what became of it', () => {
  const book = bookOf();
  const types = (subject: string): string[] => book.concerning(subject).map(({ type }) => type);
  assert.deepEqual(types('entry/44'), ['entry_registered', 'incident_reported', 'penalty_imposed', 'penalty_revoked']);
  assert.deepEqual(types('entry/7'), ['incident_reported']);
  assert.deepEqual(types('incident/1'), ['incident_reported', 'penalty_imposed', 'penalty_revoked']);
  assert.deepEqual(types('session'), ['session_scheduled', 'session_went_green']);
});

test('changes are told where the past is looked at, and only there', () => {
  const book = bookOf();
  book.now = stateOf({ phase: 'red' });
  assert.equal(book.changes.size, 0);
  book.knownAt = '2026-05-02T14:00:05Z';
  assert.equal(book.changes.size, 0, 'not before it is known what was believed');
  book.then = stateOf();
  assert.deepEqual([...book.changes], [['session', { then: 'green', now: 'red' }]]);
  assert.equal(book.shown, book.then);
});

test('the oldest decisions go where there are too many, and are counted', () => {
  const [template] = decided({ type: 'incident_reported', about: 'incident/1' });
  assert.ok(template);
  const many = Array.from({ length: MOST_DECISIONS + 3 }, (_, i) => ({ ...template, version: i + 1 }));
  const book = bookOf(many);
  assert.equal(book.all.length, MOST_DECISIONS);
  assert.equal(book.dropped, 3);
  assert.equal(book.all[0]?.version, 4);
});
