import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedNote } from '../../main/web/model/published-note.js';
import type { PublishedCircuit, Track } from '../../main/web/wire/words.js';

const published: PublishedCircuit = {
  provider: 'tracks.example',
  state: 'fresh',
  fetched: '2026-05-24T13:00:00Z',
  age_s: 60,
  reason: null,
  name: 'Talheimring',
  place: 'Talheim',
  length_m: 5_200,
  outline: { latitude: [50, 50.1], longitude: [6, 6.1] },
};
const driven = (metres: number): Track => ({ gates: [], outline: { car: '1', lap: 2, distance_m: [0, metres] } });

test('before a lap is timed the map names what is drawn and whose it is', () => {
  const note = publishedNote({ published, track: { gates: [], outline: null } });
  assert.equal(note?.text, 'Talheimring, 5.200 km as published');
  assert.equal(note?.detail, 'Published by tracks.example, fetched 2026-05-24');
  assert.equal(publishedNote({ published: { ...published, length_m: null }, track: null })?.text, 'Talheimring, as published');
  assert.equal(publishedNote({ published: null, track: null }), null);
});

test('an old outline is marked with its age and why it is old', () => {
  const stale = { ...published, state: 'stale', reason: 'no connection to tracks.example' } as const;
  assert.equal(publishedNote({ published: { ...stale, age_s: 3_600 }, track: null })?.text, 'Talheimring, 5.200 km as published, not the newest');
  const old = publishedNote({ published: { ...stale, age_s: 40.5 * 86_400 }, track: null });
  assert.equal(old?.text, 'Talheimring, 5.200 km as published, 40 days ago');
  assert.match(old?.detail ?? '', /a newer one cannot be had: no connection/);
});

test('with a measured lap it tells how far the published length is off', () => {
  assert.equal(publishedNote({ published, track: driven(5_174) })?.text, 'measured 5.174 km, published 5.200 km (−0.5 %)');
  assert.equal(publishedNote({ published: { ...published, length_m: null }, track: driven(5_174) }), null);
});
