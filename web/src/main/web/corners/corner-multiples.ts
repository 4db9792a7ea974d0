import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../design/styles.js';
import {
  MEASURES,
  cornerName,
  differenceText,
  directionArrow,
  measureWords,
  verdictOf,
  viewsOf,
  type CornerView,
  type Measure,
} from '../model/corner-comparison.js';
import { reachOf } from '../model/corner-scale.js';
import { ABSENT, lapTime } from '../model/format.js';
import type { Corner, CornerTable, LapInCorners } from '../wire/corner-words.js';
import { cornerStyles } from './corner-styles.js';
import { multiplesStyles } from './multiples-styles.js';

const HALF = 20;
const STEP = 10;
/** Pixels of the chart where nothing is to be drawn. */
const GAP = 2;
/** How far from the end of a bar that is cut its notch begins. */
const NOTCH = 5;

export type CornerOfLap = Pick<CornerView, 'corner' | 'row'>;

interface Multiple {
  corner: Corner;
  /** One a lap; null where the lap has no row. */
  views: (CornerView | null)[];
}

/** A small chart a corner, a bar a lap: how much it differs from the reference there. All charts have one scale. */
@customElement('vc-corner-multiples')
export class CornerMultiples extends LitElement {
  static override styles = [
    base,
    cornerStyles,
    multiplesStyles,
    css`
      :host {
        height: auto;
      }
    `,
  ];

