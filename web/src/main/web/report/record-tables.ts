import { html, nothing, type TemplateResult } from 'lit';
import { finalAt, heldText } from '../model/finality.js';
import { clock, count, instant } from '../model/format.js';
import { rangesText } from '../model/ledger-summary.js';
import { grouped, type Report, type ReportFacts } from '../model/report.js';
import type { RaceControlMessage } from '../wire/words.js';

const MOST_WARNINGS = 20;

/** Flags that all see, and incidents; the posts' own flags are counted only. */
export function controlTable({ control, whyNoFlags }: ReportFacts): TemplateResult {
  if (whyNoFlags !== null) {
    return html`<p class="remark" data-testid="no-control">Flags and incidents are not known: ${whyNoFlags} Make the report anew.</p>`;
  }
  const told = control.messages.filter(({ kind }) => kind === 'flag' || kind === 'incident');
  if (told.length === 0) {
    return html`<p class="remark" data-testid="no-control">
      ${control.marshal_sectors === 0 ? 'The circuit itself sends nothing for this session: no flags and no incidents are known.' : 'No flag and no incident.'}
    </p>`;
  }
  const posts = control.messages.filter(({ kind }) => kind === 'sector_flag').length;
  const cut = control.total - control.messages.length;
  return html`<table class="snug" data-testid="report-control">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col" class="left">What</th>
          <th scope="col" class="left">Message</th>
        </tr>
      </thead>
      <tbody>
        ${told.map(
          (message) => html`<tr>
            <td>${clock(message.at_s)}</td>
            <td class="left">${kindText(message)}</td>
            <td class="text">${message.text}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${posts === 0 ? nothing : html`<p class="remark">Flags of single marshal posts changed ${posts} times; they are not listed.</p>`}
    ${cut > 0 ? html`<p class="remark">The first ${cut} messages are left out.</p>` : nothing}`;
}

const kindText = ({ kind, car }: RaceControlMessage): string => (kind === 'flag' ? 'Flag' : `Incident${car === null ? '' : `, car ${car}`}`);

/** Who sent, and what became of the blocks. */
export function sourceTable({ sources, ledger }: ReportFacts): TemplateResult {
  return html`<table data-testid="report-sources">
    <thead>
      <tr>
        <th scope="col" class="left">Car</th>
        <th scope="col" class="left">Source, format</th>
        <th scope="col" class="left">State</th>
        <th scope="col">Samples</th>
        <th scope="col">Blocks</th>
        <th scope="col" class="left">Missing</th>
        <th scope="col" class="left">Came late</th>
        <th scope="col">Twice</th>
        <th scope="col">Refused</th>
      </tr>
    </thead>
    <tbody>
      ${sources.map((source) => {
        const line = ledger.find((each) => each.source === source.id);
        return html`<tr>
          <td class="left"><b>${source.car}</b></td>
          <td class="text">${source.id}${source.format === null ? '' : `, ${source.format}`}</td>
          <td class="left">${source.state}</td>
          <td>${count(source.samples)}</td>
          <td>${line?.arrived ?? 0}</td>
          <td class="text">${rangesText(line?.missing ?? [])}</td>
          <td class="text">${rangesText(line?.healed ?? [])}</td>
          <td>${line?.duplicate ?? 0}</td>
          <td>${line?.refused ?? 0}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

export function warningList({ warnings }: ReportFacts): TemplateResult {
  const groups = grouped(warnings);
  if (groups.length === 0) {
    return html`<p class="remark">Timing warns of nothing.</p>`;
  }
  const more = groups.length - MOST_WARNINGS;
  return html`<table class="snug" data-testid="report-warnings">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col" class="left">Car</th>
          <th scope="col" class="left">Timing warns${more > 0 ? ` (the first ${MOST_WARNINGS} of ${groups.length})` : ''}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.slice(0, MOST_WARNINGS).map(
          ({ at_s, cars, message }) => html`<tr>
            <td>${clock(at_s)}</td>
            <td class="text">${cars.join(', ')}</td>
            <td class="text">${message}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Whether the session may still change, and why; null where nothing does. */
export function provisionalText({ session, finality }: ReportFacts, { until_s }: Report): string | null {
  const mark = finality.session;
  const { held } = mark;
  const held_s = held === null ? '' : `${heldText(held)}: what is later than ${finalAt(mark)} may still change`;
  if (session.state === 'live') {
    return `Provisional: the session goes on; this is what was known at ${clock(until_s)}${held_s === '' ? '' : `; ${held_s}`}`;
  }
  return held === null ? null : `Provisional: ${held_s}`;
}

/** When the report was made, and how much it knows. */
export function madeText({ made, session }: ReportFacts, { until_s }: Report): string {
  const end = new Date(Date.parse(session.start) + 1_000 * until_s).toISOString();
  return `${instant(made.toISOString())}, of the session up to ${clock(until_s)} (${instant(end)})`;
}
