import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SamplePieces, type AskSeries } from '../../main/web/model/sample-pieces.js';

interface Question {
  channels: string[];
  from_s: number;
  to_s: number;
}

const HZ = 10;

/** A car that sends its time as the value of each channel, up to a moment. */
function platform(until: () => number): { asked: Question[]; ask: AskSeries } {
  const asked: Question[] = [];
  return {
    asked,
    ask: async (_, channels, from_s, to_s) => {
      asked.push({ channels, from_s, to_s });
      const x = Array.from({ length: (to_s - from_s) * HZ }, (__, i) => from_s + i / HZ).filter((at) => at <= until());
      return { by: 'time', x_unit: 's', series: channels.map((channel) => ({ channel, unit: null, x, y: x })) };
    },
  };
}

const stored = { newest_s: 200, recording: false };
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('what is wanted is asked for in runs of pieces, two at a time, and is then here', async () => {
  const { asked, ask } = platform(() => 200);
  const pieces = new SamplePieces(ask, 1_000, () => 0);
  const wanted = { car: '7', channels: ['speed', 'gear'], from_s: 15, to_s: 142 };
  let told = 0;
  pieces.listen(() => told++);

  assert.equal(pieces.read(wanted, stored).complete, false);
  assert.deepEqual(asked.map(({ from_s, to_s }) => [from_s, to_s]), [[0, 60], [60, 120]]);
  await settled();
  pieces.read(wanted, stored);
  await settled();

  const found = pieces.read(wanted, stored);
  assert.equal(found.complete, true);
  assert.deepEqual(asked.map(({ from_s }) => from_s), [0, 60, 120]);
  assert.equal(told, 3);
  assert.equal(found.series[0]?.x[0], 15);
  assert.equal(found.series[1]?.x.length, 127 * HZ);
  assert.equal(found.thinned, false);
});

test('another panel asks only for what is not here', async () => {
  const { asked, ask } = platform(() => 100);
  const pieces = new SamplePieces(ask, 1_000, () => 0);
  pieces.read({ car: '7', channels: ['speed'], from_s: 0, to_s: 20 }, stored);
  await settled();
  pieces.read({ car: '7', channels: ['speed', 'gear'], from_s: 5, to_s: 20 }, stored);
  assert.deepEqual(asked.map(({ channels }) => channels), [['speed'], ['gear']]);
});

test('while a session runs its newest piece is asked for again, but not more often than can be read', async () => {
  let newest_s = 12;
  let clock_ms = 0;
  const { asked, ask } = platform(() => newest_s);
  const pieces = new SamplePieces(ask, 1_000, () => clock_ms);
  const read = () => pieces.read({ car: '7', channels: ['speed'], from_s: 0, to_s: 20 }, { newest_s, recording: true });

  const before = (read(), await settled(), read());
  newest_s = 14;
  clock_ms = 1_000;
  assert.equal(read().stamp, before.stamp);
  assert.equal(asked.length, 1);

  clock_ms = 2_000;
  read();
  await settled();
  assert.notEqual(read().stamp, before.stamp);
  assert.equal(asked.length, 2);

  newest_s = 40;
  clock_ms = 9_000;
  read();
  await settled();
  newest_s = 50;
  clock_ms = 20_000;
  read();
  assert.equal(asked.length, 3);
});

test('a panel that wants a whole race does not hold up the others', async () => {
  const { asked, ask } = platform(() => 1_000);
  const pieces = new SamplePieces(ask, 1_000, () => 0);
  const reach = { newest_s: 1_000, recording: false };
  const race = (): void => void pieces.read({ car: '7', channels: ['gear'], from_s: 0, to_s: 1_000 }, reach);
  const lap = (): void => void pieces.read({ car: '7', channels: ['speed'], from_s: 0, to_s: 100 }, reach);
  pieces.listen(race);
  pieces.listen(lap);
  race();
  for (let i = 0; i < 3; i++) {
    await settled();
  }
  assert.equal(asked.filter(({ channels }) => channels[0] === 'speed').length, 2);
});

test('a question that was refused is put again after a while, and its reason is kept', async () => {
  let clock_ms = 0;
  let questions = 0;
  const ask: AskSeries = () => Promise.reject(new Error(`busy ${++questions}`));
  const pieces = new SamplePieces(ask, 1_000, () => clock_ms);
  const read = () => pieces.read({ car: '7', channels: ['speed'], from_s: 0, to_s: 20 }, stored);
  read();
  await settled();
  assert.match(String(pieces.problem), /busy 1/);
  read();
  assert.equal(questions, 1);
  clock_ms = 5_000;
  read();
  assert.equal(questions, 2);
});

test('as many points as were asked for mean that some were left out', async () => {
  const { ask } = platform(() => 100);
  const pieces = new SamplePieces(ask, 200, () => 0);
  const read = () => pieces.read({ car: '7', channels: ['speed'], from_s: 0, to_s: 20 }, stored);
  read();
  await settled();
  assert.equal(read().thinned, true);
});

test('a stretch for which samples came late is asked for again, and shown as it was until then', async () => {
  const { asked, ask } = platform(() => 100);
  const pieces = new SamplePieces(ask, 1_000, () => 0);
  const read = () => pieces.read({ car: '7', channels: ['speed'], from_s: 0, to_s: 60 }, stored);
  read();
  await settled();
  const before = read();
  const questions = asked.length;
  pieces.heal({ from_s: 25, to_s: 30 });
  assert.deepEqual(read().stamp, before.stamp);
  assert.equal(asked.length, questions + 1);
  assert.deepEqual([asked.at(-1)?.from_s, asked.at(-1)?.to_s], [20, 40]);
  await settled();
  assert.notDeepEqual(read().stamp, before.stamp);
  assert.equal(asked.length, questions + 1);
});

test('an answer that was on its way when samples came late is not the last word', async () => {
  const { asked, ask } = platform(() => 100);
  const pieces = new SamplePieces(ask, 1_000, () => 0);
  const read = () => pieces.read({ car: '7', channels: ['speed'], from_s: 0, to_s: 20 }, stored);
  read();
  pieces.heal({ from_s: 5, to_s: 6 });
  await settled();
  read();
  await settled();
  assert.equal(read().complete, true);
  assert.equal(asked.length, 2);
});
