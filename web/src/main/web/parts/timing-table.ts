import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, tables } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { ABSENT, clock, lapTime, signed } from '../model/format.js';
import { vehicleBeside } from '../model/names.js';
import { bestsOfEntry, bestsOfSession, markOf, rate, rateLap, rateSector, remarkOn, type Bests, type Rating } from '../model/rating.js';
import { StoreController } from '../model/store-controller.js';
import { lastCompleted, lastWithSectors } from '../model/timed-laps.js';
import type { Entry, Lap } from '../wire/words.js';
import { clippedName, clippedNames } from './clipped-name.js';

/** What a row needs to know of the table. */
interface Table {
  bests: Bests;
  /** Of the sectors, from 0. */
  sectors: number[];
  cars: string[];
  withDrivers: boolean;
}

/** All cars of the session, one a row; choosing a row chooses the car of the other panels. */
@customElement('vc-timing-table')
export class TimingTable extends LitElement {
  static override styles = [
    base,
    tables,
    clippedNames,
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
      .car > div {
        display: flex;
        gap: 6px;
        align-items: baseline;
        max-width: 36cqi;
      }
      .car .clipped {
        font-weight: 700;
      }
      .vehicle,
      .driver {
        overflow: hidden;
        color: var(--text-second);
        text-overflow: ellipsis;
      }
      .vehicle {
        flex: 0 1000 auto;
        color: var(--text-third);
        font-size: var(--size-small);
      }
      .driver {
        max-width: 122px;
      }
      .time {
        font-weight: 500;
      }
      .stale td {
        opacity: 0.55;
      }
      /* Times come before names: beside drivers and sectors the vehicle is told on demand. */
      @container (max-width: 780px) {
        .crowded .vehicle {
          display: none;
        }
        .crowded .driver {
          max-width: 96px;
        }
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
        .car > div {
          max-width: 28cqi;
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
    const entries = this.store.timing.entries();
    const most = Math.max(0, ...entries.map((entry) => entry.sectors));
    const table: Table = {
      bests: bestsOfSession(entries),
      sectors: Array.from({ length: most > 1 ? most : 0 }, (_, i) => i),
      cars: entries.map((entry) => entry.car),
      withDrivers: entries.some((entry) => entry.driver !== null),
    };
    const crowded = table.withDrivers && table.sectors.length > 0;
    return html`<table role="grid" aria-label="Timing" class=${crowded ? 'crowded' : ''} data-testid="timing-table">
      <thead>
        <tr>
          <th scope="col" title="Position by best lap">P</th>
          <th scope="col" class="left">Car</th>
          ${table.withDrivers ? html`<th scope="col" class="left wide">Driver</th>` : nothing}
          <th scope="col" title="Laps that ended at the line: the number of the last one in the list of laps">Laps</th>
          <th scope="col">Last</th>
          <th scope="col">Best</th>
          ${table.sectors.map((i) => html`<th scope="col" class="roomy" title="Sector ${i + 1} of the last lap that has sectors">S${i + 1}</th>`)}
          <th scope="col" class="wide" title="Theoretical best: the sum of the best sectors">Theor.</th>
          <th scope="col" title="How far the best lap is behind the best of the session">Gap</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          entries,
          (entry) => entry.car,
          (entry) => this.row(entry, table),
        )}
      </tbody>
    </table>`;
  }

  private row(entry: Entry, table: Table) {
    const last = lastCompleted(this.store.timing.laps(entry.car));
    const own = bestsOfEntry(entry);
    const silent = this.store.finality.silentSince(entry.car);
    const chosen = entry.car === this.selected;
    return html`<tr
      data-testid="timing-row"
      data-car=${entry.car}
      class=${silent === null ? '' : 'stale'}
      title=${silent === null ? nothing : `Stale: car ${entry.car} is silent since ${clock(silent)}`}
      aria-selected=${chosen}
      tabindex="0"
      @click=${() => this.choose(entry.car)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.choose(entry.car)}
    >
      <td class="third">${entry.position ?? ABSENT}</td>
      ${this.car(entry, table.cars, silent !== null)}
      ${table.withDrivers ? html`<td class="left driver wide" title=${entry.driver ?? nothing}>${entry.driver ?? ABSENT}</td>` : nothing}
      <td>${entry.laps}</td>
      ${this.time(lapTime(entry.last_lap_s), last ? rateLap(last, table.bests, own) : 'none', last)}
      ${this.best(entry, table)}
      ${this.sectors(entry, table)}
      <td class="wide">${lapTime(entry.theoretical_best_s)}</td>
      <td>${entry.gap_s === 0 ? nothing : signed(entry.gap_s)}</td>
    </tr>`;
  }

  private best(entry: Entry, table: Table) {
    const text = lapTime(entry.best_lap_s);
    return entry.best_uncertain
      ? this.time(text, 'uncertain', this.store.timing.laps(entry.car).find((lap) => lap.number === entry.best_lap))
      : this.time(text, rate(entry.best_lap_s, table.bests.lap, null));
  }

  private car(entry: Entry, cars: string[], silent: boolean) {
    const vehicle = vehicleBeside(entry.car, entry.vehicle);
    return html`<td class="left car" title=${vehicle === null ? nothing : `Vehicle: ${vehicle}`}>
      <div>
        ${clippedName(entry.car, cars)}${silent ? html` <span class="warn">silent</span>` : nothing}
        ${vehicle === null ? nothing : html`<span class="vehicle roomy" data-testid="vehicle">${vehicle}</span>`}
      </div>
    </td>`;
  }

  private sectors(entry: Entry, table: Table) {
    const lap = lastWithSectors(this.store.timing.laps(entry.car));
    const own = bestsOfEntry(entry);
    return table.sectors.map((i) => {
      const rating = lap ? rateSector(lap, i, table.bests, own) : 'none';
      return this.time(lapTime(lap?.sectors_s[i]), rating, lap, `Sector ${i + 1} of lap ${lap?.number}`);
    });
  }

  /**
   * @param lap that the time is of; it says how well the time is known
   * @param sector which one of which lap, where the time is that of a sector
   */
  private time(text: string, rating: Rating, lap?: Lap, sector?: string) {
    const remarks = [lap && sector, remarkOn(rating, lap)].filter((remark) => remark).join(': ');
    return html`<td
      class="time ${rating} ${lap?.provisional ? 'provisional' : ''} ${sector === undefined ? '' : 'roomy'}"
      data-rating=${rating}
      title=${remarks || nothing}
      aria-label=${remarks ? `${text}. ${remarks}` : nothing}
    >
      <span class="mark" aria-hidden="true">${markOf(rating)}</span>${text}
    </td>`;
  }

  private choose(car: string): void {
    this.dispatchEvent(new CustomEvent('car-chosen', { detail: car, bubbles: true, composed: true }));
  }
}
