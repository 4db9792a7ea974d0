import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNoMap } from '../../main/web/model/no-map.js';

test('positions may still arrive while a session is live', () => {
  assert.match(whyNoMap('live', []), /first positions that arrive/);
});

test('of a stored session it is said what the recording lacks', () => {
  assert.equal(whyNoMap('stored', []), 'The recording has no positions.');
  assert.match(whyNoMap('stored', ['latitude', 'longitude']), /timed lap/);
  assert.match(whyNoMap('stored', null), /yet/);
});