  @property({ attribute: false }) table!: CornerTable;
  @property() car = '';
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) measure: Measure = MEASURES.lost;
  @state() private lit: { corner: number; lap: number } | null = null;

  private get laps(): LapInCorners[] {
    return this.table.laps.filter(({ car }) => car === this.car).sort((a, b) => a.lap - b.lap);
  }

  override render() {
    const { laps, measure } = this;
    const byLap = laps.map((lap) => viewsOf(this.table, lap));
    const multiples = this.table.corners.map((corner): Multiple => ({
      corner,
      views: byLap.map((views) => views.find((view) => view.corner === corner) ?? null),
    }));
    const known = multiples.flatMap(({ views }) => views.flatMap((view) => (view && measure.difference(view)) ?? []));
    const reach = reachOf(known, 4 * measure.least);
    return html`<p class="readout" data-testid="multiples-readout">${this.readout(laps, multiples, reach)}</p>
      <div class="body">
        <ul>
          ${repeat(
            multiples,
            ({ corner }) => corner.number,
            (multiple) => this.multiple(multiple, laps, reach),
          )}
        </ul>
      </div>`;
  }

  private readout(laps: LapInCorners[], multiples: Multiple[], reach: number) {
    const { measure, lit } = this;
    const at = laps.findIndex(({ lap }) => lap === lit?.lap);
    const lap = laps[at];
    const view = multiples.find(({ corner }) => corner.number === lit?.corner)?.views[at];
    if (!lap || !view) {
      const [less, more] = measure.words;
      const numbers = `${laps[0]?.lap ?? ABSENT}–${laps.at(-1)?.lap ?? ABSENT}`;
      return html`<b>${measure.title}</b> against the reference, ${laps.length} flying laps (${numbers}) · up: ${more}, down:
        ${less} · each side ${reach.toFixed(measure.unit === 's' ? 2 : 0)} ${measure.unit}`;
    }
    const difference = measure.difference(view);
    return html`<b>${cornerName(view.corner)}</b> · lap ${lap.lap} · ${lapTime(lap.time_s)} ·
      ${difference === null ? `${measure.title.toLowerCase()} not known` : measureWords(measure, difference)}`;
  }

  private multiple({ corner, views }: Multiple, laps: LapInCorners[], reach: number) {
    const { measure } = this;
    const newest = views.at(-1) ?? null;
    const difference = newest && measure.difference(newest);
    const told = difference === null ? ABSENT : differenceText(measure, difference);
    const words = difference === null ? 'not known' : measureWords(measure, difference);
    return html`<li>
      <div
        class="multiple"
        role="button"
        tabindex="0"
        data-testid="corner-multiple"
        data-corner=${corner.number}
        aria-label=${`${cornerName(corner)}, lap ${laps.at(-1)?.lap ?? ABSENT}: ${words}`}
        @pointermove=${(event: PointerEvent) => this.point(corner, laps, event)}
        @pointerleave=${() => (this.lit = null)}
        @focus=${() => (this.lit ??= litAt(corner, laps.at(-1)))}
        @blur=${() => (this.lit = null)}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, corner, laps, views)}
        @click=${() => this.choose(laps, views)}
      >
        <p>
          <span class="corner">${corner.number}</span><span class="arrow">${directionArrow(corner)}</span>
          <span class="newest ${difference === null ? '' : verdictOf(measure, difference)}">${told}</span>
        </p>
        <svg viewBox="0 0 ${Math.max(1, laps.length) * STEP} ${2 * HALF}" preserveAspectRatio="none" aria-hidden="true">
          ${views.map((view, i) => this.bar(view, i, laps[i]?.lap ?? null, corner, reach))}
          <line class="zero" x1="0" x2=${Math.max(1, laps.length) * STEP} y1=${HALF} y2=${HALF}></line>
        </svg>
      </div>
    </li>`;
  }

  private bar(view: CornerView | null, index: number, lap: number | null, corner: Corner, reach: number) {
    const difference = view && this.measure.difference(view);
    const x = index * STEP + GAP / 2;
    const lit = this.lit?.corner === corner.number && this.lit.lap === lap;
    if (difference === null) {
      return svg`<rect class="unknown ${lit ? 'lit' : ''}" x=${x} y=${HALF - 2} width=${STEP - GAP} height="4"></rect>`;
    }
    const height = Math.min(1, Math.abs(difference) / reach) * (HALF - 1);
    const top = difference > 0 ? HALF - height : HALF;
    const cut = Math.abs(difference) > reach;
    const notch = difference > 0 ? NOTCH : 2 * HALF - NOTCH - 2;
    return svg`<rect
        class="${verdictOf(this.measure, difference)} ${lit ? 'lit' : ''} ${lap === this.chosen ? 'chosen' : ''}"
        x=${x} y=${top} width=${STEP - GAP} height=${Math.max(0.5, height)}></rect>
      ${cut ? svg`<rect class="cut" x=${x} y=${notch} width=${STEP - GAP} height="2"></rect>` : nothing}`;
  }

  private point(corner: Corner, laps: LapInCorners[], event: PointerEvent): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const at = Math.floor(((event.clientX - box.left) / box.width) * laps.length);
    this.light(corner, laps[Math.min(laps.length - 1, Math.max(0, at))]);
  }

  private light(corner: Corner, lap: LapInCorners | undefined): void {
    if (lap && (this.lit?.corner !== corner.number || this.lit.lap !== lap.lap)) {
      this.lit = litAt(corner, lap);
    }
  }

  private onKey(event: KeyboardEvent, corner: Corner, laps: LapInCorners[], views: (CornerView | null)[]): void {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Enter') {
      this.choose(laps, views);
    } else if (step !== 0) {
      event.preventDefault();
      // The same keys move the time of the page.
      event.stopPropagation();
      const at = laps.findIndex(({ lap }) => lap === this.lit?.lap) + step;
      this.light(corner, laps[Math.min(laps.length - 1, Math.max(0, at))]);
    }
  }

  private choose(laps: LapInCorners[], views: (CornerView | null)[]): void {
    const view = views[laps.findIndex(({ lap }) => lap === this.lit?.lap)];
    if (view) {
      this.dispatchEvent(new CustomEvent<CornerOfLap>('corner-chosen', { detail: view }));
    }
  }
}

const litAt = ({ number }: Corner, lap: LapInCorners | undefined) => (lap ? { corner: number, lap: lap.lap } : null);
