import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, tables } from '../design/styles.js';
import { compounds } from '../design/compounds.js';
import type { FrameStore } from '../model/frame-store.js';
import { lapTime } from '../model/format.js';
import { ofBest, ofGap, ofInterval, type Said } from '../model/tower-words.js';
import type { MiniRating } from '../model/mini-sectors.js';
import { bestsOfEntry, bestsOfSession, markOf, rate, rateLap, remarkOn, type Bests, type Rating } from '../model/rating.js';
import { compoundLetter } from '../model/stints.js';
import { StoreController } from '../model/store-controller.js';
import { lastWhole } from '../model/timed-laps.js';
import { isAtLine, towerOf, type CarStatus, type TowerRow } from '../model/tower.js';
import type { Lap, Sector } from '../wire/words.js';
import { clippedName, clippedNames } from './clipped-name.js';
import './note.js';
import { towerStyles } from './timing-tower-styles.js';

/** Gaps are read, not watched: more often nobody can follow. */
const EVERY_MS = 250;
const STATUS: Record<CarStatus, string> = { racing: '', pit: 'PIT', stopped: 'STOP', finished: 'FIN', silent: 'LOST', out: 'OUT' };
const MEANING: Record<CarStatus, string> = {
  racing: 'on the track',
  pit: 'in the pit lane',
  stopped: 'stands still',
  finished: 'has ended its race',
  silent: 'nothing has been heard of it for some seconds',
  out: 'has stood or been silent for two laps or more',
};

