import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RaceModel } from '../../main/web/model/race-model.js';
import { reportOf } from '../../main/web/model/report.js';
import type { Lap } from '../../main/web/wire/words.js';
import { lapsFrom } from './laps.js';
import { factsOf } from './report-facts.js';

const END_S = 2_698;

/** To the line once, so many laps in all, and the piece until nothing more was heard: no passing is known well. */
function driven(start_s: number, count: number, end_s: number, last_s: number): Lap[] {
  const even_s = (end_s - last_s - start_s) / (count - 1);
  const doubt = { uncertain: true, uncertainty_s: 8 };
  const whole = Array.from({ length: count - 1 }, () => [even_s, doubt] as const);
  return lapsFrom(0, [[start_s, { kind: 'out', ...doubt }], ...whole, [last_s, doubt], [Math.min(60, END_S - end_s), { kind: 'partial', witness: 'recording', ...doubt }]]);
}

/** The first and the last passings of four cars of GR Cup on 6 September 2025, as their loggers tell them; the others are spread evenly. */
const LAPS: Record<string, Lap[]> = {
  '80': driven(42.9, 25, 2634.8, 99.4),
  '88': driven(48.4, 12, 1308.1, 99.8),
  '98': driven(42.8, 26, 2671.2, 98.4),
  '72': driven(40.3, 26, 2667.6, 95.0),
};

const tower = (over_s: number) =>
  new RaceModel({
    track: null,
    chequered_s: Infinity,
    over_s,
    cars: () => Object.keys(LAPS),
    laps: (car) => LAPS[car] ?? [],
    placeAt: () => null,
    placesRevision: () => 0,
  }).order(END_S);

test('when a session is over the tower and the report tell the same result', () => {
  const told = tower(END_S);
  const { result } = reportOf(factsOf(LAPS, {}), 'race');
  assert.deepEqual(told.map(({ car }) => car), ['72', '98', '80', '88']);
  assert.deepEqual(
    told.map(({ car, laps, gap, doubtful }) => [car, laps - 1, gap?.kind === 'laps' ? gap.laps : (gap?.s ?? null), doubtful]),
    result.map(({ entry, laps, gap, doubtful }) => [entry.car, laps, gap && (gap.lapsDown || gap.gap_s), doubtful]),
  );
  assert.deepEqual(told.map(({ interval }) => interval?.kind === 'laps' ? interval.laps : interval && +interval.s.toFixed(1)), [null, 3.6, 1, 13]);
});

test('while a session may go on, the result is not told', () => {
  assert.ok(tower(END_S).every(({ by }) => by === 'result'));
  assert.ok(tower(Infinity).every(({ by }) => by === 'line'));
});
