import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HealingBook, type BlockTimes, type Healed } from '../../main/web/model/healing.js';
import type { LedgerLine } from '../../main/web/wire/words.js';
import { sourceOf } from './sources.js';

const START = Date.parse('2026-05-01T12:00:00Z');

/** Ten blocks a second. */
const times: BlockTimes = {
  last_s: (source) => (source.last_block === null ? null : (source.last_block + 1) / 10),
  about: (source, first, last) => ({
    from_s: Math.max(first / 10, (Date.parse(source.first_sample ?? '') - START) / 1_000),
    to_s: (last + 1) / 10,
  }),
};

interface Told {
  until_s: number;
  from_s?: number;
  missing?: [number, number][];
  healed?: [number, number][];
}

/** The looks at sources by name; all that sends without delay has sent up to 10 s before the furthest. */
function tell(...looks: Record<string, Told>[]): (Healed | null)[] {
  const book = new HealingBook();
  return looks.map((look) => {
    const sources = Object.entries(look).map(([id, { until_s, from_s = 0 }]) =>
      sourceOf(id, until_s, { first_sample: new Date(START + 1_000 * from_s).toISOString() }),
    );
    const ledger = Object.entries(look).map(([source, { missing = [], healed = [] }]): LedgerLine => ({
      source,
      car: source,
      arrived: 1,
      missing,
      healed,
      duplicate: 0,
      refused: 0,
    }));
    return book.look(sources, ledger, times, Math.max(...Object.values(look).map(({ until_s }) => until_s)) - 10);
  });
}

test('what sends without a hole heals nothing', () => {
  assert.deepEqual(tell({ a: { until_s: 100 } }, { a: { until_s: 104 } }, { a: { until_s: 108 } }), [null, null, null]);
});

test('blocks that were missing and came are told of a look later, when they are in the store', () => {
  const told = tell(
    { a: { until_s: 100, missing: [[500, 509], [700, 719]] } },
    { a: { until_s: 104, missing: [[500, 509], [710, 719]], healed: [[700, 709]] } },
    { a: { until_s: 108, missing: [[500, 509], [710, 719]], healed: [[700, 709]] } },
    { a: { until_s: 112, missing: [[500, 509], [710, 719]], healed: [[700, 709]] } },
  );
  assert.deepEqual(told, [null, null, { from_s: 70, to_s: 71 }, null]);
});

test('blocks that went missing and came between two looks are told of', () => {
  const told = tell(
    { a: { until_s: 100, healed: [[3, 9]] } },
    { a: { until_s: 104, healed: [[3, 9], [1_010, 1_012]] } },
    { a: { until_s: 108 } },
  );
  assert.deepEqual(told.at(-1), { from_s: 101, to_s: 101.3 });
});

test('while more comes with each look it is told of together, and the last of it too', () => {
  const hole = (left: number): [number, number][] => (left === 0 ? [] : [[600 - left, 599]]);
  const looks = [100, 90, 80, 70, 60, 50, 40, 40, 40].map((left, i) => ({ a: { until_s: 100 + 4 * i, missing: hole(left) } }));
  const told = tell(...looks).filter((each) => each !== null);
  assert.deepEqual(told, [{ from_s: 50, to_s: 55 }, { from_s: 55, to_s: 56 }]);
});

test('a source that is behind fills a time that was shown without it', () => {
  const told = tell(
    { a: { until_s: 100 }, b: { until_s: 40 } },
    { a: { until_s: 104 }, b: { until_s: 44 } },
    { a: { until_s: 108 }, b: { until_s: 44 } },
  );
  assert.deepEqual(told, [null, null, { from_s: 40, to_s: 44 }]);
});

test('a source that is told of for the first time, of a time long past, fills it', () => {
  const b = { from_s: 20, until_s: 60 };
  const told = tell({ a: { until_s: 100 } }, { a: { until_s: 104 }, b }, { a: { until_s: 108 }, b });
  assert.deepEqual(told.at(-1), { from_s: 20, to_s: 60 });
});
