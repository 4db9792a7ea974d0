import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { slopeText } from '../charts/evolution-picture.js';
import { PATTERNS, stintBar, stopMark, stopText, throughText, type StintScale } from '../charts/stint-bars.js';
import { base, controls } from '../design/styles.js';
import type { PanelOptions } from '../dock/dock-layout.js';
import { axisClock, clock, lapTime } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { impureText } from '../model/pure-pace.js';
import { RaceLogController } from '../model/race-log-controller.js';
import { raceLogOf } from '../model/race-log.js';
import { lapsUntil, type AtLine } from '../model/road-gaps.js';
import { StoreController } from '../model/store-controller.js';
import { compoundName, type Stint, type StintsOfCar } from '../model/stints.js';
import { lapPanel } from './lap-panel-styles.js';
import './note.js';
import { stintStyles } from './stint-styles.js';

const ROW_HEIGHT = 25;
const AXIS_HEIGHT = 20;
const RIGHT = 10;
const TICK_PIXELS = 56;
const LAP_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const TIME_STEPS = [60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400];

interface Row extends StintsOfCar {
  car: string;
  /** Counted as those of the other cars are, so that the same laps stand above one another. */
  passings: AtLine[];
}

/** A bar a stint of each car: tyres, laps, pure pace and pit stops. */
@customElement('vc-stint-chart')
export class StintChart extends LitElement {
  static override styles = [base, controls, lapPanel, stintStyles];

  @property({ attribute: false }) store!: FrameStore;
  @property() car: string | null = null;
  @property({ attribute: false }) options: PanelOptions = {};
  @state() private width = 0;
  @state() private lit: { car: string; stint: number } | null = null;
  private readonly sized = new ResizeObserver(() => (this.width = this.clientWidth));

  constructor() {
    super();
    new StoreController(this);
    new RaceLogController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
  }

  override render() {
    const rows = this.rows();
    return html`<div class="tools">
        ${this.byButton('lap', 'Laps')} ${this.byButton('time', 'Time')}
        <span class="second keys" aria-hidden="true">S soft · M medium · H hard · I intermediate · W wet</span>
      </div>
      <div class="readout" data-testid="stint-readout">${this.readout(rows)}</div>
      ${rows.length === 0 ? this.empty() : this.chart(rows)}`;
  }

  private empty() {
    return this.store.timing.known
      ? html`<vc-note heading="No stint yet" detail="A stint is shown when a car has ended a lap."></vc-note>`
      : html`<vc-note kind="loading" heading="Stints"></vc-note>`;
  }

  private rows(): Row[] {
    const log = raceLogOf(this.store);
    const { passings, order } = log.onRoad;
    return order.flatMap((car): Row[] => {
      const told = log.stintsOf(car);
      return told.stints.length === 0 ? [] : [{ ...told, car, passings: passings.get(car) ?? [] }];
    });
  }

  private chart(rows: Row[]) {
    const left = Math.min(90, Math.max(...rows.map(({ car }) => car.length)) * 7.5 + 18);
    const ends = rows.map((row) => this.endOf(row));
    const starts = this.by === 'time' ? rows.map((row) => Math.max(0, row.stints[0]?.from_s ?? 0)) : [0];
    const from = Math.min(...starts);
    const to = Math.max(from + 1, ...ends);
    const x = (value: number): number => left + ((value - from) * (this.width - left - RIGHT)) / (to - from);
    return html`<div class="rows">
      <svg class="axis" width=${this.width} height=${AXIS_HEIGHT} aria-hidden="true">
        ${this.ticks(from, to).map((tick) => svg`<text x=${x(tick)} y="14">${this.by === 'time' ? axisClock(tick) : tick}</text>`)}
      </svg>
      ${repeat(
        rows,
        ({ car }) => car,
        (row) => this.row(row, x),
      )}
    </div>`;
  }

