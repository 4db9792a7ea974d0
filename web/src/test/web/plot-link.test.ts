import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOffMs } from '../../main/web/wire/back-off.js';
import { chosenChannels, usualChannels } from '../../main/web/model/channel-look.js';
import { summarise } from '../../main/web/model/ledger-summary.js';
import { PlotLink, indexNear } from '../../main/web/model/plot-link.js';

test('one cursor moves all who listen, until they stop', () => {
  const link = new PlotLink();
  const heard: string[] = [];
  const stop = link.listen((what) => heard.push(`${what} ${link.cursor}`));
  link.moveTo(120);
  stop();
  link.moveTo(240);
  assert.deepEqual(heard, ['cursor 120']);
});

test('zoom stays within the data, also when there is other data', () => {
  const link = new PlotLink();
  link.extent = [0, 100];
  link.zoomTo([90, 130]);
  assert.deepEqual(link.visible, [60, 100]);
  link.extent = [0, 50];
  assert.deepEqual(link.visible, [10, 50]);
  link.extent = [0, 30];
  assert.deepEqual(link.visible, [0, 30]);
});

test('what is measured lies between mark and cursor, else it is what is in sight', () => {
  const link = new PlotLink();
  link.extent = [0, 100];
  link.zoomTo([20, 40]);
  assert.deepEqual(link.selection, [20, 40]);
  link.moveTo(35);
  link.toggleMark();
  assert.deepEqual(link.selection, [20, 40]);
  link.moveTo(25);
  assert.deepEqual(link.selection, [25, 35]);
  link.moveTo(35);
  link.toggleMark();
  assert.equal(link.mark, null);
});

test('finds the nearest of rising values', () => {
  assert.equal(indexNear([0, 10, 20], 14), 1);
  assert.equal(indexNear([0, 10, 20], 16), 2);
  assert.equal(indexNear([0, 10, 20], -5), 0);
  assert.equal(indexNear([0, 10, 20], 99), 2);
  assert.equal(indexNear([], 1), -1);
});

test('waits longer after each failure, but never longer than 15 s', () => {
  assert.equal(backOffMs(0, 0), 500);
  assert.equal(backOffMs(3, 0), 4_000);
  assert.equal(backOffMs(30, 0), 15_000);
  assert.equal(backOffMs(0, 0.8), 400);
});

const channel = (name: string) => ({
  name,
  original_name: null,
  unit: null,
  original_unit: null,
  rate_hz: 10,
  expression: null,
});

test('shows the usual channels first and never a position', () => {
  assert.deepEqual(usualChannels(['oil', 'gear', 'latitude', 'speed'].map(channel)), ['speed', 'gear']);
  assert.deepEqual(usualChannels(['oil', 'longitude'].map(channel)), ['oil']);
});

test('a remembered channel that the car does not have is left out', () => {
  const available = ['speed', 'gear'].map(channel);
  assert.deepEqual(chosenChannels(available, ['boost', 'gear']), ['gear']);
  assert.deepEqual(chosenChannels(available, ['boost']), ['speed', 'gear']);
});

test('a range of the ledger counts both its ends', () => {
  const line = { source: 's', car: '1', arrived: 10, duplicate: 1, refused: 0 };
  const sum = summarise([{ ...line, missing: [[5, 7]], healed: [[1, 1]] }]);
  assert.equal(sum.missing, 3);
  assert.equal(sum.healed, 1);
});
