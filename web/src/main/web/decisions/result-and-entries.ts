import { html, nothing, type TemplateResult } from 'lit';
import { penaltyText, raceTime, standingText, words } from '../model/decision-text.js';
import { ABSENT, signed } from '../model/format.js';
import type { Classified, EntryState, ResultState, SessionState } from '../wire/decision-words.js';
import { carButtons, type BoardRow } from './board-parts.js';

/** The cars as race control classified them. */
export function resultTable({ classification }: ResultState, row: BoardRow): TemplateResult {
  const first = classification[0];
  return html`<table class="result">
    <thead>
      <tr><th scope="col">Place</th><th scope="col" class="left">Car</th><th scope="col" class="left roomy">Finish</th><th scope="col">Laps</th><th scope="col">Time</th><th scope="col">Behind</th><th scope="col">Penalty</th></tr>
    </thead>
    <tbody>
      ${classification.map((line) => resultLine(line, first, row))}
    </tbody>
  </table>`;
}

function resultLine(line: Classified, first: Classified | undefined, row: BoardRow) {
  return html`<tr data-testid="result-row">
    <td>${line.position === 0 ? ABSENT : line.position}</td>
    <td class="left">${carButtons(row, [line.car])}</td>
    <td class="left roomy ${line.finish === 'classified' ? '' : 'warn'}">${words(line.finish)}</td>
    <td>${line.laps}</td>
    <td>${raceTime(line.time_s) || ABSENT}</td>
    <td>${behind(line, first)}</td>
    <td>${line.penalty_s === 0 ? nothing : `+${line.penalty_s} s`}</td>
  </tr>`;
}

function behind(line: Classified, first: Classified | undefined): string {
  if (first === undefined || line === first || line.finish !== 'classified') {
    return '';
  }
  const laps = first.laps - line.laps;
  if (laps > 0) {
    return `+${laps} ${laps === 1 ? 'lap' : 'laps'}`;
  }
  return line.time_s > 0 && first.time_s > 0 ? signed(line.time_s - first.time_s) : '';
}

/** Who takes part, and what stands against him. */
export function entryTable({ entries, penalties }: SessionState, row: BoardRow): TemplateResult {
  const cars = [...entries].sort((a, b) => a.car.localeCompare(b.car, 'en', { numeric: true }));
  return html`<table class="entries">
    <thead>
      <tr><th scope="col" class="left">Car</th><th scope="col" class="left">Driver</th><th scope="col" class="left roomy">Team</th><th scope="col" class="left">Penalties</th></tr>
    </thead>
    <tbody>
      ${cars.map((entry) => entryLine(entry, penalties, row))}
    </tbody>
  </table>`;
}

function entryLine(entry: EntryState, penalties: SessionState['penalties'], row: BoardRow) {
  const subject = `entry/${entry.car}`;
  const own = penalties.filter(({ car, standing }) => car === entry.car && standing !== 'revoked');
  const others = entry.drivers.filter((driver) => driver !== entry.driving);
  return html`<tr data-testid="entry-row" data-withdrawn=${entry.withdrawn} aria-selected=${row.chosen(subject)} @click=${() => row.choose(subject)}>
    <td class="left">${carButtons(row, [entry.car])}</td>
    <td class="left wide" title=${entry.drivers.join(', ')}>
      ${entry.withdrawn ? html`<b class="warn">withdrawn</b> <s>${entry.driving}</s>` : entry.driving}${others.length === 0
        ? nothing
        : html`<span class="third"> with ${others.join(', ')}</span>`}${row.change(subject)}
    </td>
    <td class="left roomy wide second" title=${entry.team}>${entry.team}</td>
    <td class="left wide">${own.map((penalty, i) => html`${i === 0 ? '' : '; '}${penaltyText(penalty)} <span class="second">${standingText(penalty)}</span>`)}</td>
  </tr>`;
}
