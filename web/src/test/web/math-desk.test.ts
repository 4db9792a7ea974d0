import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { MathDesk, isCalculated } from '../../main/web/model/math-desk.js';
import type { MathCheck } from '../../main/web/wire/words.js';
import { BrowserDouble, settled } from './browser-double.js';

let browser: BrowserDouble;
let asked: string[];
let answers: ((check: MathCheck) => void)[];
let refusals: ((cause: unknown) => void)[];
let desk: MathDesk;

beforeEach(() => {
  browser = new BrowserDouble().install();
  [asked, answers, refusals] = [[], [], []];
  desk = new MathDesk(
    (expression) => {
      asked.push(expression);
      return new Promise((resolve, reject) => {
        answers.push(resolve);
        refusals.push(reject);
      });
    },
    () => undefined,
  );
});

test('asks once the typing rests', async () => {
  desk.type('s');
  await browser.pass(200);
  desk.type('sp');
  await browser.pass(200);
  assert.deepEqual(asked, []);
  assert.equal(desk.judgement.kind, 'checking');
  await browser.pass(50);
  assert.deepEqual(asked, ['sp']);
  answers[0]?.({ ok: true, unit: 'km/h', channels: ['sp'] });
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'right', unit: 'km/h', channels: ['sp'] });
});

test('says where the expression is wrong', async () => {
  desk.type('speed +');
  await browser.pass(250);
  answers[0]?.({ ok: false, problem: { column: 8, message: 'it ends', remedy: 'go on' } });
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'wrong', column: 8, message: 'it ends', remedy: 'go on' });
});

test('an answer about what stands there no longer counts for nothing', async () => {
  desk.type('a');
  await browser.pass(250);
  desk.type('b');
  answers[0]?.({ ok: true, unit: 'm', channels: ['a'] });
  await settled();
  assert.equal(desk.judgement.kind, 'checking');
  await browser.pass(250);
  refusals[0]?.(new Error('late'));
  answers[1]?.({ ok: true, unit: 's', channels: ['b'] });
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'right', unit: 's', channels: ['b'] });
});

test('a platform that cannot be asked is no wrong expression', async () => {
  desk.type('a');
  await browser.pass(250);
  refusals[0]?.('away');
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'unknown', cause: 'away' });
});

test('of nothing nothing is asked', async () => {
  desk.type('a');
  desk.type('  ');
  await browser.pass(1_000);
  assert.deepEqual(asked, []);
  assert.equal(desk.judgement.kind, 'none');
});

test('a calculated channel is known by its expression', () => {
  assert.equal(isCalculated({ original_name: '=speed * 2' }), true);
  assert.equal(isCalculated({ original_name: 'Speed' }), false);
  assert.equal(isCalculated({ original_name: null }), false);
});
