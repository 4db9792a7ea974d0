import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonOf, resampled } from '../../main/web/model/comparison.js';
import { ComparisonFeed, type CompareCalls } from '../../main/web/model/comparison-feed.js';
import { Problem, type LapAddress } from '../../main/web/wire/rest.js';
import type { Channel, LapsOfEntry, Overlay } from '../../main/web/wire/words.js';

const reference = { session: 'fp1', car: '7', lap: 3 };
const other = (lap: number, car = '7'): LapAddress => ({ session: 'fp1', car, lap });
const { signal } = new AbortController();

function overlay(distance_m: number[], perMetre: number, channels: string[] = ['speed']): Overlay {
  return {
    distance_m,
    delta_s: distance_m.map((metres) => metres * perMetre),
    channels: channels.map((channel) => ({
      channel,
      unit: 'km/h',
      reference: distance_m.map((metres) => metres),
      other: distance_m.map((metres) => metres * 2),
    })),
    line: null,
  };
}

test('laps of different grids come onto the one that reaches furthest', () => {
  const { distance_m, deltas, channels } = comparisonOf([overlay([0, 15, 30], 0.01), overlay([0, 10, 20, 30, 40], 0.02)]);
  assert.deepEqual(distance_m, [0, 10, 20, 30, 40]);
  assert.deepEqual(deltas[0]?.map((delta) => delta && +delta.toFixed(6)), [0, 0.1, 0.2, 0.3, null]);
  assert.deepEqual(deltas[1], [0, 0.2, 0.4, 0.6, 0.8]);
  assert.deepEqual(channels[0]?.others[0], [0, 20, 40, 60, null]);
});

test('gears of a lap on another grid are gears', () => {
  const gears = overlay([0, 20, 40], 0, ['gear']);
  Object.assign(gears.channels[0] as object, { reference: [3, 5, 4], other: [2, 6, 6] });
  const { channels } = comparisonOf([gears, overlay([0, 10, 20, 30, 40, 50], 0, ['speed'])]);
  const gear = channels.find(({ channel }) => channel === 'gear');
  assert.deepEqual(gear?.reference, [3, 3, 5, 5, 4, null]);
  assert.deepEqual(gear?.others[0], [2, 2, 6, 6, 6, null]);
});

test('a lap without a channel leaves its line of it empty', () => {
  const { channels } = comparisonOf([overlay([0, 10], 0, ['speed']), overlay([0, 10], 0, ['speed', 'boost'])]);
  const boost = channels.find(({ channel }) => channel === 'boost');
  assert.deepEqual(boost?.reference, [0, 10]);
  assert.deepEqual(boost?.others, [[null, null], [0, 20]]);
});

test('nothing is invented beside a hole or beyond the ends', () => {
  assert.deepEqual(resampled([0, 10, 20], [1, null, 3], [0, 5, 15, 25]), [null, null, null, null]);
  assert.deepEqual(resampled([0, 10], [1, 3], [-1, 0, 5, 10, 11]), [null, 1, 2, 3, null]);
  assert.deepEqual(resampled([], [], [0]), [null]);
});

/** A platform with one car that has no circuit in common with the others. */
class Platform implements CompareCalls {
  asked: string[] = [];
  working = 0;
  mostAtOnce = 0;

  channels(_: string, car: string): Promise<Channel[]> {
    if (car === 'unknown') {
      return Promise.reject(new Problem('No such car', 'unknown', '', 404));
    }
    const names = car === '7' ? ['speed', 'gear', 'oil'] : ['speed', 'boost'];
    return Promise.resolve(names.map((name) => ({ name, original_name: null, unit: null, original_unit: null, rate_hz: 10, expression: null })));
  }

  laps(): Promise<LapsOfEntry> {
    return Promise.reject(new Problem('Timing is late', '', '', 503));
  }

  async overlay(_: LapAddress, { car, lap }: LapAddress): Promise<Overlay> {
    this.asked.push(`${car}/${lap}`);
    this.working += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.working);
    await Promise.resolve();
    this.working -= 1;
    if (car === 'elsewhere') {
      throw new Problem('Two circuits', 'They begin 9 km from each other.', '', 422);
    }
    return overlay([0, 10], lap);
  }
}

test('one lap that does not fit leaves the others standing, and says why', async () => {
  const found = await new ComparisonFeed(new Platform()).overlays(reference, [other(1), other(2, 'elsewhere')], ['speed'], signal);
  assert.deepEqual(
    found.map(({ overlay: got, problem }) => [got?.delta_s.at(-1), problem?.title]),
    [[10, undefined], [undefined, 'Two circuits']],
  );
});

test('asks for two at a time, and never again for a lap that stays', async () => {
  const platform = new Platform();
  const feed = new ComparisonFeed(platform);
  await feed.overlays(reference, [1, 2, 4, 5, 6].map((lap) => other(lap)), ['speed'], signal);
  assert.equal(platform.mostAtOnce, 2);
  platform.asked = [];
  await feed.overlays(reference, [other(2), other(9)], ['speed'], signal);
  assert.deepEqual(platform.asked, ['7/9']);
});

test('offers what the reference has and one of the others as well', async () => {
  const feed = new ComparisonFeed(new Platform());
  const names = async (...others: LapAddress[]) => (await feed.channels(reference, others)).map(({ name }) => name);
  assert.deepEqual(await names(other(1, '8'), other(2, '9')), ['speed']);
  assert.deepEqual(await names(other(1, '8'), other(2)), ['speed', 'gear', 'oil']);
  assert.deepEqual(await names(other(1, 'unknown')), []);
});

test('without timing a comparison still stands', async () => {
  assert.equal((await new ComparisonFeed(new Platform()).timed([reference, other(1)])).size, 0);
});
