import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, controls, tables } from '../design/styles.js';
import { protestText } from '../model/board-changes.js';
import type { DecisionBook } from '../model/decision-book.js';
import type { StandingFeed } from '../model/standing-feed.js';
import { headed, isToServe, penaltyText, standingText, words } from '../model/decision-text.js';
import { plain } from '../model/format.js';
import { timeOfDay } from '../model/moments.js';
import type { IncidentState, PenaltyState, ProtestState, SessionState, Subject } from '../wire/decision-words.js';
import { boardStyles } from './board-styles.js';
import { chooseObject } from './choose-object.js';
import { entryTable, resultTable } from './result-and-entries.js';
import { standingSection } from './standing-section.js';
import { carButtons, objectButton, type BoardRow } from './board-parts.js';

/** So many rows of a kind are shown at first, and more by as many. */
const ROWS = 60;

/** What is to be dealt with and what came of it: incidents, penalties, protests, the result, the cars. */
@customElement('vc-decision-board')
export class DecisionBoard extends LitElement {
  static override styles = [base, controls, tables, boardStyles];

  @property({ attribute: false }) book!: DecisionBook;
  @property({ attribute: false }) state!: SessionState;
  /** Of a session that has samples. */
  @property({ attribute: false }) standing: StandingFeed | null = null;
  @property({ type: Number }) revision = 0;
  @property() about: Subject | null = null;
  /** How many incidents and penalties are shown. */
  @state() private most: Record<string, number> = {};

  override render() {
    const { state } = this;
    return html`${this.section('Incidents', state.incidents.length, 'incident', this.incidents(state))}
    ${this.section('Penalties', state.penalties.length, 'penalty', this.penalties(state))}
    ${state.protests.length > 0 || this.unknown('protest').length > 0
      ? this.section('Protests', state.protests.length, 'protest', state.protests.length === 0 ? nothing : this.protests(state))
      : nothing}
    ${state.result === null && !this.book.changes.has('result')
      ? nothing
      : this.section('Result', null, 'result', state.result === null ? this.none('No result was published.') : resultTable(state.result, this.row))}
    ${this.standing === null ? nothing : standingSection(this.standing, this.book.knownAt !== null, this.row)}
    ${this.section('Cars', state.entries.length, 'entry', state.entries.length === 0 ? this.none('No car is entered.') : entryTable(state, this.row))}`;
  }

  private section(heading: string, count: number | null, kind: string, content: unknown) {
    const unknown = this.unknown(kind);
    return html`<section aria-label=${heading} data-testid="board-${kind}">
      <h3>${heading}${count === null ? nothing : html` <span class="third">${count}</span>`}</h3>
      ${content}
      ${unknown.length === 0
        ? nothing
        : html`<p class="unknown" data-testid="not-known-yet">
            Not known then:
            ${unknown.map(
              ([subject, now]) => html`<button class="plain now" @click=${() => chooseObject(this, subject)}>${subject.slice(kind.length + 1) || 'the result'}: now ${now}</button>`,
            )}
          </p>`}
    </section>`;
  }

  /** Objects of a kind that came up since. */
  private unknown(kind: string): [Subject, string][] {
    return [...this.book.changes]
      .flatMap(([subject, { then, now }]): [Subject, string][] =>
        then === null && now !== null && (subject === kind || subject.startsWith(`${kind}/`)) ? [[subject, now]] : [],
      )
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  }

  private readonly none = (text: string) => html`<p class="none">${text}</p>`;

  /** How a row of an object looks and what it does. */
  private readonly row: BoardRow = {
    chosen: (subject) => this.about === subject,
    change: (subject) => {
      const change = this.book.changes.get(subject);
      return change && change.then !== null ? html` <span class="now" data-testid="now">now ${change.now ?? 'gone'}</span>` : nothing;
    },
    choose: (subject) => chooseObject(this, subject),
  };

  /** Times of it need no date. */
  private get day(): string | null {
    return this.book.all.at(-1)?.at ?? null;
  }

  private mostOf(kind: string): number {
    return this.most[kind] ?? ROWS;
  }

  private more(kind: string, all: number) {
    const most = this.mostOf(kind);
    return all <= most
      ? nothing
      : html`<p class="none"><button @click=${() => (this.most = { ...this.most, [kind]: most + ROWS })}>Show ${Math.min(ROWS, all - most)} of ${all - most} more</button></p>`;
  }

