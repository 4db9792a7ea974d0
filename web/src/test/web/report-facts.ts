import { FinalityBook } from '../../main/web/model/finality.js';
import type { ReportFacts } from '../../main/web/model/report.js';
import { TyreLog } from '../../main/web/model/tyre-log.js';
import type { Lap } from '../../main/web/wire/words.js';
import { entry } from './entries.js';

/** A stored session of so many cars, without flags. */
export function factsOf(laps: Record<string, Lap[]>, more: Partial<ReportFacts> = {}): ReportFacts {
  const cars = Object.keys(laps);
  return {
    session: {
      id: 's',
      title: 'S',
      track: null,
      start: '2026-05-01T12:00:00Z',
      duration_s: 1_000,
      state: 'stored',
      entries: cars.map((car, i) => ({ ...entry(car, i + 1), laps: laps[car]?.length ?? 0, gap_s: i })),
    },
    laps: new Map(Object.entries(laps)),
    warnings: [],
    control: { messages: [], marshal_sectors: 0, total: 0 },
    whyNoFlags: null,
    tyres: new TyreLog(),
    tyresMissing: [],
    weather: [],
    whyNoWeather: null,
    sources: [],
    ledger: [],
    finality: new FinalityBook(),
    corners: null,
    whyNoCorners: '',
    made: new Date(0),
    ...more,
  };
}
