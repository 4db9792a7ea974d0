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
  desk.type('s', null);
  await browser.pass(200);
  desk.type('sp', null);
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
  desk.type('speed +', null);
  await browser.pass(250);
  answers[0]?.({ ok: false, problem: { column: 8, message: 'it ends', remedy: 'go on' } });
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'wrong', column: 8, message: 'it ends', remedy: 'go on' });
});

test('an answer about what stands there no longer counts for nothing', async () => {
  desk.type('a', null);
  await browser.pass(250);
  desk.type('b', null);
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
  desk.type('a', null);
  await browser.pass(250);
  refusals[0]?.('away');
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'unknown', cause: 'away' });
});

test('of nothing nothing is asked', async () => {
  desk.type('a', null);
  desk.type('  ', null);
  await browser.pass(1_000);
  assert.deepEqual(asked, []);
  assert.equal(desk.judgement.kind, 'none');
});

test('a calculated channel is known by its expression', () => {
  assert.equal(isCalculated({ expression: 'speed * 2' }), true);
  assert.equal(isCalculated({ expression: null }), false);
});

test('a unit that the result cannot be shown in is told as it is typed', async () => {
  desk.type('derivative(speed)', 'bar');
  await browser.pass(250);
  answers[0]?.({ ok: true, unit: 'm/s²', channels: ['speed'] });
  await settled();
  assert.deepEqual(asked, ['derivative(speed)', '(derivative(speed)) + 0 bar']);
  answers[1]?.({ ok: false, problem: { column: 21, message: 'of another kind', remedy: 'convert it' } });
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'misfit', unit: 'm/s²', stated: 'bar' });
});

test('a unit of the same kind fits, and one that is the result’s own, or of a result without, is not asked about', async () => {
  desk.type('speed', 'm/s');
  await browser.pass(250);
  answers[0]?.({ ok: true, unit: 'km/h', channels: ['speed'] });
  await settled();
  answers[1]?.({ ok: true, unit: 'km/h', channels: ['speed'] });
  await settled();
  assert.deepEqual(desk.judgement, { kind: 'right', unit: 'km/h', channels: ['speed'] });
  for (const [unit, stated] of [['km/h', 'km/h'], ['', '%']] as const) {
    asked.length = answers.length = 0;
    desk.type('x', stated);
    await browser.pass(250);
    answers[0]?.({ ok: true, unit, channels: ['x'] });
    await settled();
    assert.deepEqual([asked, desk.judgement.kind], [['x'], 'right']);
  }
});
