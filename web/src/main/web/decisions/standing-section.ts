import { html, nothing, type TemplateResult } from 'lit';
import { ABSENT, clock, lapTime } from '../model/format.js';
import { gapOf } from '../model/standing-differences.js';
import type { StandingFeed } from '../model/standing-feed.js';
import type { StandingLine } from '../wire/standing-words.js';
import { carButtons, type BoardRow } from './board-parts.js';

/** The order as timing knew it, and in the past what is known of the same moment today. */
export function standingSection(feed: StandingFeed, past: boolean, row: BoardRow): TemplateResult {
  const { standings, failed } = feed;
  return html`<section aria-label="Standing" data-testid="board-standing">
    <h3>Standing <span class="third">${standings === null ? nothing : told(standings.at_s, standings.by === 'race', past)}</span></h3>
    ${failed ? html`<p class="none warn" role="status">Not refreshed: ${failed.detail} ${failed.remedy}</p>` : nothing}
    ${standings === null ? (failed ? nothing : html`<p class="none">Asking …</p>`) : table(feed, standings.standings, past, row)}
  </section>`;
}

function told(at_s: number | null, isRace: boolean, past: boolean): string {
  const order = isRace ? 'by passings of the line' : 'by best laps';
  return at_s === null ? order : `${order}, ${past ? 'known ' : ''}up to ${clock(at_s)} of the session`;
}

function table({ differences }: StandingFeed, lines: readonly StandingLine[], past: boolean, row: BoardRow) {
  const believed = new Set(lines.map(({ car }) => car));
  const missing = [...differences].filter(([car]) => !believed.has(car));
  if (lines.length === 0 && missing.length === 0) {
    return html`<p class="none">${past ? 'No lap was known.' : 'No car has passed the line.'}</p>`;
  }
  return html`<table>
      <thead>
        <tr>
          <th scope="col">Place</th><th scope="col" class="left">Car</th><th scope="col" title="Laps driven">Laps</th><th scope="col">Gap</th><th scope="col">Last</th><th scope="col" class="roomy">Best</th>
          ${past ? html`<th scope="col" class="left" title="What is known today of the same moment">Known today</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => standingLine(line, past, differences.get(line.car), row))}
      </tbody>
    </table>
    ${missing.length === 0 ? nothing : html`<p class="unknown" data-testid="standing-unknown">Not known then: ${missing.map(([car, text]) => html`<span class="now">car ${car}: ${text}</span>`)}</p>`}`;
}

function standingLine(line: StandingLine, past: boolean, difference: string | undefined, row: BoardRow) {
  return html`<tr data-testid="standing-row" data-car=${line.car}>
    <td>${line.position ?? ABSENT}</td>
    <td class="left">${carButtons(row, [line.car])}</td>
    <td>${line.laps}</td>
    <td>${gapOf(line) || (line.position === 1 ? '' : ABSENT)}</td>
    <td>${lapTime(line.last_lap_s)}</td>
    <td class="roomy">${lapTime(line.best_lap_s)}</td>
    ${past
      ? html`<td class="left wide" title=${difference ?? nothing}>${difference === undefined ? html`<span class="third">the same</span>` : html`<span class="now">${difference}</span>`}</td>`
      : nothing}
  </tr>`;
}
