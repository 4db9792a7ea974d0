import { persistently } from '../wire/persistently.js';
import { Problem, rest, type LapAddress } from '../wire/rest.js';
import type { CornerTable } from '../wire/corner-words.js';
import type { Lap, RaceControl, Series, SessionWithEntries } from '../wire/words.js';
import { FinalityBook } from './finality.js';
import { RaceControlBook } from './race-control-book.js';
import { readMessages } from './race-control-reads.js';
import type { ReportFacts } from './report.js';
import type { WarningOfCar } from './timing-book.js';
import { TRACKSIDE } from './trackside-flags.js';
import { TYRE_CHANNELS, TyreLog } from './tyre-log.js';

const WEATHER = ['air_temperature', 'track_temperature', 'track_wetness', 'rain_intensity', 'wind_speed'];
const WEATHER_POINTS = 2_000;
/** As the panels of stints ask. */
const TYRES_PIECE_S = 600;
const TYRES_HZ = 2;
const MOST_AT_ONCE = 4;
/** As many as one call compares. */
const MOST_COMPARED = 40;
const NO_CONTROL: RaceControl = { messages: [], marshal_sectors: 0, total: 0 };

/** Fetches what a report needs. What a session does not have is left out; where the platform does not answer it rejects with a {@link Problem}. */
export async function fetchReport(id: string): Promise<ReportFacts> {
  const session = await rest.session(id);
  const sources = await rest.sources(id);
  const circuit = sources.some(({ car }) => car === TRACKSIDE);
  const [laps, told, ledger, weather, tyres, [corners, whyNoCorners]] = await Promise.all([
    lapsOf(session),
    circuit ? controlOf(id) : { control: NO_CONTROL, whyNoFlags: null },
    rest.ledger(id),
    circuit ? weatherOf(session) : [],
    tyresOf(session),
    cornersOf(session),
  ]);
  const finality = new FinalityBook();
  finality.take({ sources, ledger, start: session.start, live: session.state === 'live', wall_s: performance.now() / 1_000 });
  return { session, ...laps, ...told, sources, ledger, weather, ...tyres, corners, whyNoCorners, finality, made: new Date() };
}

async function lapsOf({ id, entries }: SessionWithEntries): Promise<{ laps: Map<string, Lap[]>; warnings: WarningOfCar[] }> {
  const laps = new Map<string, Lap[]>();
  const warnings: WarningOfCar[] = [];
  const left = entries.map(({ car }) => car);
  const fetchOn = async (): Promise<void> => {
    for (let car = left.shift(); car !== undefined; car = left.shift()) {
      const name = car;
      const answer = await rest.laps(id, name);
      laps.set(name, answer.laps);
      warnings.push(...answer.warnings.map((warning) => ({ ...warning, car: name })));
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, fetchOn));
  return { laps, warnings: warnings.sort((a, b) => (a.at_s ?? 0) - (b.at_s ?? 0)) };
}

/** Without flags a report can be made, but it must say that they are not known. */
async function controlOf(id: string): Promise<Pick<ReportFacts, 'control' | 'whyNoFlags'>> {
  const book = new RaceControlBook();
  let total = 0;
  const read = (): Promise<void> =>
    readMessages(id, null, (control, from_s, to_s) => {
      total = Math.max(total, control.total);
      book.set(control, from_s, to_s);
      return true;
    });
  try {
    await persistently(read);
    return { control: { messages: [...book.all], marshal_sectors: book.marshalSectors, total }, whyNoFlags: null };
  } catch (cause) {
    return { control: NO_CONTROL, whyNoFlags: Problem.from(cause).detail };
  }
}

/** A circuit without a weather station is no problem. */
async function weatherOf({ id, duration_s }: SessionWithEntries): Promise<Series[]> {
  const channels = await rest.channels(id, TRACKSIDE).catch(() => []);
  const names = WEATHER.filter((name) => channels.some((channel) => channel.name === name));
  const none = { series: [] };
  const end = Math.max(1, duration_s ?? 0);
  return (names.length === 0 ? none : await rest.seriesBetween(id, TRACKSIDE, names, 0, end, WEATHER_POINTS).catch(() => none)).series;
}

/** Cars that say nothing of their tyres have stints without compound; a time that could not be had is told. */
async function tyresOf({ id, duration_s }: SessionWithEntries): Promise<Pick<ReportFacts, 'tyres' | 'tyresMissing'>> {
  const tyres = new TyreLog();
  const tyresMissing: [number, number][] = [];
  const end = duration_s ?? 0;
  for (let from = 0; end - from >= 1 / TYRES_HZ; from += TYRES_PIECE_S) {
    const to = Math.min(end, from + TYRES_PIECE_S);
    const sheet = await persistently(() => rest.frames(id, TYRE_CHANNELS, from, to, TYRES_HZ)).catch(() => null);
    const last = tyresMissing.at(-1);
    if (sheet) {
      tyres.put(sheet, to);
    } else if (last?.[1] === from) {
      last[1] = to;
    } else {
      tyresMissing.push([from, to]);
    }
  }
  return { tyres, tyresMissing };
}

/** Best laps of all cars in the corners of the best one. */
async function cornersOf({ id, entries }: SessionWithEntries): Promise<[CornerTable | null, string]> {
  const best = entries
    .filter((entry) => !entry.best_uncertain && entry.best_lap !== null && entry.best_lap_s !== null)
    .sort((a, b) => (a.best_lap_s ?? 0) - (b.best_lap_s ?? 0))
    .map((entry): LapAddress => ({ session: id, car: entry.car, lap: entry.best_lap ?? 0 }))
    .slice(0, MOST_COMPARED);
  const [first] = best;
  if (!first) {
    return [null, 'There is no flying lap whose time is known well.'];
  }
  try {
    return [await rest.cornerTable(first, best), ''];
  } catch (cause) {
    // One car without positions must not cost all others their corners.
    const why = Problem.from(cause).detail;
    return [await rest.cornerTable(first, [first]).catch(() => null), why];
  }
}
