import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthText, rangesText } from '../../main/web/model/ledger-summary.js';

test('ranges of blocks are named, many of them counted', () => {
  assert.equal(rangesText([]), '');
  assert.equal(rangesText([[5, 5], [7, 9]]), '5, 7–9');
  assert.equal(rangesText([[1, 1], [3, 3], [5, 5], [7, 7], [9, 9], [11, 12]]), '1, 3, 5, 7 and 2 more');
});

test('the health of a source is told in words', () => {
  const line = { source: 'a', car: '7', arrived: 90, missing: [[5, 6]], healed: [[1, 1]], duplicate: 2, refused: 1 } satisfies Parameters<
    typeof healthText
  >[1];
  assert.equal(healthText({ state: 'silent' }, line), 'silent, but not ended: more may come · missing 5–6 · came late 1 · 2 came twice · 1 refused');
  assert.equal(healthText({ state: 'sending' }, { ...line, missing: [], healed: [], duplicate: 0, refused: 0 }), 'nothing missing');
});
