import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolutionPicture } from '../../main/web/charts/evolution-picture.js';
import { gapPicture, gapText } from '../../main/web/charts/gap-picture.js';
import { labelAt, pointBeside, pointNear } from '../../main/web/charts/lap-picture.js';
import { gapsTo, onOneCount, passingsOf } from '../../main/web/model/road-gaps.js';
import { carsAround, carsOf } from '../../main/web/model/shown-cars.js';
import { spreadLabels } from '../../main/web/model/spread-labels.js';
import { stintsOf } from '../../main/web/model/stints.js';
import { lapsFrom } from './laps.js';

const SILENT = { resolution_s: 0.5, valueAt: () => null, laneTime: () => null };
const ROUND = { flags: [], until_s: 0, fell_s: Infinity, fromGrid: false };
const laps = lapsFrom(0, [
  [130, { kind: 'out' }],
  [100],
  [100.4],
  [118, { uncertain: true }],
  [100.2],
  [100.6],
  [140, { kind: 'in' }],
]);
const car = (strong: boolean) => ({
  car: '12',
  colour: '#ffffff',
  strong,
  stints: stintsOf('12', laps, SILENT, { ...ROUND, until_s: 900 }),
  passings: passingsOf(laps),
});
const flags = [{ flag: 'yellow' as const, from_s: 180, to_s: 230 }];

test('slow laps stand at the edge of the picture, and laps that are not pure are hollow or no part of the line', () => {
  const picture = evolutionPicture([car(true)], { by: 'lap', pureOnly: false, flags: [] });
  const shapes = picture?.lines[0]?.points.map((point) => point && `${point.lap} ${point.shape}${point.crossed ? ' crossed' : ''}`);
  assert.deepEqual(shapes, [null, '1 up', null, '2 filled', '3 filled', '4 up crossed', '5 filled', '6 filled', null, '7 up', null, null]);
  assert.ok((picture?.rangeY[1] ?? 0) < 103);
  assert.equal(picture?.trends[0]?.label, '+0.100 s/lap');
});

test('with pure pace only those are left', () => {
  const picture = evolutionPicture([car(true)], { by: 'time', pureOnly: true, flags: [] });
  assert.deepEqual(picture?.lines[0]?.points.map((point) => point?.x), [230, 330.4, 548.6, 649.2, undefined]);
});

test('flags lie where the chosen car was', () => {
  const picture = evolutionPicture([car(true)], { by: 'lap', pureOnly: false, flags });
  assert.deepEqual(picture?.bands, [{ flag: 'yellow', from: 1.5, to: 2 }]);
});

test('laps stand at their own numbers, though the car is counted with others that began before it', () => {
  const late = { ...car(true), passings: passingsOf(laps).map((each) => ({ ...each, laps: each.laps + 3 })) };
  const picture = evolutionPicture([late], { by: 'lap', pureOnly: true, flags });
  assert.deepEqual(picture?.lines[0]?.points.map((point) => point && [point.lap, point.x]), [[2, 2], [3, 3], [5, 5], [6, 6], null]);
  assert.deepEqual(picture?.bands, [{ flag: 'yellow', from: 1.5, to: 2 }]);
});

test('no laps, no picture', () => {
  const none = { ...car(true), stints: stintsOf('12', [], SILENT, ROUND), passings: [] };
  assert.equal(evolutionPicture([none], { by: 'lap', pureOnly: false, flags: [] }), null);
});

test('lapped cars do not stretch the picture of gaps, unless one is the chosen car', () => {
  const passings = onOneCount(
    new Map([
      ['1', passingsOf(lapsFrom(0, [[100], [100], [100], [100]]))],
      ['2', passingsOf(lapsFrom(0, [[103], [103], [103], [103]]))],
      ['3', passingsOf(lapsFrom(0, [[100], [180], [180]]))],
    ]),
  );
  const gaps = gapsTo('leader', passings);
  const colours = new Map([['3', '#fff']]);
  const other = '#888';
  assert.ok((gapPicture(gaps, ['1', '2', '3'], { by: 'lap', car: '1', colours, other })?.rangeY[1] ?? 0) < 90);
  const ofLapped = gapPicture(gaps, ['1', '2', '3'], { by: 'lap', car: '3', colours, other });
  assert.ok((ofLapped?.rangeY[1] ?? 0) > 160);
  assert.equal(ofLapped?.lines.at(-1)?.label, '3 +1 lap');
  assert.equal(gapPicture(new Map(), [], { by: 'lap', car: null, colours, other }), null);
});

test('in the picture of gaps the chosen car and its neighbours have colours, and labels stand in the order of the race', () => {
  const passings = onOneCount(
    new Map([
      ['1', passingsOf(lapsFrom(0, [[100], [100], [100]]))],
      ['12', passingsOf(lapsFrom(0, [[104], [104], [104]]))],
      // Not at the line yet after its third lap: its newest gap is from the lap before, and smaller.
      ['17', passingsOf(lapsFrom(0, [[103], [103.5]]))],
    ]),
  );
  const colours = new Map([['12', '#0f0'], ['17', '#00f']]);
  const picture = gapPicture(gapsTo('leader', passings), ['1', '12', '17'], { by: 'lap', car: '12', colours, other: '#888' });
  assert.deepEqual(picture?.lines.map(({ car, colour }) => [car, colour]), [['1', '#888'], ['17', '#00f'], ['12', '#0f0']]);
  const byLabel = picture?.lines.toSorted((a, b) => labelAt(a) - labelAt(b)).map(({ label }) => label);
  assert.deepEqual(byLabel, ['1 0.0', '12 +12.0', '17 +6.5']);
});

test('a gap is told in seconds, that of a lapped car in laps', () => {
  assert.equal(gapText({ gap_s: 3.44, lapsDown: 0 }), '+3.4');
  assert.equal(gapText({ gap_s: 203, lapsDown: 2 }), '+2 laps');
});

test('the nearest point within reach, and those beside it', () => {
  const picture = evolutionPicture([car(true)], { by: 'lap', pureOnly: true, flags: [] });
  assert.ok(picture);
  const toPixels = ({ x, y }: { x: number; y: number }) => [x * 10, y] as const;
  assert.equal(pointNear(picture, toPixels, [29, 101], 28)?.lap, 3);
  assert.equal(pointNear(picture, toPixels, [29, 300], 28), null);
  const last = pointBeside(picture, null, 'ArrowLeft');
  assert.equal(last?.lap, 6);
  assert.equal(pointBeside(picture, last, 'ArrowLeft')?.lap, 5);
  assert.equal(pointBeside(picture, last, 'ArrowRight')?.lap, 6);
  assert.equal(pointBeside(picture, last, 'Home')?.lap, 2);
});

test('labels move apart, stay within bounds, and the least important go where there is no room', () => {
  assert.deepEqual(spreadLabels([50, 52, 10], 10, 0, 100), [50, 60, 10]);
  assert.deepEqual(spreadLabels([100, 99], 10, 0, 100), [100, 90]);
  assert.deepEqual(spreadLabels([5, 5, 5], 10, 0, 10), [0, 10, null]);
});

test('the cars round the chosen one, or those picked that are there', () => {
  const order = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  assert.deepEqual(carsAround('d', order), ['b', 'c', 'd', 'e', 'f']);
  assert.deepEqual(carsAround('g', order), ['c', 'd', 'e', 'f', 'g']);
  assert.deepEqual(carsAround(null, order), ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(carsOf('g,x,a', order), ['g', 'a']);
  assert.equal(carsOf('', order), null);
});
