import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeAt, halfOf, indexAt } from '../../main/web/dock/drop-zone.js';

const box = { left: 100, top: 50, width: 400, height: 200 };

test('near a side a panel drops beside the group, in its middle among its tabs', () => {
  assert.equal(edgeAt(box, 110, 150), 'left');
  assert.equal(edgeAt(box, 490, 150), 'right');
  assert.equal(edgeAt(box, 300, 60), 'top');
  assert.equal(edgeAt(box, 300, 240), 'bottom');
  assert.equal(edgeAt(box, 300, 150), null);
});

test('in a corner the nearer side wins, by its share of the box', () => {
  assert.equal(edgeAt(box, 120, 80), 'left');
  assert.equal(edgeAt(box, 160, 60), 'top');
});

test('the preview is the half that the panel will have', () => {
  assert.deepEqual(halfOf(box, 'right'), { left: 300, top: 50, width: 200, height: 200 });
  assert.deepEqual(halfOf(box, 'bottom'), { left: 100, top: 150, width: 400, height: 100 });
});

test('a tab drops before the one whose left half it is over', () => {
  const tabs = [0, 80, 160].map((left) => ({ left, top: 0, width: 80, height: 24 }));
  assert.equal(indexAt(tabs, 10), 0);
  assert.equal(indexAt(tabs, 90), 1);
  assert.equal(indexAt(tabs, 150), 2);
  assert.equal(indexAt(tabs, 500), 3);
});
