import type { CornerRow, CornerTable } from '../wire/corner-words.js';
import type { Entry, Lap, LedgerLine, RaceControl, Series, SessionWithEntries, Source } from '../wire/words.js';
import { chequeredIn } from './chequered.js';
import { classified } from './classification.js';
import type { FinalityBook } from './finality.js';
import { flagPeriods, type FlagPeriod } from './flag-periods.js';
import { clock } from './format.js';
import { roadOf } from './road.js';
import { gapsTo, type AtLine, type GapPoint } from './road-gaps.js';
import { stintsOf, type StintsOfCar, type TyreFacts } from './stints.js';
import type { WarningOfCar } from './timing-book.js';

/** All that a report is made of, fetched once. */
export interface ReportFacts {
  session: SessionWithEntries;
  laps: ReadonlyMap<string, Lap[]>;
  warnings: readonly WarningOfCar[];
  control: RaceControl;
  /** Why flags and incidents could not be had; null where they are known, as far as somebody tells. */
  whyNoFlags: string | null;
  tyres: TyreFacts;
  /** From when to when tyres and pits could not be had. */
  tyresMissing: readonly (readonly [number, number])[];
  weather: readonly Series[];
  /** Why it could not be had; null where it is known, as far as somebody measures it. */
  whyNoWeather: string | null;
  sources: readonly Source[];
  ledger: readonly LedgerLine[];
  finality: FinalityBook;
  /** Null where there is none; then it is said why. */
  corners: CornerTable | null;
  whyNoCorners: string;
  made: Date;
}

/** What the stints are told without; empty where nothing is missing. */
export function unknownText({ whyNoFlags, tyresMissing }: ReportFacts): string {
  const times = tyresMissing.map(([from_s, to_s]) => `${clock(from_s)} to ${clock(to_s)}`).join(', ');
  return [
    whyNoFlags === null ? '' : 'Flags are not known: laps under yellow, safety car and red count as any other.',
    times === '' ? '' : `Tyres and pits are not known from ${times}.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

export type ResultOrder = 'race' | 'best';

/** A line of the result. */
export interface ResultRow {
  position: number | null;
  entry: Entry;
  /** Raced, or driven in all where the result is by best laps. */
  laps: number;
  /** The last passing that the gap is told from is not known well. */
  doubtful: boolean;
  /** To the first one; null for it, and where it is not known. */
  gap: Pick<GapPoint, 'gap_s' | 'lapsDown'> | null;
  stops: number;
}

/** A session, worked out for paper. */
export interface Report {
  order: ResultOrder;
  result: ResultRow[];
  stints: Map<string, StintsOfCar>;
  passings: Map<string, AtLine[]>;
  gaps: Map<string, GapPoint[]>;
  /** Cars in the order of the result. */
  cars: string[];
  flags: FlagPeriod[];
  corners: CornerLine[];
  /** Up to here the report knows the session. */
  until_s: number;
}

/** A corner in the best lap, and who took it in the least time. */
export interface CornerLine extends CornerRow {
  direction: 'left' | 'right' | null;
  apexAt_m: number;
  fastest: { car: string; corner_s: number } | null;
}

export function reportOf(facts: ReportFacts, wanted: ResultOrder | null): Report {
  const until_s = facts.session.duration_s ?? 0;
  const flags = flagPeriods(facts.control.messages, until_s);
  const lapsOf = (car: string): Lap[] => facts.laps.get(car) ?? [];
  const road = roadOf(facts.session.entries.map(({ car }) => [car, lapsOf(car)]), chequeredOf(facts));
  const { grid, fell_s } = road;
  const order = wanted ?? (grid.size > 0 ? 'race' : 'best');
  const passings = order === 'race' ? road.passings : road.all;
  const gaps = gapsTo('leader', passings);
  const stints = new Map(
    facts.session.entries.map(({ car }) => {
      const round = { flags, until_s, fell_s, fromGrid: grid.has(car) };
      return [car, stintsOf(car, lapsOf(car), facts.tyres, round)];
    }),
  );
  const result = order === 'race' ? raceResult(facts, passings, stints) : bestResult(facts, stints);
  const cars = result.map(({ entry }) => entry.car);
  return { order, result, stints, passings, gaps, cars, flags, corners: cornerLines(facts.corners), until_s };
}

/** When the race was over; Infinity where nobody says so. */
export const chequeredOf = ({ control }: ReportFacts): number => chequeredIn(control.messages);

function raceResult(facts: ReportFacts, passings: ReadonlyMap<string, AtLine[]>, stints: ReadonlyMap<string, StintsOfCar>): ResultRow[] {
  const over = facts.session.state === 'stored' || chequeredOf(facts) < Infinity;
  return classified(passings, over).flatMap(({ car, laps, gap, last }, i): ResultRow[] => {
    const entry = facts.session.entries.find((each) => each.car === car);
    const position = last === null ? null : i + 1;
    return entry ? [{ position, entry, laps, gap, doubtful: last?.uncertain ?? false, stops: stopsOf(stints.get(car)) }] : [];
  });
}

function bestResult(facts: ReportFacts, stints: ReadonlyMap<string, StintsOfCar>): ResultRow[] {
  const place = (entry: Entry): number => entry.position ?? Number.MAX_VALUE;
  return [...facts.session.entries]
    .sort((a, b) => place(a) - place(b) || a.car.localeCompare(b.car, 'en', { numeric: true }))
    .map((entry) => ({
      position: entry.position,
      entry,
      laps: entry.laps,
      doubtful: false,
      gap: entry.gap_s === null || entry.gap_s === 0 ? null : { gap_s: entry.gap_s, lapsDown: 0 },
      stops: stopsOf(stints.get(entry.car)),
    }));
}

const stopsOf = (stints: StintsOfCar | undefined): number => stints?.stints.filter(({ stop }) => stop?.over).length ?? 0;

function cornerLines(table: CornerTable | null): CornerLine[] {
  return (table?.corners ?? []).flatMap(({ number, direction, apex_m }): CornerLine[] => {
    const rows = table?.rows.filter(({ corner }) => corner === number) ?? [];
    const own = rows.find(({ car, lap }) => car === table?.reference.car && lap === table.reference.lap);
    const timed = rows.flatMap(({ car, corner_s }) => (corner_s === null ? [] : [{ car, corner_s }]));
    const [fastest] = timed.sort((a, b) => a.corner_s - b.corner_s);
    return own ? [{ ...own, direction, apexAt_m: apex_m, fastest: fastest ?? null }] : [];
  });
}

/** The least and the greatest value of a series; null where it is empty. */
export function rangeOf({ y }: Series): { low: number; high: number } | null {
  const known = y.filter((each) => each !== null);
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}

/** What timing warns of, each text once, with the cars and the first time that it was said. */
export interface WarningGroup {
  message: string;
  cars: string[];
  at_s: number | null;
}

/** @param warnings by time */
export function grouped(warnings: readonly WarningOfCar[]): WarningGroup[] {
  const groups = new Map<string, WarningGroup>();
  for (const { message, car, at_s } of warnings) {
    const group = groups.get(message) ?? { message, cars: [], at_s };
    groups.set(message, group);
    group.cars.push(...(group.cars.includes(car) ? [] : [car]));
  }
  return [...groups.values()];
}