  private ticks(from: number, to: number): number[] {
    const most = Math.max(1, (this.width - 90) / TICK_PIXELS);
    const steps = this.by === 'time' ? TIME_STEPS : LAP_STEPS;
    const step = steps.find((each) => (to - from) / each <= most) ?? steps.at(-1) ?? 1;
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step);
  }

  private row(row: Row, x: (value: number) => number) {
    const chosen = row.car === this.car;
    const scale: StintScale = { x, ends: (stint) => this.reach(row, stint) };
    return html`<div
      class="row"
      role="button"
      tabindex="0"
      aria-pressed=${chosen}
      aria-label=${`Car ${row.car}: ${row.stints.map((stint) => stintText(stint, row)).join('; ')}`}
      data-testid="stint-row"
      data-car=${row.car}
      @click=${() => this.choose(row.car)}
      @keydown=${(event: KeyboardEvent) => this.onKey(event, row)}
      @pointermove=${(event: PointerEvent) => this.point(row, event)}
      @pointerleave=${() => (this.lit = null)}
      @focus=${() => (this.lit = { car: row.car, stint: row.stints.length })}
      @blur=${() => (this.lit = null)}
    >
      <svg width=${this.width} height=${ROW_HEIGHT} aria-hidden="true">
        ${PATTERNS}
        <text x="10" y=${ROW_HEIGHT / 2 + 4} class="car">${row.car}</text>
        ${row.stints.map((stint) => stintBar(stint, scale, this.isLit(row.car, stint)))}
        ${row.stints.map((stint) => (stint.stop ? stopMark(stint, stint.stop, scale) : nothing))}
      </svg>
    </div>`;
  }

  private isLit(car: string, stint: Stint): boolean {
    return this.lit !== null && this.lit.car === car && this.lit.stint === stint.number;
  }

  /** From where to where a stint goes on the axis; one without a whole lap is a sliver. */
  private reach({ passings }: Row, { from_s, to_s }: Stint): readonly [number, number] {
    if (this.by === 'time') {
      return [from_s, to_s];
    }
    const from = lapsUntil(passings, from_s);
    return [from, Math.max(from + 0.2, lapsUntil(passings, to_s))];
  }

  private endOf(row: Row): number {
    return Math.max(...row.stints.map((stint) => this.reach(row, stint)[1]));
  }

  private readout(rows: Row[]) {
    const row = rows.find(({ car }) => car === this.lit?.car);
    const stint = row?.stints.find(({ number }) => number === this.lit?.stint);
    if (!row || !stint) {
      return 'Whole laps and mean of the pure laps of each stint; a line across is a pit stop, with its time in the lane';
    }
    return html`Car <b>${row.car}</b> · ${stintText(stint, row)}`;
  }

  /** The stint under the pointer; between two the nearer one to the left. */
  private point(row: Row, event: PointerEvent): void {
    const group = event.composedPath().find((each) => each instanceof SVGGElement && each.dataset['stint'] !== undefined);
    const stint = group instanceof SVGGElement ? Number(group.dataset['stint']) : row.stints.length;
    if (this.lit?.car !== row.car || this.lit.stint !== stint) {
      this.lit = { car: row.car, stint };
    }
  }

  private onKey(event: KeyboardEvent, row: Row): void {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Enter') {
      this.choose(row.car);
    } else if (step !== 0) {
      event.preventDefault();
      // The same keys move the time of the page.
      event.stopPropagation();
      const at = (this.lit?.stint ?? row.stints.length) + step;
      this.lit = { car: row.car, stint: Math.min(row.stints.length, Math.max(1, at)) };
    }
  }

  private choose(car: string): void {
    this.dispatchEvent(new CustomEvent('car-chosen', { detail: car, bubbles: true, composed: true }));
  }

  private get by(): 'lap' | 'time' {
    return this.options['by'] === 'time' ? 'time' : 'lap';
  }

  private byButton(by: 'lap' | 'time', label: string) {
    const keep = () => this.dispatchEvent(new CustomEvent('panel-options', { detail: { by }, bubbles: true, composed: true }));
    return html`<button aria-pressed=${this.by === by} @click=${keep}>${label}</button>`;
  }
}

function stintText(stint: Stint, { impure }: StintsOfCar): string {
  const { pace_s, pure, trend, stop, startAge, completed } = stint;
  const first = stint.laps[0]?.number ?? 0;
  const last = stint.laps.at(-1)?.number ?? first;
  const age = startAge !== null && startAge > 0 ? `, ${startAge} laps old` : '';
  return [
    `stint ${stint.number}: ${compoundName(stint.compound)}${age}`,
    `laps ${first}–${last}, ${completed} whole`,
    pace_s === null ? 'no pure lap' : `pure pace ${lapTime(pace_s)} over ${pure.length}`,
    trend === null ? null : slopeText(trend.slope),
    impureText(stint.laps, impure) || null,
    ...stint.through.map((way) => `through the lane at ${clock(way.at_s)}: ${throughText(way)}`),
    stop === null ? null : `stop at ${clock(stop.at_s)}: ${stopText(stop)}`,
  ]
    .filter((each) => each !== null)
    .join(' · ');
}