/** The race as it stands at the cursor: order, gaps, tyres, sectors and mini-sectors. */
@customElement('vc-timing-tower')
export class TimingTower extends LitElement {
  static override styles = [
    base,
    tables,
    clippedNames,
    compounds,
    towerStyles,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() selected: string | null = null;
  /** The row that Tab comes to; the others are reached from it by arrows. */
  private stop: string | null = null;
  private located: FrameStore | null = null;
  private keepsFocus: HTMLTableRowElement | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.requestUpdate(), EVERY_MS);
  }

  override render() {
    const { store } = this;
    const rows = towerOf(store);
    if (rows.length === 0) {
      return html`<vc-note heading="No car yet" detail="A car is listed with its first block."></vc-note>`;
    }
    const competing = rows.filter(({ car }) => store.timing.competes(car)).flatMap(({ car }) => store.timing.sectorsUnderWay(car));
    const bests = bestsOfSession(store.timing.entries(), competing);
    const sectors = Array.from({ length: Math.max(0, ...rows.map(({ entry }) => entry.sectors)) }, (_, i) => i);
    const cars = rows.map(({ car }) => car);
    const before = new Map(rows.flatMap((row, i): [string, TowerRow][] => (i === 0 ? [] : [[row.car, rows[i - 1] as TowerRow]])));
    const stop = [this.stop, this.selected].find((car) => car !== null && cars.includes(car)) ?? cars[0] ?? null;
    const tyres = rows.some(({ compound }) => compound !== null);
    const minis = this.reservesMinis(rows);
    const loading = minis && !store.samples.knowsAllUntil(store.now_s);
    return html`<table role="grid" aria-label="Order of the race" data-testid="timing-tower">
      ${isAtLine(rows) ? html`<caption>Order and gaps as at the last passing of the line: where the cars are is not known.</caption>` : nothing}
      <thead>
        <tr>
          <th scope="col" class="place" title="Place in the race">P</th>
          <th scope="col" class="left car">Car</th>
          <th scope="col" class="left wide">Driver</th>
          <th scope="col" class="left" aria-label="Status"></th>
          ${tyres ? html`<th scope="col" class="left" title="Compound, laps of the set, stops">Tyre</th>` : nothing}
          <th scope="col" title="Laps driven">Lap</th>
          <th scope="col" class="gap" title="To the leader">Gap</th>
          <th scope="col" class="gap" title="To the car before; marked when both fight within a second">Int.</th>
          <th scope="col" title="The last whole lap">Last</th>
          <th scope="col">Best</th>
          ${sectors.length > 1 ? sectors.map((i) => html`<th scope="col" class="wide" title="Sector ${i + 1} of the lap under way, else of the last one">S${i + 1}</th>`) : nothing}
          ${minis ? html`<th scope="col" class="roomy" title="Mini-sectors of the lap under way${loading ? LOADING : ''}">Mini-sectors</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ car }) => car,
          (row) => this.row(row, { before, bests, sectors: sectors.length > 1 ? sectors : [], cars, tyres, minis, loading, stop }),
        )}
      </tbody>
    </table>`;
  }

  private row(row: TowerRow, table: Table) {
    const { entry, car } = row;
    const laps = this.store.timing.laps(car);
    const last = lastWhole(laps);
    const own = bestsOfEntry(entry);
    return html`<tr
      data-testid="tower-row"
      data-car=${car}
      data-status=${row.status}
      aria-selected=${car === this.selected}
      tabindex=${car === table.stop ? 0 : -1}
      @click=${() => this.choose(car)}
      @focus=${() => this.onFocus(car)}
      @keydown=${(event: KeyboardEvent) => this.onKey(event, car)}
    >
      <td class="place">${row.position}</td>
      <td class="left car">${clippedName(car, table.cars)}</td>
      <td class="left driver wide" title=${entry.driver ?? nothing}>${entry.driver ?? ''}</td>
      <td class="left status ${row.status}" title="Car ${car} ${MEANING[row.status]}">${STATUS[row.status]}</td>
      ${table.tyres ? html`<td class="left">${this.tyre(row)}</td>` : nothing}
      <td class="third">${Math.max(0, row.laps - 1)}</td>
      ${gapCell(ofGap(row), '')} ${gapCell(ofInterval(row, table.before.get(car)), row.battle ? 'battle' : 'second')}
      ${this.time(lapTime(last?.time_s), last ? rateLap(last, table.bests, own) : 'none', last, '')}
      ${this.time(lapTime(entry.best_lap_s), entry.best_uncertain ? 'uncertain' : rate(entry.best_lap_s, table.bests.lap, null), undefined, '', ofBest(entry, laps))}
      ${this.sectors(row, last, table, own)}
      ${table.minis ? html`<td class="roomy ${table.loading ? 'loading' : ''}" title=${table.loading ? `Of the lap under way${LOADING}` : nothing}>${minisOf(row.minis)}</td>` : nothing}
    </tr>`;
  }

  /** The columns stand where they are once it is known that there will be a circuit. */
  private reservesMinis(rows: readonly TowerRow[]): boolean {
    const { store } = this;
    if (store.race.circuit !== null || rows.some(({ car }) => store.placeOf(car) !== null)) {
      this.located = store;
    }
    return this.located === store;
  }

  private tyre({ compound, tyreLaps, stops }: TowerRow) {
    if (compound === null) {
      return nothing;
    }
    const title = `${compound}, ${tyreLaps ?? '?'} laps old, ${stops ?? '?'} stops`;
    return html`<span title=${title}
      ><span class="compound ${compound}">${compoundLetter(compound)}</span><span class="second"> ${tyreLaps ?? ''}</span
      ><span class="third wide"> ${stops ? `/${stops}` : ''}</span></span
    >`;
  }

  private sectors(row: TowerRow, last: Lap | undefined, table: Table, own: Bests) {
    const underWay = this.store.timing.sectorsUnderWay(row.car);
    const competes = this.store.timing.competes(row.car);
    return table.sectors.map((i) => {
      const now = underWay.find(({ sector }: Sector) => sector === i + 1);
      if (now) {
        return this.time(lapTime(now.time_s), competes ? rate(now.time_s, table.bests.sectors[i], own.sectors[i]) : 'none', undefined, 'wide');
      }
      return html`<td class="time wide done-before" title="Of the lap before">${lapTime(last?.sectors_s[i])}</td>`;
    });
  }

  private time(text: string, rating: Rating, lap: Lap | undefined, room: string, why: string | null = null) {
    const remark = why ?? remarkOn(rating, lap);
    return html`<td class="time ${rating} ${room} ${lap?.provisional ? 'provisional' : ''}" data-rating=${rating} title=${remark ?? nothing}>
      <span class="mark" aria-hidden="true">${markOf(rating)}</span>${text}
    </td>`;
  }

  /** Moved in the page an element loses the focus: the row of a car that has passed another gets it back. */
  override willUpdate(): void {
    const active = this.shadowRoot?.activeElement;
    this.keepsFocus = active instanceof HTMLTableRowElement ? active : null;
  }

  override updated(): void {
    if (this.keepsFocus?.isConnected && this.shadowRoot?.activeElement !== this.keepsFocus) {
      this.keepsFocus.focus({ preventScroll: true });
    }
    this.keepsFocus = null;
  }

  private onFocus(car: string): void {
    if (this.stop !== car) {
      this.stop = car;
      this.requestUpdate();
    }
  }

  private onKey(event: KeyboardEvent, car: string): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') {
      this.choose(car);
    } else if (step !== 0) {
      event.preventDefault();
      // The same keys choose another car everywhere else.
      event.stopPropagation();
      const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('tbody tr')];
      const at = rows.findIndex((row) => row.dataset['car'] === car);
      rows[at + step]?.focus();
    }
  }

  private choose(car: string): void {
    this.dispatchEvent(new CustomEvent('car-chosen', { detail: car, bubbles: true, composed: true }));
  }
}

interface Table {
  /** Who is before each car. */
  before: ReadonlyMap<string, TowerRow>;
  stop: string | null;
  bests: Bests;
  sectors: number[];
  cars: string[];
  tyres: boolean;
  minis: boolean;
  /** What the mini-sectors are measured by is not all here. */
  loading: boolean;
}

const LOADING = '. The past of the session is still being fetched: measured by what is here so far';

function gapCell({ text, title, unsure }: Said, look: string) {
  return html`<td class="gap ${look} ${unsure ? 'unsure' : ''}" title=${title ?? nothing}>${text}</td>`;
}

/** The best ones stand higher than the others: not by colour alone. */
const HEIGHT: Record<MiniRating, number> = { 'session-best': 12, 'personal-best': 9, slower: 5, unknown: 2, ahead: 2 };

function minisOf(minis: readonly MiniRating[]) {
  const said = (rating: MiniRating): number => minis.filter((each) => each === rating).length;
  return html`<svg
    class="minis"
    role="img"
    aria-label="${said('session-best')} best of all, ${said('personal-best')} best of the car, ${said('slower')} slower"
  >
    ${minis.map((rating, i) => svg`<rect class=${rating} x=${i * 5} y=${12 - HEIGHT[rating]} width="4" height=${HEIGHT[rating]}></rect>`)}
  </svg>`;
}
