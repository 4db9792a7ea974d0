import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, controls } from '../design/styles.js';
import { PHASE_OF } from '../model/decided-at.js';
import type { DecisionBook } from '../model/decision-book.js';
import { KINDS, kindOf, subjectWithin, type Kind } from '../model/decision-ties.js';
import { counted, phaseColour } from '../model/decision-text.js';
import { fineTimeOfDay, isBy, lasting, lateBy_s, timeOfDay } from '../model/moments.js';
import type { Decision, Subject } from '../wire/decision-words.js';
import { chooseObject } from './choose-object.js';
import { flagMarks } from './flag-mark-styles.js';
import { timelineStyles } from './timeline-styles.js';

/** So many lines more are shown at once. */
const LINES = 200;
/** Of what was recorded later the next ones. */
const LATER = 100;

const KIND_WORDS: Record<Kind, string> = {
  session: 'Session and flags of it',
  sector: 'Flags in sectors',
  incident: 'Incidents',
  penalty: 'Penalties',
  entry: 'Cars and drivers',
  result: 'Result and protests',
};

/** All decisions, the newest first; those that were not known at the moment that is looked at stand apart. */
@customElement('vc-decision-timeline')
export class DecisionTimeline extends LitElement {
  static override styles = [base, controls, flagMarks, timelineStyles];

  @property({ attribute: false }) book!: DecisionBook;
  @property({ type: Number }) revision = 0;
  @property() about: Subject | null = null;
  @property() car: string | null = null;
  @property() kind: Kind | null = null;
  @property() day: string | null = null;
  @state() private most = LINES;
  /** The line that Tab comes to, by its version; arrows go on from there. */
  @state() private stop: number | null = null;
  @query('.lines') private scroller!: HTMLElement | null;
  private movedTo: string | null = null;

  override render() {
    const { book, car, kind } = this;
    const narrowed = book.all.filter(
      (decision) => (kind === null || kindOf(decision.about) === kind) && (car === null || book.concerns(decision, `entry/${car}`)),
    );
    const lastKnown = book.knownCount === 0 ? 0 : (book.all[book.knownCount - 1]?.version ?? 0);
    const known = narrowed.filter(({ version }) => version <= lastKnown);
    const since = narrowed.slice(known.length);
    const lines = known.slice(-this.most).reverse();
    const later = since.slice(0, LATER).reverse();
    const shown = [...later, ...lines];
    const stop = shown.some(({ version }) => version === this.stop) ? this.stop : (shown[0]?.version ?? null);
    return html`<div class="filter">${this.cars()}${this.kinds()}<span class="count" data-testid="decision-count">${counted(narrowed.length, 'decision', '')}</span></div>
      <div class="lines" @keydown=${this.onKey} @focusin=${this.onFocus}>
        ${since.length > LATER ? html`<p class="none">${counted(since.length - LATER, 'decision', '')} after these</p>` : nothing}
        ${since.length === 0 ? nothing : html`<ol aria-label="Recorded later" class="later">${this.lines(later, true, stop)}</ol>`}
        ${book.knownAt === null ? nothing : html`<p class="divider" data-testid="divider">Known at ${fineTimeOfDay(book.knownAt)}</p>`}
        <ol aria-label="Decisions, the newest first" data-testid="decisions">
          ${this.lines(lines, false, stop)}
        </ol>
        ${narrowed.length === 0 ? html`<p class="none">No decision is of that kind.</p>` : nothing}
        ${known.length > this.most
          ? html`<p class="none"><button @click=${() => (this.most += LINES)}>Show ${Math.min(LINES, known.length - this.most)} of ${known.length - this.most} more</button></p>`
          : nothing}
        ${book.dropped > 0 && known.length <= this.most ? html`<p class="none">Older decisions are not kept on the page.</p>` : nothing}
      </div>`;
  }

