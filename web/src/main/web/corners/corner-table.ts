import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Answer, type Question } from '../model/answer.js';
import { LAST_LAPS, wholeLaps } from '../model/corner-choice.js';
import {
  MEASURES,
  cornerName,
  differenceText,
  differenceWords,
  directionArrow,
  measureFrom,
  otherwise,
  verdictOf,
  viewsOf,
  type CornerView,
  type Measure,
} from '../model/corner-comparison.js';
import { ABSENT, lapTime, plain, signed } from '../model/format.js';
import type { CornerTable as Table } from '../wire/corner-words.js';
import { rest } from '../wire/rest.js';
import type { CornerOfLap } from './corner-multiples.js';
import './corner-multiples.js';
import { CornerPanel } from './corner-panel.js';
import { CORNER_TABLE_HEAD } from './corner-table-head.js';
import { cornerTableStyles } from './corner-table-styles.js';
import { keyOf, type KnownLap } from './lap-pairs.js';
import { lossBar } from './loss-bar.js';

/** What the brake points of a lap are taken from, where it is not the pedal. */
const BRAKE_SIGNS = {
  brake_pressure: 'brake points by brake pressure',
  deceleration: 'brake points where it lifts or brakes',
} as const;

/** What is shown: laps against a reference, and which of them is looked at. */
interface Shown {
  table: Table;
  reference: KnownLap;
  compared: KnownLap;
}

/** How the chosen lap, or the last laps, went through each corner. Options: `against`, `laps`, `measure`. */
@customElement('vc-corner-table')
export class CornerTable extends CornerPanel {
  static override styles = [...CornerPanel.styles, cornerTableStyles];

  /** The corner whose words are read: under the pointer, or in focus. */
  @state() private read: number | null = null;
  private readonly answer = new Answer<Shown>(this, () => this.question());

  /** How many of the last laps; null: the chosen one alone. */
  private get several(): number | null {
    return LAST_LAPS.find((count) => String(count) === this.options['laps']) ?? null;
  }

  private lastLaps(): KnownLap[] {
    const { car } = this;
    const last = car === null || this.several === null ? [] : wholeLaps(this.store.timing.laps(car)).slice(-this.several);
    return last.flatMap(({ number: lap }) => (car === null ? [] : (this.known({ car, lap }) ?? [])));
  }

  private question(): Question<Shown> | null {
    const { reference, compared } = this;
    if (this.whyNot() !== null || !reference || !compared) {
      return null;
    }
    const laps = new Map([reference, compared, ...this.lastLaps()].map((each) => [keyOf(each), each]));
    return {
      key: [...laps.keys()].join(' ') + ` of ${keyOf(compared)}`,
      ask: async (signal) => {
        const table = await rest.cornerTable(
          reference.address,
          [...laps.values()].map(({ address }) => address),
          signal,
        );
        return { table, reference, compared };
      },
    };
  }

  override render() {
    const note = this.whyNot() ?? this.noteOn(this.answer, 'Corners');
    const shown = this.answer.value;
    return html`<div class="tools">${this.referenceChoice()} ${this.lapsTools()}</div>
      ${note ?? (shown && this.content(shown))}`;
  }

  private lapsTools() {
    const { several } = this;
    return html`<button
        data-testid="last-laps"
        aria-pressed=${several !== null}
        title="The last laps of the car, corner by corner"
        @click=${() => this.keep({ laps: several === null ? String(LAST_LAPS[1]) : '' })}
      >
        Last laps
      </button>
      ${
        several === null
          ? nothing
          : html`<select
                aria-label="How many laps"
                @change=${(event: Event) => this.keep({ laps: (event.target as HTMLSelectElement).value })}
              >
                ${LAST_LAPS.map((count) => html`<option value=${count} .selected=${count === several}>${count}</option>`)}
              </select>
              <select
                aria-label="What of the corner"
                data-testid="choose-measure"
                @change=${(event: Event) => this.keep({ measure: (event.target as HTMLSelectElement).value })}
              >
                ${Object.values(MEASURES).map(
                  ({ name, title }) =>
                    html`<option value=${name} .selected=${name === measureFrom(this.options['measure']).name}>${title}</option>`,
                )}
              </select>`
      }`;
  }

  private content(shown: Shown) {
    const { table, compared } = shown;
    if (table.corners.length === 0) {
      return html`<vc-note
        heading="No corner"
        detail="The way of the reference lap bends nowhere enough to be a corner."
      ></vc-note>`;
    }
    if (this.several !== null) {
      return html`<vc-corner-multiples
        class="body"
        .table=${table}
        .car=${compared.address.car}
        .chosen=${compared.address.lap}
        .measure=${measureFrom(this.options['measure'])}
        @corner-chosen=${(event: CustomEvent<CornerOfLap>) => this.open(shown, event.detail)}
      ></vc-corner-multiples>`;
    }
    const views = viewsOf(table, compared.address);
    return html`<p class="readout" data-testid="corner-readout">${this.readout(shown, views)}</p>
      <div class="body ${this.answer.loading ? 'stale' : ''}">${this.table(shown, views)}</div>`;
  }

