import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { Answer, type Question } from '../../main/web/model/answer.js';
import { Problem } from '../../main/web/wire/rest.js';

/** An element whose question a test changes, and a platform that answers when the test says so. */
class Asking {
  key: string | null = 'a';
  readonly asked: { key: string; signal: AbortSignal; give: (value: string) => void; refuse: (cause: unknown) => void }[] = [];
  readonly answer: Answer<string>;
  private told: () => void = () => undefined;
  private heard = 0;

  constructor() {
    const host = { addController: () => undefined, requestUpdate: () => this.changed() } as unknown as ReactiveControllerHost;
    this.answer = new Answer(host, () => this.question(), 0);
  }

  /** Renders, and waits until the platform has been asked so often. */
  async render(times: number): Promise<void> {
    this.answer.hostUpdate();
    while (this.asked.length < times) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Waits until the answer has told its element of a change. */
  async update(change: () => void): Promise<void> {
    const next = new Promise<void>((resolve) => (this.told = resolve));
    change();
    await next;
  }

  get updates(): number {
    return this.heard;
  }

  private changed(): void {
    this.heard++;
    this.told();
  }

  private question(): Question<string> | null {
    const { key } = this;
    return key === null
      ? null
      : { key, ask: (signal) => new Promise((give, refuse) => this.asked.push({ key, signal, give, refuse })) };
  }
}

test('the answer before stays until the next is here', async () => {
  const element = new Asking();
  await element.render(1);
  assert.deepEqual([element.answer.value, element.answer.loading], [null, true]);
  await element.update(() => element.asked[0]?.give('one'));
  assert.deepEqual([element.answer.value, element.answer.loading], ['one', false]);
  element.key = 'b';
  await element.render(2);
  assert.deepEqual([element.answer.value, element.answer.loading], ['one', true]);
  await element.update(() => element.asked[1]?.give('two'));
  assert.equal(element.answer.value, 'two');
});

test('the same question is asked once', async () => {
  const element = new Asking();
  await element.render(1);
  await element.render(1);
  await element.update(() => element.asked[0]?.give('one'));
  await element.render(1);
  assert.equal(element.asked.length, 1);
});

test('a question that was given up is cancelled, and a late answer to it is not heard', async () => {
  const element = new Asking();
  await element.render(1);
  element.key = 'b';
  await element.render(2);
  assert.equal(element.asked[0]?.signal.aborted, true);
  element.asked[0]?.give('late');
  await element.update(() => element.asked[1]?.give('two'));
  assert.deepEqual([element.answer.value, element.updates], ['two', 1]);
});

test('a refusal takes the place of the answer until it is asked again', async () => {
  const element = new Asking();
  await element.render(1);
  await element.update(() => element.asked[0]?.refuse(new Problem('No corners', 'no positions', 'take another lap', 400)));
  assert.deepEqual([element.answer.value, element.answer.problem?.title], [null, 'No corners']);
  element.answer.retry();
  await element.render(2);
  await element.update(() => element.asked[1]?.give('one'));
  assert.deepEqual([element.answer.value, element.answer.problem], ['one', null]);
});

test('where there is nothing to ask there is no answer', async () => {
  const element = new Asking();
  await element.render(1);
  await element.update(() => element.asked[0]?.give('one'));
  element.key = null;
  await element.render(1);
  assert.deepEqual([element.answer.value, element.answer.loading], [null, false]);
});
