import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { CommandSending } from '../../main/web/model/command-sending.js';
import { BrowserDouble, settled } from './browser-double.js';

let browser: BrowserDouble;
/** The answers under way, the first sent first. */
let answers: ((body: object) => void)[];
/** As each will be answered. */
let status: number;
let changes: number;
let sending: CommandSending;
beforeEach(() => {
  browser = new BrowserDouble().install();
  answers = [];
  status = 200;
  changes = 0;
  sending = new CommandSending(() => changes++);
  browser.answers.set('api/v1/sessions/race/commands', () => held());
});

/** An answer whose head is here, and whose body comes when the test says so. */
function held(): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      answers.push((told) => {
        stream.enqueue(new TextEncoder().encode(JSON.stringify(told)));
        stream.close();
      });
    },
  });
  return new Response(body, { status });
}

const REFUSAL = { title: 'Refused', detail: 'car 7 was withdrawn', remedy: 'Choose another car.' };

async function answer(number: number, told: object): Promise<void> {
  await settled();
  answers[number]?.(told);
  await settled();
}

test('tells that it sends, and that it was carried out', async () => {
  sending.begin();
  const sent = sending.send('race', { command: 'go_green' });
  assert.equal(sending.sending, true);
  await answer(0, {});
  assert.deepEqual(await sent, { decided: true, isNewest: true });
  assert.equal(sending.sending, false);
  assert.equal(sending.problem, null);
  assert.equal(changes, 3);
});

test('sends nothing while it waits, and again after a refusal', async () => {
  status = 422;
  sending.begin();
  const sent = sending.send('race', {});
  assert.deepEqual(await sending.send('race', {}), { decided: false, isNewest: true });
  await answer(0, REFUSAL);
  assert.deepEqual(await sent, { decided: false, isNewest: true });
  assert.equal(sending.problem?.detail, 'car 7 was withdrawn');
  status = 200;
  const again = sending.send('race', {});
  assert.equal(sending.problem, null);
  await answer(1, {});
  assert.equal((await again).decided, true);
  assert.equal(browser.asked.length, 2);
});

test('what stood against a command is gone when the form is changed, and an answer under way is not', async () => {
  status = 422;
  sending.begin();
  const sent = sending.send('race', {});
  sending.edited();
  assert.equal(sending.sending, true);
  await answer(0, REFUSAL);
  await sent;
  assert.equal(sending.problem?.detail, 'car 7 was withdrawn');
  sending.edited();
  assert.equal(sending.problem, null);
});

test('a form that opens meanwhile may be sent at once', async () => {
  sending.begin();
  const first = sending.send('race', {});
  sending.begin();
  assert.equal(sending.sending, false);
  const second = sending.send('race', {});
  await answer(1, {});
  assert.deepEqual(await second, { decided: true, isNewest: true });
  await answer(0, {});
  assert.deepEqual(await first, { decided: true, isNewest: false });
});

test('the answer to a form before says nothing about the one that is open', async () => {
  status = 422;
  sending.begin();
  const first = sending.send('race', {});
  sending.begin();
  status = 200;
  const second = sending.send('race', {});
  await answer(0, REFUSAL);
  assert.deepEqual(await first, { decided: false, isNewest: false });
  assert.equal(sending.problem, null);
  assert.equal(sending.sending, true);
  await answer(1, {});
  assert.equal((await second).isNewest, true);
});
