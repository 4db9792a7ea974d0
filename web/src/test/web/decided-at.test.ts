import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidedAt } from '../../main/web/model/decided-at.js';
import { decided } from './decisions.js';

const RACE = decided(
  { type: 'session_scheduled', about: 'session' },
  { type: 'session_went_green', about: 'session' },
  { type: 'incident_reported', about: 'incident/1' },
  { type: 'sector_flag_shown', about: 'sector/4' },
  { type: 'incident_acknowledged', about: 'incident/1' },
  { type: 'safety_car_deployed', about: 'session' },
  { type: 'incident_closed', about: 'incident/1' },
  { type: 'sector_flag_withdrawn', about: 'sector/4' },
);
const at = (second: number) => decidedAt(RACE, Date.parse('2026-05-02T14:00:00Z') + 1_000 * second);

test('at a moment counts what was in force by then', () => {
  assert.equal(at(-1), null);
  assert.deepEqual(at(0), { phase: 'scheduled', openIncidents: 0, flaggedSectors: 0 });
  assert.deepEqual(at(3.5), { phase: 'green', openIncidents: 1, flaggedSectors: 1 });
  assert.deepEqual(at(5), { phase: 'safety-car', openIncidents: 1, flaggedSectors: 1 });
  assert.deepEqual(at(60), { phase: 'safety-car', openIncidents: 0, flaggedSectors: 0 });
});

test('what was recorded late counts from when it came into force', () => {
  const late = decided(
    { type: 'session_went_green', about: 'session' },
    { type: 'incident_reported', about: 'incident/1', at: '2026-05-02T14:00:01Z', recorded: '2026-05-02T14:09:00Z' },
  );
  assert.equal(decidedAt(late, Date.parse('2026-05-02T14:00:02Z'))?.openIncidents, 1);
});
