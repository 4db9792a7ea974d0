import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, controls, tables } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { ABSENT, clock, lapTime, signed, spread } from '../model/format.js';
import { bestsOfEntry, bestsOfSession, markOf, rateLap, rateSector, remarkOn, type Bests, type Rating } from '../model/rating.js';
import { hrefOf } from '../model/routes.js';
import { StoreController } from '../model/store-controller.js';
import type { LapAddress } from '../wire/rest.js';
import type { Lap } from '../wire/words.js';
import './note.js';

/** The laps of one car, newest first; choosing one shows its traces. */
@customElement('vc-lap-list')
export class LapList extends LitElement {
  static override styles = [
    base,
    controls,
    tables,
    css`
      tbody tr {
        cursor: pointer;
      }
      tr:not([data-kind='flying']) td {
        color: var(--text-third);
      }
      /* Most laps are slower ones; in a list of laps only the best ones should stand out. */
      .slower {
        color: var(--text);
      }
      .button {
        height: 20px;
      }
      td:last-child {
        width: 1%;
        padding-right: 4px;
      }
      @media (pointer: coarse), (max-width: 720px) {
        .button {
          height: 28px;
        }
      }
      :host {
        container-type: inline-size;
      }
      @container (max-width: 720px) {
        th,
        td {
          padding: 0 6px;
        }
      }
      @container (max-width: 600px) {
        .wide {
          display: none;
        }
      }
      @container (max-width: 520px) {
        .roomy {
          display: none;
        }
        th,
        td {
          padding: 0 5px;
        }
      }
      @container (max-width: 400px) {
        th,
        td {
          padding: 0 3px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() car: string | null = null;
  @property({ type: Number }) selected: number | null = null;

  constructor() {
    super();
    new StoreController(this);
  }

  override render() {
    const laps = [...this.store.timing.laps(this.car)].reverse();
    if (laps.length === 0 && !this.store.timing.known) {
      return html`<vc-note kind="loading" heading="Laps"></vc-note>`;
    }
    if (laps.length === 0) {
      return html`<vc-note heading="No lap yet" detail="A lap is listed when the car passes the line."></vc-note>`;
    }
    const entry = this.store.timing.entry(this.car);
    const session = bestsOfSession(this.store.timing.entries());
    const own = bestsOfEntry(entry);
    const most = Math.max(0, ...laps.map((lap) => lap.sectors_s.length));
    const sectors = Array.from({ length: most > 1 ? most : 0 }, (_, i) => i);
    return html`<table role="grid" aria-label="Laps" data-testid="lap-list">
      <thead>
        <tr>
          <th scope="col">Lap</th>
          <th scope="col" class="left">Kind</th>
          <th scope="col">Time</th>
          <th scope="col" class="roomy" title="Against the best lap of the car">To best</th>
          ${sectors.map((i) => html`<th scope="col">S${i + 1}</th>`)}
          <th scope="col" class="roomy" title="Time within the session">Start</th>
          <th scope="col" class="left wide" title="What the time was taken from">Witness</th>
          <th scope="col" aria-label="Compare"></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          laps,
          (lap) => lap.number,
          (lap) => this.row(lap, session, own, sectors),
        )}
      </tbody>
    </table>`;
  }

  private row(lap: Lap, session: Bests, own: Bests, sectors: number[]) {
    return html`<tr
      data-testid="lap-row"
      data-lap=${lap.number}
      data-kind=${lap.kind}
      aria-selected=${lap.number === this.selected}
      tabindex="0"
      @click=${() => this.choose(lap.number)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.choose(lap.number)}
    >
      <td title=${lap.stated_number === null ? nothing : `Lap ${lap.stated_number} by the car's own count`}>${lap.number}</td>
      <td class="left">${lap.kind}${lap.provisional ? html` <span class="warn">provisional</span>` : nothing}</td>
      ${this.time(lapTime(lap.time_s), rateLap(lap, session, own), lap, lap.uncertain)}
      <td class="third roomy" data-testid="to-best">${toBest(lap, own)}</td>
      ${sectors.map((i) => this.time(lapTime(lap.sectors_s[i]), rateSector(lap, i, session, own), lap))}
      <td class="third roomy">${clock(lap.start_s)}</td>
      <td class="left third wide">${lap.witness?.replaceAll('_', ' ') ?? nothing}</td>
      <td>${lap.kind === 'flying' ? this.compareLink(lap) : nothing}</td>
    </tr>`;
  }

  private time(text: string, rating: Rating, lap: Lap, doubted = false) {
    const remark = remarkOn(rating, lap);
    return html`<td
      class="${rating} ${lap.provisional ? 'provisional' : ''}"
      data-rating=${rating}
      title=${remark ?? nothing}
      aria-label=${remark === null ? nothing : `${text}. ${remark}`}
    >
      <span class="mark" aria-hidden="true">${markOf(rating)}</span>${text}${doubted ? html` <span class="roomy">${spread(lap.uncertainty_s)}</span>` : nothing}
    </td>`;
  }

  private compareLink(lap: Lap) {
    const session = this.store.session?.id;
    if (session === undefined || this.car === null) {
      return nothing;
    }
    const other: LapAddress = { session, car: this.car, lap: lap.number };
    return html`<a
      class="button plain"
      data-testid="compare-lap"
      title="Compare with the best lap"
      aria-label="Compare lap ${lap.number} with the best lap"
      href=${hrefOf({ view: 'compare', reference: this.referenceFor(other), others: [other] })}
      @click=${(event: Event) => event.stopPropagation()}
      ><span aria-hidden="true">⇄</span><span class="roomy">Compare</span></a
    >`;
  }

  /** The best lap of the car; for that lap itself, the best lap of the session. */
  private referenceFor(other: LapAddress): LapAddress | null {
    const own = this.store.timing.entry(this.car);
    if (own && own.best_lap !== null && own.best_lap !== other.lap) {
      return { ...other, lap: own.best_lap };
    }
    const leader = this.store
      .timing.entries()
      .filter((entry) => entry.best_lap_s !== null && entry.car !== this.car)
      .sort((a, b) => (a.best_lap_s ?? 0) - (b.best_lap_s ?? 0))[0];
    return leader && leader.best_lap !== null ? { ...other, car: leader.car, lap: leader.best_lap } : null;
  }

  private choose(lap: number): void {
    this.dispatchEvent(new CustomEvent('lap-chosen', { detail: lap, bubbles: true, composed: true }));
  }
}

/** How far behind the best lap; an uncertain lap cannot be measured by it. */
function toBest(lap: Lap, own: Bests) {
  if (lap.uncertain) {
    return ABSENT;
  }
  const behind = lap.kind === 'flying' && lap.time_s !== null && own.lap !== null ? lap.time_s - own.lap : 0;
  return behind < 0.0005 ? nothing : signed(behind);
}