  /** What was known last is brought into sight when another moment is looked at. */
  override updated(): void {
    const { scroller } = this;
    const { knownAt } = this.book;
    if (knownAt !== this.movedTo && scroller) {
      this.movedTo = knownAt;
      const divider = scroller.querySelector<HTMLElement>('.divider');
      scroller.scrollTop = divider ? Math.max(0, divider.offsetTop - scroller.offsetTop - scroller.clientHeight / 3) : 0;
    }
  }

  private lines(decisions: readonly Decision[], later: boolean, stop: number | null) {
    return repeat(
      decisions,
      ({ version }) => version,
      (decision) => this.line(decision, later, decision.version === stop),
    );
  }

  private line(decision: Decision, later: boolean, isStop: boolean) {
    const { about, at, text, who, why } = decision;
    const late_s = lateBy_s(decision);
    const inForce = later && isBy(at, this.book.knownAt ?? '');
    return html`<li>
      <button
        data-testid="decision"
        data-version=${decision.version}
        tabindex=${isStop ? 0 : -1}
        aria-pressed=${this.about === about}
        title="History of ${subjectWithin(about)}"
        @click=${() => chooseObject(this, about)}
      >
        <time>${timeOfDay(at, this.day)}</time>
        <i class="mark-flag ${markOf(decision)}" aria-hidden="true"></i>
        <span class="text">${text}</span>
        <span class="by"
          >${who}${why === '' ? nothing : `: ${why}`}${late_s === null ? nothing : html` <span class="late">recorded ${lasting(late_s)} later</span>`}${inForce
            ? html`<span class="late" data-testid="in-force-already">${late_s === null ? ' ' : ', '}in force then already</span>`
            : nothing}</span
        >
      </button>
    </li>`;
  }

  private cars() {
    const cars = (this.book.now?.entries ?? []).map(({ car }) => car).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const all = this.car === null || cars.includes(this.car) ? cars : [this.car, ...cars];
    return html`<select aria-label="Car" data-testid="narrow-car" @change=${this.chooseCar}>
      <option value="" ?selected=${this.car === null}>All cars</option>
      ${all.map((car) => html`<option value=${car} ?selected=${car === this.car}>Car ${car}</option>`)}
    </select>`;
  }

  private kinds() {
    return html`<select aria-label="Kind" data-testid="narrow-kind" @change=${this.chooseKind}>
      <option value="" ?selected=${this.kind === null}>All kinds</option>
      ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${KIND_WORDS[kind]}</option>`)}
    </select>`;
  }

  private readonly onFocus = (event: Event): void => {
    const version = (event.target as HTMLElement).dataset['version'];
    this.stop = version === undefined ? this.stop : Number(version);
  };

  /** Up and down go from line to line; left and right are those of the page. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...(this.scroller?.querySelectorAll<HTMLElement>('li button') ?? [])];
    const next = buttons[buttons.indexOf(event.target as HTMLElement) + step];
    if (step !== 0 && next !== undefined) {
      event.preventDefault();
      next.focus();
    }
  };

  private narrow(narrowed: { car: string | null; kind: Kind | null }): void {
    this.most = LINES;
    this.dispatchEvent(new CustomEvent('narrowed', { detail: narrowed, bubbles: true, composed: true }));
  }

  private readonly chooseCar = (event: Event): void => {
    this.narrow({ car: (event.target as HTMLSelectElement).value || null, kind: this.kind });
  };

  private readonly chooseKind = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    this.narrow({ car: this.car, kind: KINDS.find((kind) => kind === chosen) ?? null });
  };
}

/** The colour of a flag, or the sign of a kind. */
export function markOf({ about, type, facts }: Decision): string {
  const phase = PHASE_OF[type];
  if (phase !== undefined) {
    return phaseColour(phase);
  }
  const kind = kindOf(about);
  return kind === 'sector' ? (facts['flag'] === undefined ? 'green' : 'yellow') : kind;
}
