import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { carColours } from '../charts/car-colours.js';
import { evolutionPicture, place, slopeText, type CarOfPicture, type EvolutionChoice } from '../charts/evolution-picture.js';
import type { LapPicture, LapPoint } from '../charts/lap-picture.js';
import '../charts/lap-plot.js';
import type { LapPlot } from '../charts/lap-plot.js';
import { palette } from '../design/palette.js';
import { base, controls } from '../design/styles.js';
import type { PanelOptions } from '../dock/dock-layout.js';
import { provisionalOf, type Provisional } from '../model/finality.js';
import { axisClock, axisLapTime, lapTime, spread } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { Once } from '../model/once.js';
import { pictureFacts } from '../model/picture-facts.js';
import { PointerListener } from '../model/pointer-listener.js';
import { RaceLogController } from '../model/race-log-controller.js';
import { raceLogOf } from '../model/race-log.js';
import { StoreController } from '../model/store-controller.js';
import { compoundName } from '../model/stints.js';
import { carsAround, carsOf, MOST_CARS } from '../model/shown-cars.js';
import './car-chips.js';
import { lapPanel } from './lap-panel-styles.js';
import './note.js';
import './png-button.js';
import { SpokenReadout } from './spoken-readout.js';
import './pure-toggle.js';

/** What is made of the facts, however often somebody points elsewhere. */
interface Drawn {
  cars: CarOfPicture[];
  order: string[];
  shown: string[];
  choice: EvolutionChoice;
  picture: LapPicture | null;
  provisional: Provisional | null;
}

/** Lap times of the chosen car and some others, with flags, tyres and the trend of each stint. */
@customElement('vc-lap-evolution')
export class LapEvolution extends LitElement {
  static override styles = [base, controls, lapPanel];

  @property({ attribute: false }) store!: FrameStore;
  @property() car: string | null = null;
  @property({ attribute: false }) options: PanelOptions = {};
  @query('vc-lap-plot') private plot!: LapPlot | null;
  private pointed: LapPoint | null = null;
  private readonly made = new Once<Drawn>();

  constructor() {
    super();
    new StoreController(this);
    new RaceLogController(this);
    new SpokenReadout(this, { chart: 'vc-lap-plot', readout: '.readout', region: '.unseen' });
    new PointerListener(this, () => this.showPointer());
  }

  override render() {
    const drawn = this.drawn();
    const { cars, order, shown } = drawn;
    return html`<div class="tools">
        <vc-pure-toggle .store=${this.store}></vc-pure-toggle>
        ${this.byButton('lap', 'Laps')} ${this.byButton('time', 'Time')} ${this.pngButton()}
        <vc-car-chips
          .cars=${[...order].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))}
          .shown=${shown}
          ?byHand=${this.options['cars'] !== undefined}
          @cars-picked=${(event: CustomEvent<string[] | null>) => this.pick(event.detail)}
        ></vc-car-chips>
      </div>
      <div class="readout" data-testid="evolution-readout">${this.readout(cars)}</div>
      <span class="unseen" role="status"></span>
      ${this.chart(drawn)}`;
  }

  private pngButton() {
    const { car } = this;
    const facts = () => pictureFacts(this.store, { title: 'Lap times', panel: 'lap-times', session: this.store.session?.id ?? '', car, lap: null });
    return html`<vc-png-button .parts=${() => [...this.renderRoot.querySelectorAll('.readout, .chart')]} .facts=${facts}></vc-png-button>`;
  }

  private drawn(): Drawn {
    const log = raceLogOf(this.store);
    const { passings, order } = log.onRoad;
    return this.made.get([passings, log.revision, this.car, this.options, palette()], () => {
      const shown = carsOf(this.options['cars'], order) ?? carsAround(this.car, order);
      const colours = carColours(shown, this.car);
      const cars = shown.map((car) => this.carOf(car, colours.get(car) ?? '', passings.get(car) ?? []));
      cars.sort((a, b) => Number(a.strong) - Number(b.strong));
      const choice: EvolutionChoice = { by: this.by, pureOnly: log.pureOnly, flags: log.flags };
      const provisional = provisionalOf(this.store.finality.ofAll(cars.map(({ car }) => car)));
      const provisionalFrom = provisional && place(provisional.from, strongOf(cars), choice);
      const picture = evolutionPicture(cars, choice);
      return { cars, order, shown, choice, provisional, picture: picture && { ...picture, provisionalFrom } };
    });
  }

