import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { panelsFor } from '../charts/panels-for.js';
import type { PanelData } from '../charts/trace-panel.js';
import type { TraceStack } from '../charts/trace-stack.js';
import '../charts/trace-stack.js';
import { base } from '../design/styles.js';
import { placeOf } from '../model/ground.js';
import { brokenAtHoles } from '../model/holes.js';
import { PlotLink, indexNear } from '../model/plot-link.js';
import { LAP_POINTS, Problem, rest, type LapAddress } from '../wire/rest.js';
import type { Channel, SeriesAnswer } from '../wire/words.js';
import './note.js';

/** The chosen channels of one whole lap, from the store of the platform. */
@customElement('vc-lap-traces')
export class LapTraces extends LitElement {
  static override styles = [
    base,
    css`
      :host,
      vc-trace-stack {
        height: 100%;
      }
      vc-note {
        position: absolute;
        inset: 0;
        z-index: 3;
        background: var(--panel);
      }
    `,
  ];

  @property() session = '';
  @property() car = '';
  @property({ type: Number }) lap = 0;
  @property({ attribute: false }) channels: Channel[] = [];
  /** Where the car is, in the terms of its recording; empty where it has no position. */
  @property({ attribute: false }) placeChannels: readonly string[] = [];
  @state() private answer: SeriesAnswer | null = null;
  @state() private problem: Problem | null = null;
  @query('vc-trace-stack') private stack!: TraceStack;

  private readonly link = new PlotLink();
  private panels = panelsFor([], []);
  private loading = new AbortController();

  constructor() {
    super();
    this.link.listen(() => this.tellPlace());
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('channels')) {
      this.panels = panelsFor(this.channels, [{ label: 'lap' }]);
    }
    if (this.channels.length > 0 && ['session', 'car', 'lap', 'channels', 'placeChannels'].some((name) => changed.has(name))) {
      void this.load({ session: this.session, car: this.car, lap: this.lap });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.loading.abort();
  }

  override render() {
    return html`<vc-trace-stack
        .panels=${this.panels}
        .link=${this.link}
        .xLabel=${(x: number) => `${x} s`}
        zoomable
        @panels-ready=${() => this.draw()}
      ></vc-trace-stack>
      ${this.note()}`;
  }

  override updated(): void {
    this.draw();
  }

  private note() {
    if (this.problem) {
      const { title, detail, remedy } = this.problem;
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    return this.answer ? nothing : html`<vc-note kind="loading" heading="Traces"></vc-note>`;
  }

  private async load(lap: LapAddress): Promise<void> {
    this.loading.abort();
    const loading = (this.loading = new AbortController());
    const names = [...this.channels.map((channel) => channel.name), ...this.placeChannels];
    try {
      this.answer = await rest.seriesOfLap(lap, names, loading.signal);
      this.problem = null;
      this.link.zoomTo(null);
      this.tellPlace();
    } catch (cause) {
      if (!loading.signal.aborted) {
        this.problem = Problem.from(cause);
      }
    }
  }

  /** Says where the car was at the cursor, for the map. */
  private tellPlace(): void {
    const at = this.link.cursor;
    const values: Record<string, number | null> = {};
    for (const name of this.placeChannels) {
      const series = this.answer?.series.find((each) => each.channel === name);
      values[name] = series && at !== null ? (series.y[indexNear(series.x, at)] ?? null) : null;
    }
    this.dispatchEvent(new CustomEvent('place-at-cursor', { detail: placeOf(values), bubbles: true, composed: true }));
  }

  private draw(): void {
    const series = this.answer?.series ?? [];
    const end = Math.max(1, ...series.map((each) => each.x.at(-1) ?? 0));
    const curves = series.map((each): [string, PanelData] => {
      const { x, y } = brokenAtHoles(each, LAP_POINTS);
      return [each.channel, [x, y]];
    });
    this.stack.show(new Map(curves), [0, end]);
  }
}
