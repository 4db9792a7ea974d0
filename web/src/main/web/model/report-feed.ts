import type { CornerTable } from '../wire/corner-words.js';
import { persistently } from '../wire/persistently.js';
import { Problem, rest, type LapAddress } from '../wire/rest.js';
import type { RaceControl, SessionWithEntries } from '../wire/words.js';
import { FinalityBook } from './finality.js';
import { RaceControlBook } from './race-control-book.js';
import { readMessages } from './race-control-reads.js';
import type { ReportFacts } from './report.js';
import type { WarningOfCar } from './timing-book.js';
import { TRACKSIDE } from './trackside-flags.js';
import { TYRE_CHANNELS, TyreLog } from './tyre-log.js';
import { readWeather } from './weather-reads.js';

const WEATHER = ['air_temperature', 'track_temperature', 'track_wetness', 'rain_intensity', 'wind_speed'];
const WEATHER_POINTS = 2_000;
/** As the panels of stints ask. */
const TYRES_PIECE_S = 600;
const TYRES_HZ = 2;
/** As many as one call compares. */
const MOST_COMPARED = 40;
const NO_CONTROL: RaceControl = { messages: [], marshal_sectors: 0, total: 0 };

/**
 * Fetches what a report needs. What a session does not have is left out. Without flags, weather, tyres or corners that
 * could not be had it is made too, and says so; where all else is not answered it rejects with a {@link Problem}.
 */
export async function fetchReport(id: string): Promise<ReportFacts> {
  const session = await rest.session(id);
  const sources = await rest.sources(id);
  const circuit = sources.some(({ car }) => car === TRACKSIDE);
  const [laps, told, ledger, measured, tyres, [corners, whyNoCorners]] = await Promise.all([
    lapsOf(session),
    circuit ? controlOf(id) : { control: NO_CONTROL, whyNoFlags: null },
    rest.ledger(id),
    circuit ? weatherOf(session) : { weather: [], whyNoWeather: null },
    tyresOf(session),
    cornersOf(session),
  ]);
  const finality = new FinalityBook();
  finality.take({ sources, ledger, start: session.start, live: session.state === 'live', wall_s: performance.now() / 1_000 });
  return { session, ...laps, ...told, sources, ledger, ...measured, ...tyres, corners, whyNoCorners, finality, made: new Date() };
}

async function lapsOf({ id, entries }: SessionWithEntries): Promise<Pick<ReportFacts, 'laps' | 'warnings'>> {
  const answers = await Promise.all(entries.map(async ({ car }) => ({ car, ...(await rest.laps(id, car)) })));
  const warnings = answers.flatMap(({ car, warnings: own }): WarningOfCar[] => own.map((warning) => ({ ...warning, car })));
  return {
    laps: new Map(answers.map(({ car, laps }) => [car, laps])),
    warnings: warnings.sort((a, b) => (a.at_s ?? 0) - (b.at_s ?? 0)),
  };
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

/** Without it a report can be made; that it could not be had is not that nobody measured it. */
async function weatherOf({ id, duration_s }: SessionWithEntries): Promise<Pick<ReportFacts, 'weather' | 'whyNoWeather'>> {
  try {
    return { weather: await persistently(() => readWeather(id, WEATHER, duration_s ?? 0, WEATHER_POINTS)), whyNoWeather: null };
  } catch (cause) {
    return { weather: [], whyNoWeather: Problem.from(cause).detail };
  }
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
    return [await persistently(() => rest.cornerTable(first, best)), ''];
  } catch (cause) {
    // One car without positions must not cost all others their corners.
    const why = Problem.from(cause).detail;
    return [await rest.cornerTable(first, [first]).catch(() => null), why];
  }
}