  /** What is open comes first, the newest first. */
  private incidents({ incidents }: SessionState) {
    if (incidents.length === 0) {
      return this.none('No incident was reported.');
    }
    const order = [...incidents].sort((a, b) => Number(a.stage === 'closed') - Number(b.stage === 'closed') || b.number - a.number);
    return html`<table>
      <thead>
        <tr><th scope="col" class="left">No.</th><th scope="col" class="left">What</th><th scope="col" class="left">Cars</th><th scope="col" class="left">State</th><th scope="col" class="roomy">At</th></tr>
      </thead>
      <tbody>
        ${order.slice(0, this.mostOf('incident')).map((incident) => this.incident(incident))}
      </tbody>
    </table>
    ${this.more('incident', order.length)}`;
  }

  private incident(incident: IncidentState) {
    const { row } = this;
    const subject = `incident/${incident.number}`;
    const where = incident.distance_m === null ? '' : ` at ${plain(incident.distance_m)} m`;
    const by = incident.stage === 'acknowledged' && incident.acknowledged_by ? ` by ${incident.acknowledged_by}` : '';
    return html`<tr data-testid="incident-row" data-stage=${incident.stage} aria-selected=${row.chosen(subject)} @click=${() => row.choose(subject)}>
      <td class="left">${objectButton(row, subject, String(incident.number))}</td>
      <td class="left wide" title=${incident.description}><b>${headed(incident.kind)}</b><span class="second">${where} · ${incident.description}</span></td>
      <td class="left">${carButtons(row, incident.cars)}</td>
      <td class="left state ${incident.stage === 'closed' ? 'third' : incident.stage === 'reported' ? 'warn' : ''}">
        ${words(incident.stage)}${by}${incident.conclusion ? html`<span class="second">: ${incident.conclusion}</span>` : nothing}${row.change(subject)}
      </td>
      <td class="roomy">${timeOfDay(incident.at, this.day)}</td>
    </tr>`;
  }

  private penalties({ penalties }: SessionState) {
    if (penalties.length === 0) {
      return this.none('No penalty was imposed.');
    }
    const order = [...penalties].sort((a, b) => Number(isToServe(b)) - Number(isToServe(a)) || b.number - a.number);
    return html`<table>
      <thead>
        <tr><th scope="col" class="left">No.</th><th scope="col" class="left">What</th><th scope="col" class="left">Car</th><th scope="col" class="left">State</th><th scope="col" class="roomy">At</th></tr>
      </thead>
      <tbody>
        ${order.slice(0, this.mostOf('penalty')).map((penalty) => this.penalty(penalty))}
      </tbody>
    </table>
    ${this.more('penalty', order.length)}`;
  }

  private penalty(penalty: PenaltyState) {
    const { row } = this;
    const subject = `penalty/${penalty.number}`;
    const cause = penalty.incident === null ? nothing : objectButton(row, `incident/${penalty.incident}`, `incident ${penalty.incident}`, 'cause');
    return html`<tr data-testid="penalty-row" data-standing=${penalty.standing} aria-selected=${row.chosen(subject)} @click=${() => row.choose(subject)}>
      <td class="left">${objectButton(row, subject, String(penalty.number))}</td>
      <td class="left wide" title=${penalty.reason}><b>${penaltyText(penalty)}</b><span class="second"> · ${penalty.reason}</span> ${cause}</td>
      <td class="left">${carButtons(row, [penalty.car])}</td>
      <td class="left state ${penalty.standing === 'imposed' ? (isToServe(penalty) ? 'warn' : '') : 'third'}">${standingText(penalty)}${row.change(subject)}</td>
      <td class="roomy">${timeOfDay(penalty.at, this.day)}</td>
    </tr>`;
  }

  private protests({ protests }: SessionState) {
    return html`<table>
      <thead>
        <tr><th scope="col" class="left">No.</th><th scope="col" class="left">What</th><th scope="col" class="left">Against</th><th scope="col" class="left">State</th><th scope="col" class="roomy">At</th></tr>
      </thead>
      <tbody>
        ${protests.map((protest) => this.protest(protest))}
      </tbody>
    </table>`;
  }

  private protest(protest: ProtestState) {
    const { row } = this;
    const subject = `protest/${protest.number}`;
    const outcome = protestText(protest);
    return html`<tr data-testid="protest-row" aria-selected=${row.chosen(subject)} @click=${() => row.choose(subject)}>
      <td class="left">${objectButton(row, subject, String(protest.number))}</td>
      <td class="left wide" title=${protest.ground}><b>${protest.by}</b><span class="second"> · ${protest.ground}</span></td>
      <td class="left">${protest.against === '' ? 'the result' : carButtons(row, [protest.against])}</td>
      <td class="left state ${outcome === 'undecided' ? 'warn' : 'third'}">
        ${outcome}${protest.reason ? html`<span class="second">: ${protest.reason}</span>` : nothing}${row.change(subject)}
      </td>
      <td class="roomy">${timeOfDay(protest.at, this.day)}</td>
    </tr>`;
  }
}
