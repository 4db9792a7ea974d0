import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RequestQueue } from '../../main/web/wire/request-queue.js';
import { settled } from './browser-double.js';

/** Requests that are answered when the test says so. */
class Requests {
  readonly begun: string[] = [];
  private readonly answers = new Map<string, () => void>();

  ask(name: string): () => Promise<string> {
    return () => {
      this.begun.push(name);
      return new Promise((resolve) => this.answers.set(name, () => resolve(name)));
    };
  }

  async answer(name: string): Promise<void> {
    this.answers.get(name)?.();
    await settled();
  }
}

test('three reads at once, the others in their order', async () => {
  const queue = new RequestQueue();
  const requests = new Requests();
  ['a', 'b', 'c', 'd', 'e'].forEach((name) => void queue.run(requests.ask(name)));
  await settled();
  assert.deepEqual(requests.begun, ['a', 'b', 'c']);
  await requests.answer('b');
  assert.deepEqual(requests.begun, ['a', 'b', 'c', 'd']);
});

test('what is urgent waits for no other read', async () => {
  const queue = new RequestQueue();
  const requests = new Requests();
  ['a', 'b', 'c', 'd'].forEach((name) => void queue.run(requests.ask(name)));
  void queue.run(requests.ask('flags'), true);
  void queue.run(requests.ask('more flags'), true);
  await settled();
  assert.deepEqual(requests.begun, ['a', 'b', 'c', 'flags']);
  await requests.answer('a');
  assert.deepEqual(requests.begun, ['a', 'b', 'c', 'flags', 'more flags']);
});

test('a read that fails gives its place to the next, and one that is given up while it waits takes none', async () => {
  const queue = new RequestQueue();
  const requests = new Requests();
  const failing = queue.run(() => Promise.reject(new Error('away')));
  ['a', 'b'].forEach((name) => void queue.run(requests.ask(name)));
  const giveUp = new AbortController();
  const givenUp = queue.run(requests.ask('given up'), false, giveUp.signal);
  giveUp.abort(new Error('no longer wanted'));
  void queue.run(requests.ask('c'));
  await assert.rejects(failing, /away/);
  await assert.rejects(givenUp, /no longer wanted/);
  await settled();
  assert.deepEqual(requests.begun, ['a', 'b', 'c']);
});
