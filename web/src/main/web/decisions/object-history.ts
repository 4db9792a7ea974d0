import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import type { DecisionBook } from '../model/decision-book.js';
import { subjectName, subjectWithin } from '../model/decision-ties.js';
import { words } from '../model/decision-text.js';
import { clock } from '../model/format.js';
import { fineTimeOfDay, lasting, lateBy_s, secondsBetween } from '../model/moments.js';
import { hrefOf } from '../model/routes.js';
import type { Decision, Subject } from '../wire/decision-words.js';
import '../parts/note.js';
import { chooseMoment, chooseObject } from './choose-object.js';
import { markOf } from './decision-timeline.js';
import { flagMarks } from './flag-mark-styles.js';
import { historyStyles } from './history-styles.js';

/** So many steps are shown at first, the newest, and earlier ones by as many. */
const STEPS = 100;

/** All that was decided about one object, as it came: what, who, why, when it was in force and when it was recorded. */
@customElement('vc-object-history')
export class ObjectHistory extends LitElement {
  static override styles = [base, controls, flagMarks, historyStyles];

  @property({ attribute: false }) book!: DecisionBook;
  @property({ type: Number }) revision = 0;
  @property() about: Subject = 'session';
  @property() session = '';
  /** Of the first sample, where the session has any: from there its time is counted. */
  @property() start: string | null = null;

  @state() private most = STEPS;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('about')) {
      this.most = STEPS;
    }
  }

  override render() {
    const whole = this.book.concerning(this.about);
    const history = whole.slice(-this.most);
    if (history.length === 0) {
      const name = subjectWithin(this.about);
      return html`<vc-note heading="No history" detail="Nothing was decided about ${name}."></vc-note>`;
    }
    const earlier = whole.length - history.length;
    return html`${earlier === 0
        ? nothing
        : html`<p class="earlier"><button @click=${() => (this.most += STEPS)}>Show ${Math.min(STEPS, earlier)} of ${earlier} earlier</button></p>`}
      <ol aria-label="History of ${subjectWithin(this.about)}, the oldest first" data-testid="history">
      ${history.map((decision, i) => this.step(decision, history[i - 1]))}
    </ol>`;
  }

  private step(decision: Decision, before: Decision | undefined) {
    const { knownAt, knownCount, all } = this.book;
    const known = knownAt === null || (knownCount > 0 && decision.version <= (all[knownCount - 1]?.version ?? 0));
    const boundary = !known && (before === undefined || before.version <= (all[knownCount - 1]?.version ?? 0));
    return html`${boundary ? html`<li class="boundary">Not known at ${fineTimeOfDay(knownAt ?? '')}</li>` : nothing}
      <li class=${known ? '' : 'later'} data-testid="history-step" data-known=${known}>
        <i class="mark-flag ${markOf(decision)}" aria-hidden="true"></i>
        <p class="text">${decision.text}</p>
        <dl>
          <dt>In force</dt>
          <dd>${this.inForce(decision)}</dd>
          <dt>Recorded</dt>
          <dd title=${decision.recorded}>${fineTimeOfDay(decision.recorded, this.day)}${this.late(decision)}</dd>
          <dt>By</dt>
          <dd>${decision.who}</dd>
          <dt>Why</dt>
          <dd>${decision.why === '' ? html`<span class="third">not stated</span>` : decision.why}</dd>
        </dl>
        <p class="tools">
          ${decision.about === this.about
            ? nothing
            : html`<button @click=${() => chooseObject(this, decision.about)}>${subjectName(decision.about)}</button>`}
          <button data-testid="known-here" title="What was believed just after it" @click=${() => chooseMoment(this, this.momentOf(decision))}>Board after it</button>
        </p>
        <details>
          <summary>Record</summary>
          ${this.record(decision)}
        </details>
      </li>`;
  }

  /** Times of it need no date. */
  private get day(): string | null {
    return this.book.all.at(-1)?.at ?? null;
  }

  /** After the newest decision it is what is known now. */
  private momentOf({ recorded }: Decision): string | null {
    return recorded === this.book.all.at(-1)?.recorded ? null : recorded;
  }

  private inForce({ at }: Decision) {
    const { start, session } = this;
    const at_s = start === null ? -1 : secondsBetween(start, at);
    const href = hrefOf({ view: 'session', id: session, car: null, lap: null, at_s: Math.max(0, at_s), layout: null });
    return html`<time datetime=${at} title=${at}>${fineTimeOfDay(at, this.day)}</time>${at_s < 0
        ? nothing
        : html`, <a href=${href} title="The race at that moment">${clock(at_s)} of the session</a>`}`;
  }

  private late(decision: Decision) {
    const late_s = lateBy_s(decision);
    return late_s === null ? nothing : html`, <span class="late">${lasting(late_s)} later</span>`;
  }

  /** What an auditor asks for. */
  private record(decision: Decision) {
    const facts = Object.entries(decision.facts).filter(([name]) => name !== 'classification');
    const rows: [string, string][] = [
      ['event', decision.type],
      ['in force', decision.at],
      ['recorded', decision.recorded],
      ['version, position', `${decision.version}, ${decision.position}`],
      ['correlation', decision.correlation],
      ['caused by', decision.causation],
      ...facts.map(([name, fact]): [string, string] => [words(name), Array.isArray(fact) ? fact.join(', ') : String(fact ?? 'not known')]),
    ];
    return html`<dl class="record">
      ${rows.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}
    </dl>`;
  }
}
