import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runStackKey } from '../../main/web/charts/stack-keys.js';
import { PlotLink } from '../../main/web/model/plot-link.js';

function linkOver(from: number, to: number): PlotLink {
  const link = new PlotLink();
  link.extent = [from, to];
  return link;
}

const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

test('arrows move the cursor by a pixel, with Shift by ten', () => {
  const link = linkOver(0, 100);
  link.moveTo(50);
  runStackKey(key('ArrowRight'), link, 0.1);
  runStackKey(key('ArrowLeft', true), link, 0.1);
  assert.equal(link.cursor?.toFixed(6), '49.100000');
});

test('a cursor that is moved out of sight takes the view along, but not beyond the data', () => {
  const link = linkOver(0, 100);
  link.zoomTo([20, 30]);
  link.moveTo(29.5);
  runStackKey(key('ArrowRight', true), link, 0.1);
  assert.deepEqual([link.cursor, link.zoom], [30.5, [20.5, 30.5]]);
  link.moveTo(100);
  runStackKey(key('ArrowRight'), link, 0.1);
  assert.equal(link.cursor, 100);
});

test('plus looks closer at the cursor, minus and nought look wider', () => {
  const link = linkOver(0, 100);
  link.moveTo(20);
  runStackKey(key('+'), link, 0.1);
  assert.deepEqual(link.zoom, [10, 60]);
  runStackKey(key('-'), link, 0.1);
  assert.equal(link.zoom, null);
  link.zoomTo([10, 60]);
  runStackKey(key('0'), link, 0.1);
  assert.equal(link.zoom, null);
});

test('m measures from the cursor, and Escape ends that before it means anything else', () => {
  const link = linkOver(0, 100);
  link.moveTo(20);
  runStackKey(key('m'), link, 0.1);
  link.moveTo(35);
  assert.deepEqual([link.mark, link.selection], [20, [20, 35]]);
  assert.equal(runStackKey(key('Escape'), link, 0.1), true);
  assert.deepEqual([link.mark, link.selection], [null, [0, 100]]);
  assert.equal(runStackKey(key('Escape'), link, 0.1), false);
});

test('other keys are left to the view', () => {
  assert.equal(runStackKey(key('c'), linkOver(0, 1), 0.1), false);
});
