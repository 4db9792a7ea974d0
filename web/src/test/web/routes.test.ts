import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hrefOf, lapName, parseRoute, type Route } from '../../main/web/model/routes.js';

const routes: Route[] = [
  { view: 'sessions' },
  { view: 'session', id: 'fp1.2025-08-01', car: null, lap: null, at_s: null, layout: null },
  { view: 'session', id: 'fp1', car: '25', lap: 3, at_s: null, layout: null },
  { view: 'session', id: 'fp1', car: '25', lap: null, at_s: 1234.5, layout: 'r500.500~0_map~0_laps.2*car*7' },
  { view: 'compare', reference: null, others: [] },
  {
    view: 'compare',
    reference: { session: 'fp1', car: '25', lap: 3 },
    others: [{ session: 'q_2', car: 'gr86-002', lap: 11 }],
  },
  {
    view: 'compare',
    reference: { session: 'fp1', car: '25', lap: 3 },
    others: [4, 5, 6].map((lap) => ({ session: 'fp1', car: '25', lap })),
  },
  { view: 'report', id: 'fp1.2025-08-01', order: null },
  { view: 'report', id: 'race', order: 'best' },
  { view: 'board' },
  { view: 'decisions', id: 'race', knownAt: null, about: null, car: null, kind: null },
  { view: 'decisions', id: 'race', knownAt: '2026-05-02T14:32:10.123456789Z', about: 'entry/gr86-002', car: '44', kind: 'penalty' },
];

for (const route of routes) {
  test(`an address leads back to its view: ${hrefOf(route)}`, () => {
    assert.deepEqual(parseRoute(hrefOf(route)), route);
  });
}

test('the address of a comparison is the one that the documentation names', () => {
  assert.equal(hrefOf(routes[5] as Route), '#/compare?reference=fp1/25/3&other=q_2/gr86-002/11');
});

test('a link names session, car, cursor and panels, and nothing in it is escaped', () => {
  assert.equal(hrefOf(routes[3] as Route), '#/session/fp1?car=25&at=1234.5&layout=r500.500~0_map~0_laps.2*car*7');
});

test('a link to what was believed names moment and object as people write them', () => {
  assert.equal(
    hrefOf(routes[11] as Route),
    '#/race-control/race?known=2026-05-02T14:32:10.123456789Z&about=entry/gr86-002&car=44&kind=penalty',
  );
});

test('of a link to decisions what makes no sense is left out', () => {
  const bare = { view: 'decisions', id: 'race', knownAt: null, about: null, car: null, kind: null };
  for (const query of ['known=yesterday', 'known=2026-05-02', 'about=weather/1', 'about=', 'kind=weather']) {
    assert.deepEqual(parseRoute(`#/race-control/race?${query}`), bare, query);
  }
  assert.deepEqual(parseRoute('#/race-control/%'), { view: 'unknown', path: '/race-control/%' });
});

test('a cursor that is no time is left out', () => {
  for (const at of ['-1', 'x', '1e99', '99999999', '']) {
    assert.deepEqual(parseRoute(`#/session/fp1?at=${at}`), routes.at(1) && { ...routes[1], id: 'fp1' });
  }
});

test('an address of nothing is told as such', () => {
  assert.deepEqual(parseRoute(''), { view: 'sessions' });
  assert.deepEqual(parseRoute('#/nowhere?x=1'), { view: 'unknown', path: '/nowhere' });
  assert.deepEqual(parseRoute('#/session/%'), { view: 'unknown', path: '/session/%' });
  assert.deepEqual(parseRoute('#/report/'), { view: 'unknown', path: '/report/' });
  assert.deepEqual(parseRoute('#/session/%E0%A4%A'), { view: 'unknown', path: '/session/%E0%A4%A' });
});

test('what makes no sense in an address is left out', () => {
  assert.deepEqual(parseRoute('#/report/fp1?order=x'), { view: 'report', id: 'fp1', order: null });
  assert.deepEqual(parseRoute('#/compare?reference=fp1/25/x&other=fp1'), {
    view: 'compare',
    reference: null,
    others: [],
  });
});

test('a comparison names each lap once, and no more than can be told apart', () => {
  const laps = [1, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((lap) => `other=fp1/25/${lap}`).join('&');
  const route = parseRoute(`#/compare?reference=fp1/25/20&${laps}`);
  assert.deepEqual(route.view === 'compare' && route.others.map(({ lap }) => lap), [1, 2, 3, 4, 5, 6, 7]);
});

test('a lap is named by as much as tells it from the others', () => {
  const [lap, sameCar, otherCar, otherSession] = [
    { session: 'fp1', car: '25', lap: 3 },
    { session: 'fp1', car: '25', lap: 4 },
    { session: 'fp1', car: '7', lap: 4 },
    { session: 'q2', car: '25', lap: 4 },
  ];
  assert.equal(lapName(lap, [lap, sameCar]), 'lap 3');
  assert.equal(lapName(lap, [lap, otherCar]), 'car 25 lap 3');
  assert.equal(lapName(lap, [lap, otherSession]), 'car 25 lap 3');
});
