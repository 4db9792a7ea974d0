import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { PHASE_OF } from '../model/decided-at.js';
import type { DecisionBook } from '../model/decision-book.js';
import { kindOf } from '../model/decision-ties.js';
import { counted, phaseColour } from '../model/decision-text.js';
import { fineTimeOfDay, lasting, secondsBetween, timeOfDay } from '../model/moments.js';
import type { Phase } from '../wire/decision-words.js';
import { chooseMoment } from './choose-object.js';
import { timeLineStyles } from '../parts/time-line-styles.js';
import { knownAtStyles } from './known-at-styles.js';

/** Of more stops marks would run into one another. */
const MOST_MARKS = 400;

/** The moment of recorded time that the board is looked at: now, or what was believed after any decision. */
@customElement('vc-known-at-bar')
export class KnownAtBar extends LitElement {
  static override styles = [base, controls, timeLineStyles, knownAtStyles];

  @property({ attribute: false }) book!: DecisionBook;
  @property({ type: Number }) revision = 0;
  @query('input') private slider!: HTMLInputElement | null;

  override render() {
    const { book } = this;
    const last = book.stops.length - 1;
    const past = book.knownAt !== null;
    this.toggleAttribute('past', past);
    return html`<button title="Before the last decision (←)" aria-label="Before the last decision" data-testid="known-back" ?disabled=${book.stop <= 0 || last < 1} @click=${() => this.step(-1)}>
        ${icon('M9 2v10L3 7z')}
      </button>
      <button title="After the next decision (→)" aria-label="After the next decision" data-testid="known-on" ?disabled=${!past} @click=${() => this.step(1)}>
        ${icon('M4 2v10l6-5z')}
      </button>
      <div class="line">
        <svg class="marks" aria-hidden="true">${this.phases()}${this.marks()}</svg>
        <input
          type="range"
          min="0"
          max=${Math.max(1, last)}
          step="1"
          data-testid="known-at"
          aria-label="Known at: decision by decision"
          aria-valuetext=${this.spoken()}
          @input=${this.scrub}
        />
      </div>
      <p class="told" data-testid="known-text">${past ? this.pastText() : html`<b>Known now</b> <span class="second">${counted(book.all.length, 'decision', '')}</span>`}</p>
      <button class="edge" data-testid="known-now" aria-pressed=${!past} title="What is known now (End)" @click=${() => chooseMoment(this, null)}>Now</button>`;
  }

  override updated(): void {
    const { slider, book } = this;
    if (slider) {
      slider.value = String(Math.max(0, book.stop));
    }
  }

  private pastText() {
    const { book } = this;
    const at = book.knownAt ?? '';
    const newest = book.all.at(-1)?.recorded ?? at;
    const unheard = book.unheard.length;
    const place = `${book.knownCount + book.dropped} of ${counted(book.all.length + book.dropped, 'decision', '')}`;
    return html`<b class="past" title=${at}>Known at ${fineTimeOfDay(at, newest)}</b>
      <span class="second">${place}, ${lasting(Math.max(0, secondsBetween(at, newest)))} before the newest</span>
      <br />
      <span class="since" data-testid="changed-since">${this.changedText()}</span>
      ${unheard === 0
        ? nothing
        : html`<span class="since" data-testid="unheard" title="In force then already, and recorded later: nobody could know it">${unheard} in force, not yet recorded</span>`}`;
  }

  /** Empty until it is known what was believed. */
  private changedText(): string {
    const { then, changes } = this.book;
    if (then === null) {
      return '';
    }
    return changes.size === 0 ? 'nothing changed since' : `${counted(changes.size, 'object', '')} changed since`;
  }

  private spoken(): string {
    const { book } = this;
    const decision = book.all[book.knownCount - 1];
    return book.knownAt === null ? 'now' : `${timeOfDay(book.knownAt)}: ${decision?.text ?? 'nothing known'}`;
  }

  /** The colour of the phase that held after each stop. */
  private phases() {
    const { book } = this;
    const last = Math.max(1, book.stops.length - 1);
    let phase: Phase = 'unscheduled';
    const runs: { from: number; to: number; phase: Phase }[] = [];
    let next = 0;
    book.stops.forEach((at, stop) => {
      for (; next <= at; next++) {
        phase = PHASE_OF[book.all[next]?.type ?? ''] ?? phase;
      }
      const run = runs.at(-1);
      if (run?.phase === phase) {
        run.to = stop;
      } else {
        runs.push({ from: stop, to: stop, phase });
      }
    });
    return runs.map(({ from, to, phase: held }) => {
      const x = (100 * from) / last;
      const width = (100 * Math.max(0, Math.min(last, to + 1) - from)) / last;
      return svg`<rect class=${phaseColour(held)} x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" y="20" height="4"></rect>`;
    });
  }

  private marks() {
    const { stops, all } = this.book;
    const last = Math.max(1, stops.length - 1);
    return stops.length > MOST_MARKS
      ? nothing
      : stops.map((at, stop) => {
          const x = `${((100 * stop) / last).toFixed(2)}%`;
          return svg`<line class=${kindOf(all[at]?.about ?? '')} x1=${x} x2=${x} y1="1" y2="8"></line>`;
        });
  }

  private step(by: number): void {
    chooseMoment(this, this.book.knownAtOf(this.book.stop + by));
  }

  private readonly scrub = (): void => chooseMoment(this, this.book.knownAtOf(Number(this.slider?.value ?? 0)));
}

const icon = (path: string) => html`<svg viewBox="0 0 14 14" aria-hidden="true"><path d=${path}></path></svg>`;
