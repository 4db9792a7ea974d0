import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { protestText } from '../model/board-changes.js';
import type { DecisionBook } from '../model/decision-book.js';
import { SECTOR_LETTERS, counted, openOf, phaseColour, phaseText, words } from '../model/decision-text.js';
import { timeOfDay } from '../model/moments.js';
import type { SectorFlagState, SessionState, Subject } from '../wire/decision-words.js';
import { chooseObject } from './choose-object.js';
import { statusStyles } from './status-styles.js';

/** Where the session stands, in one line: its phase, the flag of each sector, and what is to be dealt with. */
@customElement('vc-status-strip')
export class StatusStrip extends LitElement {
  static override styles = [base, controls, statusStyles];

  @property({ attribute: false }) book!: DecisionBook;
  @property({ attribute: false }) state!: SessionState;
  @property({ type: Number }) revision = 0;
  @property() about: Subject | null = null;

  override render() {
    const { state } = this;
    return html`${this.phase(state)}${this.sectors(state)}${this.open(state)}${this.result(state)}`;
  }

  private phase(state: SessionState) {
    const last = this.book.lastAbout('session');
    const reason = last?.facts['reason'];
    const change = this.book.changes.get('session');
    return html`<button
      class="phase ${phaseColour(state.phase)}"
      data-testid="phase"
      data-phase=${state.phase}
      aria-pressed=${this.about === 'session'}
      title="How it came to that"
      @click=${() => chooseObject(this, 'session')}
    >
      <b>${phaseText(state.phase)}</b>
      <span class="why"
        >${state.since === null ? nothing : html`since ${timeOfDay(state.since, this.book.all.at(-1)?.at)}`}${typeof reason === 'string' && reason !== '' ? `: ${reason}` : nothing}</span
      >
      ${change ? html`<span class="now" data-testid="phase-now">now: ${phaseText(this.book.now?.phase ?? state.phase)}</span>` : nothing}
    </button>`;
  }

  private sectors({ sector_flags, schedule }: SessionState) {
    const number = schedule?.marshal_sectors ?? 0;
    if (number === 0) {
      return nothing;
    }
    const shown = new Map(sector_flags.map((flag) => [flag.sector, flag]));
    const list = Array.from({ length: number }, (_, i) => i + 1);
    return html`<div class="block sectors">
      <span class="label" id="sectors">Marshal sectors</span>
      <ol aria-labelledby="sectors">
        ${list.map((sector) => this.sector(sector, shown.get(sector)))}
      </ol>
    </div>`;
  }

  private sector(sector: number, flag: SectorFlagState | undefined) {
    const subject = `sector/${sector}`;
    const change = this.book.changes.get(subject);
    const now = change ? `; now ${change.now ?? 'clear'}` : '';
    const says = `Sector ${sector}: ${flag ? `${words(flag.flag)}, ${flag.reason}` : 'clear'}${now}`;
    return html`<li>
      <button
        class="sector ${flag?.flag ?? 'clear'}"
        data-testid="sector"
        data-flag=${flag?.flag ?? 'clear'}
        data-changed=${change !== undefined}
        aria-pressed=${this.about === subject}
        aria-label=${says}
        title=${says}
        @click=${() => chooseObject(this, subject)}
      >
        <span>${sector}</span>${flag ? html`<b>${SECTOR_LETTERS[flag.flag]}</b>` : nothing}
      </button>
    </li>`;
  }

  private open(state: SessionState) {
    const { incidents, penalties } = openOf(state);
    const changed = (kind: string): number => [...this.book.changes.keys()].filter((subject) => subject.startsWith(kind)).length;
    return html`<div class="block" data-testid="open-incidents">
        <span class="label">Incidents</span>
        <b class=${incidents > 0 ? 'warn' : 'quiet'}>${incidents === 0 ? 'none' : incidents} open</b>
        <span class="second">of ${state.incidents.length}${since(changed('incident/'))}</span>
      </div>
      <div class="block" data-testid="open-penalties">
        <span class="label">Penalties</span>
        <b class=${penalties > 0 ? 'warn' : 'quiet'}>${penalties === 0 ? 'none' : penalties} to serve</b>
        <span class="second">of ${state.penalties.length}${since(changed('penalty/'))}</span>
      </div>`;
  }

  private result(state: SessionState) {
    const { result, schedule } = state;
    const open = state.protests.filter((protest) => protestText(protest) === 'undecided').length;
    const until = result === null ? null : new Date(Date.parse(result.at) + 1_000 * (schedule?.protest_s ?? 0)).toISOString();
    const detail =
      result === null
        ? ''
        : state.phase === 'official'
          ? `by ${result.who}`
          : `protests until ${timeOfDay(until ?? '', this.book.all.at(-1)?.at)}`;
    const change = this.book.changes.get('result');
    return html`<button
      class="block"
      data-testid="result-state"
      aria-pressed=${this.about === 'result'}
      title="How it came to that"
      @click=${() => chooseObject(this, 'result')}
    >
      <span class="label">Result</span>
      <b class=${result === null ? 'quiet' : ''}
        >${result === null ? 'none yet' : state.phase === 'official' ? 'official' : `provisional ${result.revision}`}${result?.out_of_date
          ? html`<span class="warn">, out of date</span>`
          : nothing}</b
      >
      <span class="second"
        >${detail}${open > 0
          ? html`${detail === '' ? nothing : ', '}<span class="warn">${counted(open, 'protest', 'undecided')}</span>`
          : nothing}${change ? html`, <span class="now">now ${change.now ?? 'none'}</span>` : nothing}</span
      >
    </button>`;
  }
}

const since = (changes: number) => (changes === 0 ? nothing : html`<span class="now">, ${changes} changed since</span>`);
