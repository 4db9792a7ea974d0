import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { carColours } from '../charts/car-colours.js';
import { gapPicture, gapText } from '../charts/gap-picture.js';
import type { LapPicture, LapPoint } from '../charts/lap-picture.js';
import '../charts/lap-plot.js';
import type { LapPlot } from '../charts/lap-plot.js';
import { palette } from '../design/palette.js';
import { base, controls } from '../design/styles.js';
import type { PanelOptions } from '../dock/dock-layout.js';
import { provisionalOf, type Provisional } from '../model/finality.js';
import { axisClock, axisSigned, clock, signed } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { giveBack } from '../model/keys.js';
import { Once } from '../model/once.js';
import { pictureFacts } from '../model/picture-facts.js';
import { PointerListener } from '../model/pointer-listener.js';
import { RaceLogController } from '../model/race-log-controller.js';
import { raceLogOf } from '../model/race-log.js';
import { gapsTo, lapsAtMoment } from '../model/road-gaps.js';
import type { GapPoint, GapReference } from '../model/road-gaps.js';
import { carsAround } from '../model/shown-cars.js';
import { StoreController } from '../model/store-controller.js';
import { lapPanel } from './lap-panel-styles.js';
import './note.js';
import './png-button.js';
import { SpokenReadout } from './spoken-readout.js';

const REFERENCES = { leader: 'to the leader', car: 'to the chosen car', average: 'to an even pace' } as const;
type ReferenceOption = keyof typeof REFERENCES;

/** What is made of the facts, however often somebody points elsewhere. */
interface Drawn {
  gaps: Map<string, GapPoint[]>;
  picture: LapPicture | null;
  provisional: Provisional | null;
  /** Where a moment lies in x. */
  across: (at_s: number) => number;
}

/** How far each car was behind a reference, each time that it passed the line. */
@customElement('vc-gap-chart')
export class GapChart extends LitElement {
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
    return html`<div class="tools">
        <select aria-label="Gap" data-testid="gap-reference" @change=${this.chooseReference}>
          ${Object.entries(REFERENCES).map(
            ([id, label]) => html`<option value=${id} ?selected=${id === this.to}>${label}</option>`,
          )}
        </select>
        ${this.byButton('lap', 'Laps')} ${this.byButton('time', 'Time')} ${this.pngButton()}
      </div>
      <div class="readout" data-testid="gap-readout">${this.readout(drawn.gaps)}</div>
      <span class="unseen" role="status"></span>
      ${this.chart(drawn)}`;
  }

  private pngButton() {
    const { car } = this;
    const facts = () => pictureFacts(this.store, { title: `Gap ${REFERENCES[this.to]}`, panel: 'gaps', session: this.store.session?.id ?? '', car, lap: null });
    return html`<vc-png-button .parts=${() => [...this.renderRoot.querySelectorAll('.readout, .chart')]} .facts=${facts}></vc-png-button>`;
  }

  private drawn(): Drawn {
    const log = raceLogOf(this.store);
    const { passings, order } = log.onRoad;
    const colours = palette();
    return this.made.get([passings, log.revision, this.car, this.options, colours], () => {
      const gaps = gapsTo(this.reference, passings);
      const own = passings.get(this.car ?? '') ?? [];
      const across = (at_s: number): number => (this.by === 'time' ? at_s : lapsAtMoment(own, at_s));
      const choice = { by: this.by, car: this.car, colours: carColours(carsAround(this.car, order), this.car), other: colours.textThird };
      const picture = gapPicture(gaps, order, choice);
      const bands = log.flags.map(({ flag, from_s, to_s }) => ({ flag, from: across(from_s), to: across(to_s) }));
      const provisional = provisionalOf(this.store.finality.ofAll(gaps.keys()));
      const provisionalFrom = provisional && across(provisional.from);
      return { gaps, provisional, across, picture: picture && { ...picture, bands, provisionalFrom } };
    });
  }

  private chart(drawn: Drawn) {
    const { picture, provisional } = drawn;
    if (!picture) {
      return this.store.timing.known
        ? html`<vc-note heading="No gap yet" detail=${this.whyNone()}></vc-note>`
        : html`<vc-note kind="loading" heading="Gaps"></vc-note>`;
    }
    return html`<vc-lap-plot
      class="chart"
      data-testid="gap-plot"
      reversed
      .picture=${picture}
      title=${provisional ? `Hatched is ${provisional.word}` : nothing}
      .xLabel=${this.by === 'lap' ? wholeLabel : axisClock}
      .yLabel=${axisSigned}
      .wholeX=${this.by === 'lap'}
      .labelWidth=${Math.max(...picture.lines.map(({ label }) => label.length)) * 6.6 + 14}
      .cursor=${this.pointer(drawn)}
      what="Gap of all cars ${REFERENCES[this.to]}"
      @point-over=${(event: CustomEvent<LapPoint | null>) => this.over(event.detail)}
    ></vc-lap-plot>`;
  }

  private pointer({ across }: Drawn): number | null {
    const { pointer_s } = this.store;
    return pointer_s === null ? null : across(pointer_s);
  }

  private showPointer(): void {
    if (this.plot) {
      this.plot.cursor = this.pointer(this.drawn());
    }
  }

  private whyNone(): string {
    return this.to === 'car'
      ? 'The chosen car has not passed the line with the others yet.'
      : 'A gap is shown when cars have passed the line.';
  }

  private readout(gaps: Map<string, GapPoint[]>) {
    const { pointed } = this;
    const points = gaps.get(pointed?.car ?? '') ?? [];
    const at = points.findIndex((point) => point.at_s === pointed?.at_s);
    const point = points[at];
    const before = points[at - 1];
    if (!point || !pointed) {
      return 'Seconds at the line, behind is below; at the right where each car stands now';
    }
    const change = before ? ` · ${signed(point.gap_s - before.gap_s, 1)} s since the line before` : '';
    const { final_s } = this.store.finality.ofAll(gaps.keys());
    const provisional = point.at_s > final_s ? ' · provisional' : '';
    const lapped = point.lapsDown === 0 ? '' : ` · ${gapText(point)} behind`;
    return html`Car <b>${pointed.car}</b> ${atLine(point)}, ${clock(point.at_s)} ·
      <b>${signed(point.gap_s)} s</b> ${REFERENCES[this.to]}${lapped}${change}${provisional}`;
  }

  private get by(): 'lap' | 'time' {
    return this.options['by'] === 'time' ? 'time' : 'lap';
  }

  private get to(): ReferenceOption {
    const to = this.options['to'];
    return to === 'car' || to === 'average' ? to : 'leader';
  }

  private get reference(): GapReference {
    return this.to === 'car' ? { car: this.car ?? '' } : this.to;
  }

  private byButton(by: 'lap' | 'time', label: string) {
    return html`<button aria-pressed=${this.by === by} @click=${() => this.keep({ by })}>${label}</button>`;
  }

  private chooseReference(event: Event): void {
    this.keep({ to: (event.target as HTMLSelectElement).value });
    giveBack(event.target);
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

/** On the count that all cars share; a car that was recorded later has other numbers of its own. */
function atLine({ lap, laps }: GapPoint): string {
  const after = `after ${laps} ${laps === 1 ? 'lap' : 'laps'}`;
  return lap === null || lap.number === laps ? after : `${after}, its lap ${lap.number}`;
}

const wholeLabel = (x: number): string => (Number.isInteger(x) && x > 0 ? String(x) : '');
