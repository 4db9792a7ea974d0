import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, tables } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { ABSENT, lapTime, signed } from '../model/format.js';
import { bestsOfEntry, bestsOfSession, doubtAbout, markOf, rate, rateLap, rateSector, type Bests, type Rating } from '../model/rating.js';
import { StoreController } from '../model/store-controller.js';
import type { Entry, Lap } from '../wire/words.js';

/** All cars of the session, one a row; choosing a row chooses the car of the other panels. */
@customElement('vc-timing-table')
export class TimingTable extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      tbody tr {
        cursor: pointer;
      }
      td,
      th {
        padding: 0 5px;
      }
      td:first-child,
      th:first-child {
        padding-left: 10px;
      }
      td:last-child,
      th:last-child {
        padding-right: 10px;
      }
      .car {
        font-weight: 700;
      }
      .who {
        max-width: 122px;
        overflow: hidden;
        color: var(--text-second);
        text-overflow: ellipsis;
      }
      .time {
        font-weight: 500;
      }
      @container (max-width: 620px) {
        .wide {
          display: none;
        }
      }
      @container (max-width: 480px) {
        .roomy {
          display: none;
        }
      }
      :host {
        container-type: inline-size;
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() selected: string | null = null;

  constructor() {
    super();
    new StoreController(this);
  }

  override render() {
    const entries = this.store.entries();
    const session = bestsOfSession(entries);
    const sectors = Math.max(0, ...entries.map((entry) => entry.sectors));
    const numbers = Array.from({ length: sectors > 1 ? sectors : 0 }, (_, i) => i);
    return html`<table role="grid" aria-label="Timing" data-testid="timing-table">
      <thead>
        <tr>
          <th scope="col">P</th>
          <th scope="col" class="left">Car</th>
          <th scope="col" class="left wide">Driver</th>
          <th scope="col">Laps</th>
          <th scope="col">Last</th>
          <th scope="col">Best</th>
          ${numbers.map((i) => html`<th scope="col" class="roomy">S${i + 1}</th>`)}
          <th scope="col" class="wide" title="Theoretical best: the sum of the best sectors">Theor.</th>
          <th scope="col">Gap</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          entries,
          (entry) => entry.car,
          (entry) => this.row(entry, session, numbers),
        )}
      </tbody>
    </table>`;
  }

  private row(entry: Entry, session: Bests, sectors: number[]) {
    const last = this.store.laps(entry.car).findLast((lap) => lap.kind !== 'partial');
    const own = bestsOfEntry(entry);
    const chosen = entry.car === this.selected;
    return html`<tr
      data-testid="timing-row"
      data-car=${entry.car}
      aria-selected=${chosen}
      tabindex="0"
      @click=${() => this.choose(entry.car)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.choose(entry.car)}
    >
      <td class="third">${entry.position ?? ABSENT}</td>
      <td class="left car">${entry.car}</td>
      <td class="left who wide" title=${[entry.driver, entry.vehicle].filter((name) => name !== null).join(', ')}>${entry.driver ?? entry.vehicle ?? ABSENT}</td>
      <td>${entry.laps}</td>
      ${this.time(lapTime(entry.last_lap_s), last ? rateLap(last, session, own) : 'none', last)}
      ${this.time(lapTime(entry.best_lap_s), rate(entry.best_lap_s, session.lap, null))}
      ${sectors.map((i) => {
        return this.time(lapTime(last?.sectors_s[i]), last ? rateSector(last, i, session, own) : 'none', last, 'roomy');
      })}
      <td class="wide">${lapTime(entry.theoretical_best_s)}</td>
      <td>${entry.gap_s === 0 ? nothing : signed(entry.gap_s)}</td>
    </tr>`;
  }

  /** @param lap that the time is of; it says how well the time is known */
  private time(text: string, rating: Rating, lap?: Lap, more = '') {
    const doubt = rating === 'uncertain' ? doubtAbout(lap) : null;
    return html`<td
      class="time ${rating} ${lap?.provisional ? 'provisional' : ''} ${more}"
      data-rating=${rating}
      title=${doubt ?? nothing}
      aria-label=${doubt === null ? nothing : `${text}. ${doubt}`}
    >
      <span class="mark" aria-hidden="true">${markOf(rating)}</span>${text}
    </td>`;
  }

  private choose(car: string): void {
    this.dispatchEvent(new CustomEvent('car-chosen', { detail: car, bubbles: true, composed: true }));
  }
}
