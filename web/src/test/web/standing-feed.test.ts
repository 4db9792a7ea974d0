import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { StandingFeed } from '../../main/web/model/standing-feed.js';
import { BrowserDouble, busy } from './browser-double.js';

const PATH = 'api/v1/sessions/race/standings';
const START = '2026-05-02T14:00:00.0004Z';

let browser: BrowserDouble;
beforeEach(() => {
  browser = new BrowserDouble().install();
  browser.answers.set(PATH, (path) => {
    const asked = new URLSearchParams(path.split('?')[1]);
    const laps = asked.has('known_at') ? 4 : 5;
    return { by: 'race', at_s: 400.5, standings: [{ car: '7', position: 1, laps, gap_s: 0, gap_laps: null, last_lap_s: 90, best_lap_s: 90 }] };
  });
});

const feedOf = (live: boolean): StandingFeed => new StandingFeed('race', 'race', START, live, () => undefined);
const asked = (): string[] => browser.asked.map((path) => decodeURIComponent(path.slice(PATH.length)));

test('of a session that goes on the order is asked for again, of a stored one once', async () => {
  const [stored, live] = [feedOf(false), feedOf(true)];
  stored.begin();
  await browser.pass(30_000);
  assert.deepEqual(asked(), ['?by=race']);
  live.begin();
  await browser.pass(9_000);
  assert.equal(browser.asked.length, 4);
  live.stop();
});

test('a moment is asked for when it is rested at, and what is known of it today', async () => {
  const feed = feedOf(true);
  feed.begin();
  await browser.pass(100);
  for (const second of ['01', '02', '03']) {
    feed.lookAt(`2026-05-02T14:10:${second}Z`);
    await browser.pass(100);
  }
  await browser.pass(10_000);
  // The moment that was believed of, a millisecond on: nothing of it is left out.
  assert.deepEqual(asked(), ['?by=race', '?by=race&known_at=2026-05-02T14:10:03Z', '?by=race&as_of=2026-05-02T14:06:40.501Z']);
  assert.equal(feed.standings?.standings[0]?.laps, 3, 'laps driven: the first passing of the line ends none');
  assert.deepEqual([...feed.differences], [['7', '4 laps']]);
  feed.lookAt(null);
  await browser.pass(1_000);
  assert.equal(feed.standings?.standings[0]?.laps, 4);
  assert.equal(feed.differences.size, 0);
  feed.stop();
});

test('an order that cannot be had is asked for again, and said to be missing', async () => {
  const answer = browser.answers.get(PATH);
  assert.ok(answer);
  browser.answers.set(PATH, () => busy());
  const feed = feedOf(false);
  feed.begin();
  await browser.pass(100);
  assert.equal(feed.failed?.status, 503);
  browser.answers.set(PATH, answer);
  await browser.pass(5_000);
  assert.equal(feed.failed, null);
  assert.equal(feed.standings?.standings.length, 1);
  feed.stop();
});