  private readout({ table, compared, reference }: Shown, views: CornerView[]) {
    if (this.pointing !== '') {
      return html`<span class="warn">${this.pointing}</span>`;
    }
    const view = views.find(({ corner }) => corner.number === this.read);
    if (view) {
      const told = otherwise(view);
      return html`<b>${cornerName(view.corner)}</b> · ${told.length === 0 ? 'as the reference' : told.join(' · ')}`;
    }
    const lap = table.laps.find(({ car, lap: number }) => car === compared.address.car && number === compared.address.lap);
    const sign =
      lap?.brake_from === 'brake_pressure' || lap?.brake_from === 'deceleration' ? ` · ${BRAKE_SIGNS[lap.brake_from]}` : '';
    const name = this.nameOf(compared.address, compared.lap.time_s);
    return this.isSame(compared, reference)
      ? html`<b>${name}</b> is the reference itself: choose another lap, or another reference${sign}`
      : html`<b>${name}</b> against
          ${this.nameOf(reference.address, reference.lap.time_s)}${lap?.uncertain ? ' · its time is uncertain' : ''}${sign}`;
  }

  private table(shown: Shown, views: CornerView[]) {
    const most = Math.max(0.01, ...views.map(({ row }) => Math.abs(row.lost_s ?? 0)));
    const last = views.at(-1)?.row.lost_so_far_s ?? null;
    return html`<table role="grid" aria-label="Corners" data-testid="corner-table" @pointerleave=${() => (this.read = null)}>
      ${CORNER_TABLE_HEAD}
      <tbody>
        ${repeat(
          views,
          ({ corner }) => corner.number,
          (view) => this.row(shown, view, most),
        )}
      </tbody>
      <tfoot>
        <tr>
          <td class="left" colspan="3">Lap ${lapTime(shown.compared.lap.time_s)}</td>
          <td colspan="7" data-testid="whole-lap">
            ${last === null ? nothing : `whole lap ${differenceWords(MEASURES.lost, last)}`}
          </td>
        </tr>
      </tfoot>
    </table>`;
  }

  private row(shown: Shown, view: CornerView, most: number) {
    const { corner, row } = view;
    const choose = () => this.choose(shown, view);
    return html`<tr
      data-testid="corner-row"
      data-corner=${corner.number}
      tabindex="0"
      aria-selected=${corner.number === this.marked}
      @click=${choose}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && choose()}
      @pointerenter=${() => (this.read = corner.number)}
      @focus=${() => (this.read = corner.number)}
      @blur=${() => (this.read = null)}
    >
      <td class="left" aria-label=${cornerName(corner)}>
        <span class="corner">${corner.number}</span><span class="arrow" aria-hidden="true">${directionArrow(corner)}</span>
      </td>
      <td class="third roomy">${plain(corner.apex_m)}</td>
      ${this.cell(MEASURES.entry, view)} ${this.cell(MEASURES.apex, view)} ${this.cell(MEASURES.exit, view)}
      ${this.cell(MEASURES.brake, view)} ${this.cell(MEASURES.throttle, view, 'roomy')} ${this.cell(MEASURES.corner, view, 'wide')}
      ${this.lost(view, most)}
      <td class="second">${signed(row.lost_so_far_s)}</td>
    </tr>`;
  }

  private cell(measure: Measure, view: CornerView, wide = '') {
    const own = measure.value(view.row);
    const difference = measure.difference(view);
    const shown = own === null ? ABSENT : plain(own, measure.decimals);
    const words = difference === null ? null : differenceWords(measure, difference);
    return html`<td
      class=${wide}
      title=${words ?? nothing}
      aria-label=${words === null ? nothing : `${shown} ${measure.unit}, ${words}`}
    >
      ${shown}<span class="difference ${difference === null ? '' : verdictOf(measure, difference)}"
        >${difference === null ? '' : differenceText(measure, difference)}</span
      >
    </td>`;
  }

  private lost({ row: { lost_s } }: CornerView, most: number) {
    if (lost_s === null) {
      return html`<td>${ABSENT}</td>`;
    }
    const words = differenceWords(MEASURES.lost, lost_s);
    const verdict = verdictOf(MEASURES.lost, lost_s);
    return html`<td class="lost ${verdict}" title=${words} aria-label=${words}>
      ${lossBar(lost_s / most, verdict)}${signed(lost_s)}
    </td>`;
  }

  private choose({ reference, compared }: Shown, { corner, row }: CornerView): void {
    if (this.marked === corner.number) {
      this.unpoint();
    } else {
      this.marked = corner.number;
      void this.pointAt(reference, compared, row.apex_m ?? corner.apex_m);
    }
  }

  /** A lap of the small multiples becomes the chosen one, and is pointed at where it was slowest. */
  private open({ reference }: Shown, { row, corner }: CornerOfLap): void {
    const lap = this.known(row);
    if (lap) {
      this.dispatchEvent(
        new CustomEvent('lap-of-car-chosen', { detail: { car: row.car, lap: row.lap }, bubbles: true, composed: true }),
      );
      void this.pointAt(reference, lap, row.apex_m ?? corner.apex_m);
    }
  }
}
