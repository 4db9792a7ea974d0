import { html, nothing, type TemplateResult } from 'lit';
import { gapText } from '../charts/gap-picture.js';
import { slopeText } from '../charts/evolution-picture.js';
import { throughText } from '../charts/stint-bars.js';
import { ABSENT, clock, lapTime, signed, value } from '../model/format.js';
import type { CornerLine, Report, ReportFacts, ResultRow } from '../model/report.js';
import { compoundLetter, compoundName, type PitStop, type Stint } from '../model/stints.js';
import type { Entry } from '../wire/words.js';

/** The result: as a race goes, or by best laps. */
export function resultTable(report: Report): TemplateResult {
  const { result, order, stints, cars } = report;
  const withTyres = cars.some((car) => stints.get(car)?.stints.some(({ compound }) => compound !== null));
  const withDrivers = result.some(({ entry }) => entry.driver !== null || entry.vehicle !== null);
  const best = least(result.map(({ entry }) => (entry.best_uncertain ? null : entry.best_lap_s)));
  return html`<table data-testid="report-result" data-order=${order}>
    <thead>
      <tr>
        <th scope="col">Pos.</th>
        <th scope="col" class="left">Car</th>
        ${withDrivers ? html`<th scope="col" class="left">Driver, vehicle</th>` : nothing}
        <th scope="col" title=${LAPS_ARE[order]}>Laps</th>
        <th scope="col">${order === 'race' ? 'Gap' : 'Gap of best laps'}</th>
        <th scope="col">Best lap</th>
        <th scope="col">In lap</th>
        <th scope="col">Stops</th>
        ${withTyres ? html`<th scope="col" class="left">Tyres: laps of each stint</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${result.map(
        (row) => html`<tr data-car=${row.entry.car}>
          <td>${row.position ?? ABSENT}</td>
          <td class="left"><b>${row.entry.car}</b></td>
          ${withDrivers ? html`<td class="text">${[row.entry.driver, row.entry.vehicle].filter((each) => each !== null).join(', ')}</td>` : nothing}
          <td>${row.laps}</td>
          <td>${gapOf(row, order)}</td>
          ${bestLap(row.entry, best)}
          <td>${row.entry.best_lap ?? ABSENT}</td>
          <td>${row.stops}</td>
          ${withTyres ? html`<td class="text">${tyresOf(report, row.entry.car)}</td>` : nothing}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function gapOf({ gap, position, doubtful }: ResultRow, order: Report['order']): string {
  if (gap === null) {
    return position === 1 ? '' : ABSENT;
  }
  return order === 'race' ? `${gapText(gap)}${doubtful && gap.lapsDown === 0 ? ' ?' : ''}` : signed(gap.gap_s);
}

const bestLap = ({ best_lap_s, best_uncertain }: Entry, best: number | null): TemplateResult =>
  html`<td class=${best !== null && best_lap_s === best && !best_uncertain ? 'best' : ''}>${lapTime(best_lap_s)}${best_uncertain ? ' ?' : ''}</td>`;

const tyresOf = (report: Report, car: string): string =>
  (report.stints.get(car)?.stints ?? [])
    .filter(({ completed }) => completed > 0)
    .map(({ compound, completed }) => `${compoundLetter(compound)} ${completed}`)
    .join(', ');

/** Best laps, best sectors, and what they would make together. */
export function bestsTable({ result }: Report): TemplateResult {
  const entries = result.map(({ entry }) => entry);
  const count = Math.max(0, ...entries.map(({ best_sectors_s }) => best_sectors_s.length));
  const sectors = count > 1 ? Array.from({ length: count }, (_, i) => i) : [];
  const bests = sectors.map((i) => least(entries.map((entry) => entry.best_sectors_s[i] ?? null)));
  const lap = least(entries.map((entry) => (entry.best_uncertain ? null : entry.best_lap_s)));
  const theoretical = least(entries.map(({ theoretical_best_s }) => theoretical_best_s));
  const byBest = [...entries].sort((a, b) => (a.best_lap_s ?? Infinity) - (b.best_lap_s ?? Infinity) || 0);
  const cell = (time: number | null | undefined, best: number | null | undefined): TemplateResult =>
    html`<td class=${typeof time === 'number' && time === best ? 'best' : ''}>${lapTime(time)}</td>`;
  return html`<table data-testid="report-bests">
    <thead>
      <tr>
        <th scope="col" class="left">Car</th>
        <th scope="col">Best lap</th>
        ${sectors.map((i) => html`<th scope="col">Best sector ${i + 1}</th>`)}
        <th scope="col">Theoretical</th>
        <th scope="col">Best less theoretical</th>
      </tr>
    </thead>
    <tbody>
      ${byBest.map(
        (entry) => html`<tr>
          <td class="left"><b>${entry.car}</b></td>
          ${bestLap(entry, lap)}
          ${sectors.map((i) => cell(entry.best_sectors_s[i], bests[i]))}
          ${cell(entry.theoretical_best_s, theoretical)}
          <td>${entry.theoretical_best_s === null || entry.best_lap_s === null ? ABSENT : signed(entry.best_lap_s - entry.theoretical_best_s)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A line a stint, cars in the order of the result. */
export function stintTable(report: Report): TemplateResult {
  const { cars, stints } = report;
  return html`<table data-testid="report-stints">
    <thead>
      <tr>
        <th scope="col" class="left">Car</th>
        <th scope="col">Stint</th>
        <th scope="col" class="left">Tyres</th>
        <th scope="col" title=${LAPS_ARE.race}>Laps</th>
        <th scope="col">From lap – to lap</th>
        <th scope="col">Pure laps</th>
        <th scope="col">Pure pace</th>
        <th scope="col">Trend</th>
        <th scope="col" class="left">Stop after it</th>
      </tr>
    </thead>
    <tbody>
      ${cars.flatMap((car) =>
        (stints.get(car)?.stints ?? []).map(
          (stint, i) => html`<tr>
            <td class="left">${i === 0 ? html`<b>${car}</b>` : html`<span class="again">${car}</span>`}</td>
            <td>${stint.number}</td>
            <td class="left">${compoundName(stint.compound)}${stint.startAge ? `, ${stint.startAge} laps old` : ''}</td>
            <td>${stint.completed}</td>
            <td>${stint.laps[0]?.number ?? ABSENT} – ${stint.laps.at(-1)?.number ?? ABSENT}</td>
            <td>${stint.pure.length}</td>
            <td>${lapTime(stint.pace_s)}</td>
            <td>${stint.trend === null ? ABSENT : slopeText(stint.trend.slope)}</td>
            <td class="left">${pitsOf(stint)}</td>
          </tr>`,
        ),
      )}
    </tbody>
  </table>`;
}

/** What is counted; a lap has the number that the session's list gives it, in all tables and charts. */
const LAPS_ARE: Record<Report['order'], string> = {
  race: 'Whole laps since the first passing of the line',
  best: 'Laps that ended at the line',
};

const pitsOf = ({ stop, through }: Stint): string =>
  [...(stop === null ? [] : [stopOf(stop)]), ...through.map((way) => `through the lane at ${clock(way.at_s)}: ${throughText(way)}`)].join('; ');

function stopOf({ at_s, lane_s, lost_s, over }: PitStop): string {
  const time = lane_s !== null ? `${lane_s.toFixed(1)} s in the lane` : lost_s !== null ? `${lost_s.toFixed(0)} s lost` : null;
  return `at ${clock(at_s)}${time === null ? (over ? '' : ', not out again') : `, ${time}`}`;
}

/** The best lap in its corners. */
export function cornerTable(corners: readonly CornerLine[], facts: ReportFacts): TemplateResult {
  const { corners: table } = facts;
  if (!table || corners.length === 0) {
    return html`<p class="remark" data-testid="no-corners">No corners: ${facts.whyNoCorners || 'none was found in the best lap.'}</p>`;
  }
  return html`<p class="remark">Of the best lap, car ${table.reference.car} in lap ${table.reference.lap}; numbers and metres are those of this lap.</p>
    <div class="wide" role="region" aria-label="Corners of the best lap" tabindex="0"><table data-testid="report-corners">
      <thead>
        <tr>
          <th scope="col">Corner</th>
          <th scope="col" class="left">to the</th>
          <th scope="col">Apex at m</th>
          <th scope="col">Brakes at m</th>
          <th scope="col">Entry km/h</th>
          <th scope="col">Least km/h</th>
          <th scope="col">Exit km/h</th>
          <th scope="col">Throttle at m</th>
          <th scope="col">Time s</th>
          <th scope="col" class="left">Least time, of the best laps</th>
        </tr>
      </thead>
      <tbody>
        ${corners.map(
          (corner) => html`<tr>
            <td>${corner.corner}</td>
            <td class="left">${corner.direction ?? ABSENT}</td>
            <td>${value(corner.apexAt_m, true)}</td>
            <td>${value(corner.brake_m, true)}</td>
            <td>${value(corner.entry_kmh)}</td>
            <td>${value(corner.apex_kmh)}</td>
            <td>${value(corner.exit_kmh)}</td>
            <td>${value(corner.throttle_m, true)}</td>
            <td>${lapTime(corner.corner_s)}</td>
            <td class="left">${corner.fastest === null ? ABSENT : `${lapTime(corner.fastest.corner_s)} car ${corner.fastest.car}`}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>
    ${facts.whyNoCorners === '' ? nothing : html`<p class="remark">Other cars are not compared: ${facts.whyNoCorners}</p>`}`;
}

function least(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
