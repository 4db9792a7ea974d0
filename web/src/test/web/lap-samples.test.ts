import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LapSamples, covers, refined, roundAbout, type SeriesCalls } from '../../main/web/model/lap-samples.js';
import type { SeriesAnswer } from '../../main/web/wire/words.js';

const lap = { session: 'fp1', car: '7', lap: 3 };
const { signal } = new AbortController();

/** A platform that remembers what it was asked for, and has a sample a second. */
class Asked implements SeriesCalls {
  readonly calls: string[] = [];

  seriesOfLap(_: unknown, channels: string[], by: string, points: number): Promise<SeriesAnswer> {
    this.calls.push(`lap by ${by} ${points}`);
    return Promise.resolve(answer(channels, 0, 100));
  }

  seriesBetween(_: string, __: string, channels: string[], from_s: number, to_s: number, points: number): Promise<SeriesAnswer> {
    this.calls.push(`${from_s} to ${to_s} ${points}`);
    return Promise.resolve(answer(channels, Math.ceil(from_s), to_s));
  }
}

function answer(channels: string[], from: number, to: number): SeriesAnswer {
  const x = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return { by: 'time', x_unit: 's', series: channels.map((channel) => ({ channel, unit: null, x, y: x.map((at) => at * 2) })) };
}

const samples = (calls: SeriesCalls, by: 'time' | 'distance' = 'time', start: number | null = 500) =>
  new LapSamples(lap, by, ['speed'], () => start, calls);

test('a part of a lap is asked for by the time of the session, and counted from the start of the lap', async () => {
  const asked = new Asked();
  const part = await samples(asked).part([10, 20], [0, 100], signal);
  assert.deepEqual(asked.calls, ['510 to 520 2000']);
  assert.deepEqual([part?.get('speed')?.x.at(0), part?.get('speed')?.x.at(-1)], [10, 20]);
  assert.equal(part?.get('speed')?.y[0], 1_020);
});

test('nothing before the recording is asked for', async () => {
  const asked = new Asked();
  await samples(asked, 'time', -5).part([0, 20], [0, 100], signal);
  assert.deepEqual(asked.calls, ['0 to 15 2000']);
});

test('while nobody knows when the lap began, no part of it can be asked for', async () => {
  assert.equal(await samples(new Asked(), 'time', null).part([0, 20], [0, 100], signal), null);
});

test('by distance a lap comes whole, the finer the closer one looks, up to a bound', async () => {
  const asked = new Asked();
  await samples(asked, 'distance').part([10, 35], [0, 100], signal);
  await samples(asked, 'distance').part([10, 11], [0, 100], signal);
  assert.deepEqual(asked.calls, ['lap by distance 8000', 'lap by distance 32000']);
});

test('an answer that may have been thinned out does not count as all samples', async () => {
  const few = await samples(new Asked()).all([0, 100], signal);
  assert.equal(few?.whole, true);
  const many = await samples(new Asked()).all([0, 60_000], signal);
  assert.equal(many?.whole, false);
});

test('the fine curve takes the place of the coarse one where it is known', () => {
  const coarse = { x: [0, 10, 20, 30], y: [0, 1, 2, 3] };
  const fine = { x: [10, 12, 14], y: [1, 5, 1] };
  assert.deepEqual(refined(coarse, fine, [10, 20]), { x: [0, 10, 12, 14, 30], y: [0, 1, 5, 1, 3] });
  assert.deepEqual(refined(coarse, undefined, [10, 20]), coarse);
  assert.deepEqual(refined(coarse, fine, [-Infinity, Infinity]), fine);
});

test('what is asked for is wider than what is in sight, within the lap', () => {
  assert.deepEqual(roundAbout([40, 60], [0, 100]), [35, 65]);
  assert.deepEqual(roundAbout([0, 20], [0, 100]), [0, 25]);
  assert.ok(covers([35, 65], [40, 60]));
  assert.ok(!covers([35, 65], [30, 60]));
});