  private chart(drawn: Drawn) {
    const { cars, choice, picture, provisional } = drawn;
    if (!picture) {
      return this.empty(choice.pureOnly);
    }
    return html`<vc-lap-plot
      class="chart"
      data-testid="evolution-chart"
      .picture=${picture}
      title=${provisional ? `Hatched is ${provisional.word}` : nothing}
      .xLabel=${this.by === 'lap' ? wholeLabel : axisClock}
      .yLabel=${axisLapTime}
      .wholeX=${this.by === 'lap'}
      .labelWidth=${Math.max(...cars.map(({ car }) => car.length)) * 7 + 12}
      .cursor=${this.pointer(drawn)}
      what="Lap times of ${cars.map(({ car }) => `car ${car}`).join(', ')}"
      @point-over=${(event: CustomEvent<LapPoint | null>) => this.over(event.detail)}
    ></vc-lap-plot>`;
  }

  private pointer({ cars, choice }: Drawn): number | null {
    const { pointer_s } = this.store;
    return pointer_s === null ? null : place(pointer_s, strongOf(cars), choice);
  }

  private showPointer(): void {
    if (this.plot) {
      this.plot.cursor = this.pointer(this.drawn());
    }
  }

  private empty(pureOnly: boolean) {
    if (!this.store.timing.known) {
      return html`<vc-note kind="loading" heading="Lap times"></vc-note>`;
    }
    return pureOnly
      ? html`<vc-note
          heading="No pure lap yet"
          detail="Of the cars shown, no lap tells the pace."
          remedy="Switch off 'Pure pace' to see all laps."
        ></vc-note>`
      : html`<vc-note heading="No lap yet" detail="A lap is shown when the car has passed the line."></vc-note>`;
  }

  private carOf(car: string, colour: string, passings: CarOfPicture['passings']): CarOfPicture {
    return { car, strong: car === this.car, colour, passings, stints: raceLogOf(this.store).stintsOf(car) };
  }

  private readout(cars: CarOfPicture[]) {
    const { pointed } = this;
    const car = cars.find((each) => each.car === pointed?.car);
    const stint = car?.stints.stints.find((each) => each.laps.some((lap) => lap.number === pointed?.lap));
    const lap = stint?.laps.find((each) => each.number === pointed?.lap);
    if (!car || !stint || !lap) {
      return html`● pure · ○ not pure · ▲ slower than the picture · ─ across: uncertain · dotted: provisional · dashed: trend`;
    }
    const facts = [
      car.stints.impure.get(lap) ?? 'pure',
      lap.uncertain ? spread(lap.uncertainty_s) : null,
      lap.provisional ? 'provisional' : null,
      stint.compound === null ? null : compoundName(stint.compound),
      stint.trend === null ? null : `trend of the stint ${slopeText(stint.trend.slope)}`,
    ];
    const told = facts.filter((each) => each !== null).join(' · ');
    return html`Car <b>${car.car}</b> · lap ${lap.number} · <b>${lapTime(lap.time_s)}</b> · ${told}`;
  }

  private get by(): 'lap' | 'time' {
    return this.options['by'] === 'time' ? 'time' : 'lap';
  }

  private byButton(by: 'lap' | 'time', label: string) {
    return html`<button aria-pressed=${this.by === by} @click=${() => this.keep({ by })}>${label}</button>`;
  }

  private pick(cars: string[] | null): void {
    this.keep({ cars: cars === null ? '' : cars.slice(-MOST_CARS).join(',') });
  }

  private keep(options: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent('panel-options', { detail: options, bubbles: true, composed: true }));
  }

  private over(point: LapPoint | null): void {
    this.pointed = point;
    this.store.point(point?.at_s ?? null);
    this.requestUpdate();
  }
}

const strongOf = (cars: readonly CarOfPicture[]): CarOfPicture | undefined => cars.find((car) => car.strong) ?? cars[0];
const wholeLabel = (x: number): string => (Number.isInteger(x) && x > 0 ? String(x) : '');
