import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coloursOf, piecesOfLines } from '../../main/web/charts/painter-text.js';
import { factsLine, fileName, type PictureFacts } from '../../main/web/charts/png.js';

const facts: PictureFacts = { title: 'Traces', panel: 'traces', session: 'race', sessionTitle: 'Race 1', car: '7', lap: 12, cursor: 'cursor 0:31' };

test('the name of a picture says what it is of', () => {
  assert.equal(fileName(facts), 'race-7-lap12-traces.png');
  assert.equal(fileName({ ...facts, car: null, lap: null, panel: 'track' }), 'race-track.png');
  assert.equal(fileName({ ...facts, car: 'A/ß 9' }), 'race-a-9-lap12-traces.png');
});

test('the head of a picture names what applies', () => {
  assert.equal(factsLine(facts), 'Race 1 · car 7 · lap 12 · cursor 0:31');
  assert.equal(factsLine({ ...facts, lap: null, cursor: null }), 'Race 1 · car 7');
});

test('a text is cut where the browser begins a new line', () => {
  const tops = [10, 10, 10, 12, 10, 28, 28, 28];
  assert.deepEqual(piecesOfLines('ab cd ef', (i) => tops[i] ?? 28), [
    { from: 0, to: 5 },
    { from: 6, to: 8 },
  ]);
  assert.deepEqual(piecesOfLines(' \n ', () => 0), []);
});

test('only gradients have colours', () => {
  assert.deepEqual(coloursOf('linear-gradient(90deg, rgb(1, 2, 3), rgba(4, 5, 6, 0.5) 40%)'), ['rgb(1, 2, 3)', 'rgba(4, 5, 6, 0.5)']);
  assert.deepEqual(coloursOf('none'), []);
  assert.deepEqual(coloursOf('url("data:rgb(1,2,3)")'), []);
});
