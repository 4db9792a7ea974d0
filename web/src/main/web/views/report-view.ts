import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { paper } from '../design/paper.js';
import { base, controls, tables } from '../design/styles.js';
import { clock, instant } from '../model/format.js';
import { nameBeside } from '../model/names.js';
import { fetchReport } from '../model/report-feed.js';
import { chequeredOf, reportOf, unknownText, type Report, type ReportFacts, type ResultOrder } from '../model/report.js';
import { hrefOf } from '../model/routes.js';
import { weatherText } from '../model/weather-text.js';
import '../parts/note.js';
import { controlTable, madeText, provisionalText, sourceTable, warningList } from '../report/record-tables.js';
import { evolutionChart, gapChart } from '../report/report-charts.js';
import { reportStyles } from '../report/report-styles.js';
import { bestsTable, cornerTable, resultTable, stintTable } from '../report/result-tables.js';
import { Problem } from '../wire/rest.js';

/** A session on paper: what somebody takes home or pins to the wall. It is made once; it does not follow a live session. */
@customElement('vc-report-view')
export class ReportView extends LitElement {
  static override styles = [base, paper, controls, tables, reportStyles];

  @property() session = '';
  @property() order: ResultOrder | null = null;
  @state() private facts: ReportFacts | null = null;
  @state() private problem: Problem | null = null;
  @state() private making = false;
  private made: { of: ReportFacts; order: ResultOrder | null; is: Report } | null = null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('session') && this.session !== '') {
      this.facts = null;
      void this.make();
    }
  }

  private async make(): Promise<void> {
    const { session } = this;
    this.making = true;
    this.problem = null;
    try {
      const facts = await fetchReport(session);
      if (session === this.session) {
        this.facts = facts;
      }
    } catch (cause) {
      this.problem = session === this.session ? Problem.from(cause) : this.problem;
    }
    this.making = false;
  }

  override render() {
    if (this.facts === null) {
      return this.problem ? this.note(this.problem) : html`<vc-note kind="loading" heading="Report" detail=${this.session}></vc-note>`;
    }
    const { facts } = this;
    if (this.made?.of !== facts || this.made.order !== this.order) {
      this.made = { of: facts, order: this.order, is: reportOf(facts, this.order) };
    }
    document.title = `Report: ${facts.session.title} · VitalCORE`;
    return html`${this.chrome(facts, this.made.is)}
      <article data-testid="report" aria-busy=${this.making}>${this.sheet(facts, this.made.is)}</article>`;
  }

  private note({ title, detail, remedy }: Problem) {
    return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}>
      <p><button @click=${() => void this.make()}>Try again</button> <a class="button" href="#/">All sessions</a></p>
    </vc-note>`;
  }

  /** What is not printed. */
  private chrome({ session, made }: ReportFacts, { order }: Report) {
    const back = hrefOf({ view: 'session', id: session.id, car: null, lap: null, at_s: null, layout: null });
    return html`<div class="chrome">
      <a class="button" href=${back}>Back to the session</a>
      <label
        >Result by
        <select data-testid="report-order" @change=${this.chooseOrder}>
          <option value="race" ?selected=${order === 'race'}>laps, as a race</option>
          <option value="best" ?selected=${order === 'best'}>best laps</option>
        </select></label
      >
      <button data-testid="report-print" @click=${() => window.print()}>Print</button>
      <button data-testid="report-again" ?disabled=${this.making} @click=${() => void this.make()}>Make anew</button>
      <span class="made" role="status">
        ${this.problem ? html`<span class="bad">Not made anew: ${this.problem.title}. ${this.problem.remedy}</span>` : html`Made ${instant(made.toISOString())}`}
      </span>
    </div>`;
  }

  private sheet(facts: ReportFacts, report: Report) {
    const unknown = unknownText(facts);
    return html`${this.heading(facts, report)}
      <h2>${report.order === 'race' ? 'Result' : 'Result by best laps'}</h2>
      <div class="wide" role="region" aria-label="Result" tabindex="0">${resultTable(report)}</div>
      ${report.order === 'race'
        ? html`<p class="remark">
            By laps, then by who passed the line first${chequeredOf(facts) < Infinity ? ', up to the chequered flag' : ''}; penalties are not counted: the result that
            <a href=${hrefOf({ view: 'decisions', id: facts.session.id, knownAt: null, about: 'result', car: null, kind: null })}>race control</a> published has them.
            ${report.result.some(({ doubtful }) => doubtful)
              ? 'A question mark: the passing of the line is not known well, so that gap and place may be wrong.'
              : nothing}
          </p>`
        : nothing}
      <h2>Best laps and sectors</h2>
      <div class="wide" role="region" aria-label="Best laps and sectors" tabindex="0">${bestsTable(report)}</div>
      <p class="remark">Underlined: the best of the session. Theoretical: the best sectors of a car together. A question mark: the time is not known well.</p>
      <h2>Lap times</h2>
      ${evolutionChart(report) ?? html`<p class="remark">No car has ended a lap.</p>`}
      ${report.order === 'race'
        ? html`<h2>Gaps</h2>
            ${gapChart(report) ?? html`<p class="remark">No car has passed the line.</p>`}`
        : nothing}
      <h2>Stints</h2>
      <div class="wide" role="region" aria-label="Stints" tabindex="0">${stintTable(report)}</div>
      ${unknown === '' ? nothing : html`<p class="remark" data-testid="report-unknown"><b>${unknown}</b></p>`}
      <p class="remark">
        Laps: whole ones since the first passing of the line. Pure pace: the mean of flying laps that are known well, under no flag, neither the first of a race nor the one after a
        restart, and no outliers. Trend: seconds by which each of them is slower than the one before. A time in
        the lane is known to half a second; where the lane is not known: by how much in lap and out lap were longer than two usual laps.
      </p>
      <h2>Corners of the best lap</h2>
      ${cornerTable(report.corners, facts)}
      <h2>Flags and incidents</h2>
      ${controlTable(facts)}
      <h2>Data</h2>
      <div class="wide" role="region" aria-label="Sources" tabindex="0">${sourceTable(facts)}</div>
      <p class="remark">Blocks by their numbers. A block that is missing may still come; what came late is in its place.</p>
      ${warningList(facts)}`;
  }

  private heading(facts: ReportFacts, report: Report) {
    const { session } = facts;
    const provisional = provisionalText(facts, report);
    const weather = weatherText(facts);
    const name = nameBeside(session);
    return html`<h1 data-testid="report-title">${session.title}</h1>
      ${provisional === null ? nothing : html`<p class="state" data-testid="report-provisional">${provisional}</p>`}
      <dl class="facts">
        ${name === null ? nothing : html`<dt>Kept as</dt><dd>${name}</dd>`}
        <dt>Track</dt>
        <dd>${session.track ?? 'not stated'}</dd>
        <dt>Start</dt>
        <dd>${instant(session.start)}</dd>
        <dt>Duration</dt>
        <dd>${clock(session.duration_s)}, ${session.entries.length} ${session.entries.length === 1 ? 'car' : 'cars'}</dd>
        <dt>Conditions</dt>
        <dd>${weather === '' ? 'not measured' : weather}</dd>
        <dt>Report made</dt>
        <dd data-testid="report-made">${madeText(facts, report)}</dd>
      </dl>`;
  }

  private readonly chooseOrder = (event: Event): void => {
    const order = (event.target as HTMLSelectElement).value === 'race' ? 'race' : 'best';
    location.hash = hrefOf({ view: 'report', id: this.session, order });
  };
}
