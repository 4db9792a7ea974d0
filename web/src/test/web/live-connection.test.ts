import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { LiveConnection, type ConnectionState } from '../../main/web/wire/live-connection.js';
import { BrowserDouble } from './browser-double.js';

let browser: BrowserDouble;
let states: ConnectionState[];
let connection: LiveConnection;

beforeEach(() => {
  browser = new BrowserDouble().install();
  states = [];
  connection = new LiveConnection('race', () => undefined, (state) => states.push(state));
  connection.open();
});

afterEach(() => connection.close());

const greet = (): void => {
  browser.socket.accept();
  browser.socket.say({ type: 'hello' });
};

test('a socket that never opens is given up and dialled again', async () => {
  const [first] = browser.sockets;
  await browser.pass(9_000);
  assert.equal(browser.sockets.length, 1);
  await browser.pass(3_000);
  assert.equal(first?.closed, true);
  assert.equal(browser.sockets.length, 2);
  greet();
  assert.equal(states.at(-1)?.kind, 'live');
});

test('a platform that throws the page out after each hello is dialled ever more rarely', async () => {
  for (let second = 0; second < 120; second++) {
    if (browser.socket.readyState === 0 && !browser.socket.closed) {
      greet();
      browser.socket.say({ type: 'overflow', reason: 'slow' });
    }
    await browser.pass(1_000);
  }
  assert.ok(browser.sockets.length >= 6 && browser.sockets.length <= 16, `dialled ${browser.sockets.length} times in two minutes`);
});

test('after a time of calm a lost socket is dialled again at once', async () => {
  for (let times = 0; times < 5; times++) {
    greet();
    browser.socket.lose();
    await browser.pass(16_000);
  }
  greet();
  await browser.pass(15_000);
  const dialled = browser.sockets.length;
  browser.socket.lose();
  await browser.pass(500);
  assert.equal(browser.sockets.length, dialled + 1);
});

test('a socket that says nothing any more, not even to a ping, is dialled again', async () => {
  greet();
  browser.socket.send = () => undefined;
  await browser.pass(13_000);
  assert.equal(browser.sockets.length, 2);
});

test('without samples the screen is stale, though the platform is there', async () => {
  greet();
  await browser.pass(5_000);
  assert.equal(states.at(-1)?.kind, 'stale');
  browser.socket.say({ type: 'samples', at_s: 1, cars: {} });
  assert.equal(states.at(-1)?.kind, 'live');
  assert.equal(browser.sockets.length, 1);
});

test('the subscription is said again to each new socket, and a closed connection dials no more', async () => {
  connection.subscribe(['25'], ['speed']);
  greet();
  browser.socket.lose();
  await browser.pass(1_000);
  browser.socket.accept();
  assert.deepEqual(browser.socket.sent[0], { type: 'subscribe', cars: ['25'], channels: ['speed'] });
  browser.socket.lose();
  connection.close();
  await browser.pass(60_000);
  assert.equal(browser.sockets.length, 2);
  assert.equal(states.at(-1)?.kind, 'closed');
});
