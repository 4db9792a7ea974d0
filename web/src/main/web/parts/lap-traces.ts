import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { panelsFor } from '../charts/panels-for.js';
import type { PanelData } from '../charts/trace-panel.js';
import type { TraceStack } from '../charts/trace-stack.js';
import '../charts/trace-stack.js';
import { base, controls } from '../design/styles.js';
import type { Provisional } from '../model/finality.js';
import type { FrameStore } from '../model/frame-store.js';
import { placeOf } from '../model/ground.js';
import { LapClock } from '../model/lap-clock.js';
import { LapSamples, covers, refined, roundAbout, type Curves, type LapAxis } from '../model/lap-samples.js';
import { PlotLink, indexNear, type Range } from '../model/plot-link.js';
import { PointerTie, type SessionAxis } from '../model/pointer-tie.js';
import { StretchTie } from '../model/stretch-tie.js';
import { StretchOffer, stretchOf } from '../model/stretch-offer.js';
import { Problem, rest } from '../wire/rest.js';
import type { Channel, Lap } from '../wire/words.js';
import './note.js';

/** The platform is asked for more when a zoom or a selection has stood for so long. */
const SETTLED_MS = 160;
const SPEED = 'speed';

interface Part {
  range: Range;
  curves: Curves;
}

/** The chosen channels of one whole lap, from the store of the platform; where one looks closer, as fine as recorded. */
@customElement('vc-lap-traces')
export class LapTraces extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host,
      vc-trace-stack {
        height: 100%;
      }
      .stale {
        opacity: 0.4;
      }
      .again {
        margin-top: var(--gap-3);
      }
      vc-note {
        position: absolute;
        inset: 0;
        z-index: 4;
        background: var(--panel);
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  @property() car = '';
  @property({ type: Number }) lap = 0;
  @property() by: LapAxis = 'time';
  /** How often samples of the session came late: with each the lap is asked for again. */
  @property({ type: Number }) healings = 0;
  @property({ attribute: false }) channels: Channel[] = [];
  /** Where the car is, in the terms of its recording; empty where it has no position. */
  @property({ attribute: false }) placeChannels: readonly string[] = [];
  @property({ attribute: false }) link = new PlotLink();
  @property({ type: Boolean }) statistics = false;
  @property({ attribute: false }) provisional: Provisional | null = null;
  @state() private curves: Curves | null = null;
  @state() private fine: Part | null = null;
  @state() private measured: ReadonlyMap<string, PanelData> | null = null;
  @state() private problem: Problem | null = null;
  /** What the curves are of; empty while there are none. */
  @state() private curvesOf = '';
  @query('vc-trace-stack') private stack!: TraceStack;

  private panels = panelsFor([], []);
  private samples: LapSamples | null = null;
  private clock: LapClock | null = null;
  private loading = new AbortController();
  private refining = new AbortController();
  private settling = 0;
  private measuring = 0;
  private asked: Range | null = null;
  private stopListening: () => void = () => undefined;

  constructor() {
    super();
    new PointerTie(this, () => this.link, () => this.sessionAxis);
    new StretchTie(this, () => this.link, () => this.sessionAxis);
    new StretchOffer(this, () => stretchOf(this.link, this.sessionAxis));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen();
  }

  private listen(): void {
    this.stopListening();
    this.stopListening = this.link.listen((what) => (what === 'zoom' ? this.refineSoon() : this.tellPlace()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening();
    this.loading.abort();
    this.refining.abort();
    window.clearTimeout(this.settling);
    window.clearTimeout(this.measuring);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) {
      this.listen();
    }
    if (changed.has('channels')) {
      this.panels = panelsFor(this.channels, [{ label: 'lap' }]);
    }
    const asks = ['session', 'car', 'lap', 'by', 'channels', 'placeChannels'].some((name) => changed.has(name));
    if (this.channels.length > 0 && (asks || changed.has('healings'))) {
      void this.load(asks && (!changed.has('channels') || changed.has('by')));
    }
    if (changed.has('statistics') && !this.statistics) {
      this.measured = this.asked = null;
    }
  }

  override render() {
    const unit = this.by === 'distance' ? 'm' : 's';
    return html`<vc-trace-stack
        class=${this.curves && this.curvesOf !== this.wanted ? 'stale' : ''}
        .panels=${this.panels}
        .link=${this.link}
        .xUnit=${unit}
        .xLabel=${(x: number) => `${x} ${unit}`}
        .samples=${this.measured}
        .provisional=${this.provisional}
        ?statistics=${this.statistics}
        zoomable
        @panels-ready=${() => this.draw()}
        @selection-changed=${(event: CustomEvent<Range>) => this.measureSoon(event.detail)}
      ></vc-trace-stack>
      ${this.note()}`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.size > 1 || !changed.has('measured')) {
      this.draw();
    }
  }

  private note() {
    if (this.problem) {
      const { title, detail, remedy } = this.problem;
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}>
        <p class="again"><button data-testid="try-again" @click=${() => void this.load(true)}>Try again</button></p>
      </vc-note>`;
    }
    return this.curves ? nothing : html`<vc-note kind="loading" heading="Traces"></vc-note>`;
  }

  private get names(): string[] {
    return [...this.channels.map((channel) => channel.name), ...this.placeChannels];
  }

  /** Names what is to be seen. */
  private get wanted(): string {
    return [this.session, this.car, this.lap, this.by, ...this.names].join('/');
  }

  /** @param another lap or axis: what is in sight of it has nothing to do with what was before */
  private async load(another: boolean): Promise<void> {
    this.loading.abort();
    this.refining.abort();
    const { signal } = (this.loading = new AbortController());
    const { names, wanted } = this;
    this.problem = null;
    const address = { session: this.session, car: this.car, lap: this.lap };
    const samples = new LapSamples(address, this.by, names, () => this.timed?.start_s ?? null, rest);
    try {
      const curves = await samples.whole(signal);
      this.samples = samples;
      this.fine = this.measured = this.asked = null;
      if (another) {
        this.link.zoomTo(null);
        this.link.markAt(null);
      }
      this.curves = curves;
      this.curvesOf = wanted;
      this.clock = this.clockOf(curves);
      this.tellPlace();
      this.refineSoon();
    } catch (cause) {
      // What is here of the same lap stays; that of another one must not stand under this heading.
      if (!signal.aborted && wanted !== this.curvesOf) {
        this.forget();
        this.problem = Problem.from(cause);
      }
    }
  }

  private forget(): void {
    this.curves = this.fine = this.measured = this.asked = this.samples = this.clock = null;
    this.curvesOf = '';
    this.tellPlace();
  }

  private get timed(): Lap | undefined {
    return this.store.timing.allLaps(this.car).find(({ number }) => number === this.lap);
  }

  /** By distance it follows from the speed, where that is traced. */
  private clockOf(curves: Curves): LapClock | null {
    const speed = curves.get(SPEED);
    const time_s = this.timed?.time_s ?? null;
    const inKmh = this.channels.some(({ name, unit }) => name === SPEED && unit === 'km/h');
    return speed && time_s !== null && inKmh ? new LapClock(speed.x, speed.y, time_s) : null;
  }

  private get sessionAxis(): number | SessionAxis | null {
    const { timed, clock } = this;
    if (!timed || this.by === 'time') {
      return timed?.start_s ?? null;
    }
    const end_s = timed.start_s + (timed.time_s ?? 0);
    return (
      clock && {
        momentOf: (metres) => timed.start_s + clock.secondsAt(metres),
        xOf: (moment_s) => (moment_s < timed.start_s || moment_s > end_s ? null : clock.metresAt(moment_s - timed.start_s)),
      }
    );
  }

  private refineSoon(): void {
    window.clearTimeout(this.settling);
    if (this.link.zoom === null) {
      this.fine = null;
    } else {
      this.settling = window.setTimeout(() => void this.refine(), SETTLED_MS);
    }
  }

  /** What was drawn stays until the finer one is there. */
  private async refine(): Promise<void> {
    const { samples, link } = this;
    if (!samples || link.zoom === null || this.isFineFor(link.zoom)) {
      return;
    }
    this.refining.abort();
    const { signal } = (this.refining = new AbortController());
    const range = roundAbout(link.zoom, link.extent);
    const curves = await samples.part(range, link.extent, signal).catch(() => null);
    if (curves && !signal.aborted && samples === this.samples) {
      this.fine = { range, curves };
    }
  }

  /** A wider part than twice what is in sight was asked for with too few points. */
  private isFineFor(zoom: Range): boolean {
    const range = this.fine?.range;
    return range !== undefined && covers(range, zoom) && range[1] - range[0] <= 3 * (zoom[1] - zoom[0]);
  }

  private measureSoon(selection: Range): void {
    if (this.asked?.[0] === selection[0] && this.asked[1] === selection[1]) {
      return;
    }
    this.asked = selection;
    this.measured = null;
    window.clearTimeout(this.measuring);
    this.measuring = window.setTimeout(() => void this.measure(selection), SETTLED_MS);
  }

  /** Statistics are of all samples as soon as the platform has given them. */
  private async measure(selection: Range): Promise<void> {
    const all = await this.samples?.all(selection, this.loading.signal).catch(() => null);
    if (all?.whole && this.asked === selection) {
      this.measured = new Map([...all.curves].map(([name, { x, y }]): [string, PanelData] => [name, [x, y]]));
    }
  }

  /** Says where the car was at the cursor, for the map. */
  private tellPlace(): void {
    const at = this.link.cursor;
    const values: Record<string, number | null> = {};
    for (const name of this.placeChannels) {
      const curve = this.fine?.curves.get(name) ?? this.curves?.get(name);
      values[name] = curve && at !== null ? (curve.y[indexNear(curve.x, at)] ?? null) : null;
    }
    this.dispatchEvent(new CustomEvent('place-at-cursor', { detail: placeOf(values), bubbles: true, composed: true }));
  }

  private draw(): void {
    const { curves, fine, by } = this;
    const drawn = new Map<string, PanelData>();
    for (const [name, curve] of curves ?? []) {
      const { x, y } = fine ? refined(curve, fine.curves.get(name), by === 'distance' ? [-Infinity, Infinity] : fine.range) : curve;
      drawn.set(name, [x, y]);
    }
    const end = Math.max(1, ...[...(curves?.values() ?? [])].map(({ x }) => x.at(-1) ?? 0));
    this.stack.show(drawn, [0, end]);
  }
}
