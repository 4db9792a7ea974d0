import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { provisionalOf, type Provisional } from '../model/finality.js';
import { clock } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import type { LapAxis } from '../model/lap-samples.js';
import { KEPT_S } from '../model/kept.js';
import { pictureFacts } from '../model/picture-facts.js';
import { PlotLink } from '../model/plot-link.js';
import { StoreController } from '../model/store-controller.js';
import type { Channel } from '../wire/words.js';
import './lap-traces.js';
import './live-traces.js';
import './measure-tools.js';
import './panel.js';
import './png-button.js';

const WINDOWS_S = [20, 60, KEPT_S];
const USUAL_WINDOW_S = 60;

/** @param text an option of the panel, which may come from anywhere */
export function windowFrom(text: string | undefined): number {
  return WINDOWS_S.find((seconds) => String(seconds) === text) ?? USUAL_WINDOW_S;
}

/** The traces of one car: the last seconds while it runs, or one of its laps. */
@customElement('vc-traces-panel')
export class TracesPanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host,
      vc-panel {
        height: 100%;
      }
      /* What is not fresh looks so: still readable, but nobody takes it for now. */
      vc-live-traces[data-fresh='false'] {
        opacity: 0.5;
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  @property() car: string | null = null;
  /** null: live. */
  @property({ attribute: false }) lap: number | null = null;
  @property({ attribute: false }) channels: Channel[] = [];
  @property({ attribute: false }) placeChannels: readonly string[] = [];
  /** How much of the live traces is in sight; told by `panel-options` when it is chosen. */
  @property({ type: Number }) seconds = USUAL_WINDOW_S;
  /** What x of a lap is. */
  @property() by: LapAxis = 'time';
  @state() private statistics = false;

  /** Of the car as it runs, and of its laps: their cursors stand on different axes. */
  private readonly liveLink = new PlotLink();
  private readonly lapLink = new PlotLink();

  constructor() {
    super();
    new StoreController(this);
  }

  override render() {
    const live = this.store.session?.state === 'live';
    return html`<vc-panel heading=${this.car === null ? 'Traces' : `Car ${this.car}`} data-testid="traces">
      ${this.aside()}
      ${this.lap === null ? WINDOWS_S.map((seconds) => this.windowButton(seconds)) : nothing}
      ${live && this.lap !== null
        ? html`<button slot="tools" data-testid="back-to-live" @click=${() => this.tell('live-chosen')}>Live</button>`
        : nothing}
      ${this.lap === null ? nothing : this.lapTools()}
      <vc-measure-tools
        slot="tools"
        .link=${this.link}
        .statistics=${this.statistics}
        ?zoomable=${this.lap !== null}
        @statistics-wanted=${(event: CustomEvent<boolean>) => (this.statistics = event.detail)}
      ></vc-measure-tools>
      <vc-png-button
        slot="tools"
        .parts=${() => [this.renderRoot.querySelector('vc-live-traces, vc-lap-traces')]}
        .facts=${() => this.pictureFacts()}
      ></vc-png-button>
      <button slot="tools" data-testid="choose-channels" @click=${() => this.tell('channels-wanted')}>Channels</button>
      ${this.traces()}
    </vc-panel>`;
  }

  private aside() {
    const since = this.staleSince;
    if (this.lap !== null) {
      return html`<span slot="aside" class="second">lap ${this.lap}</span>`;
    }
    return since === null
      ? html`<span slot="aside" class="second">${this.store.timeline.motion.kind === 'live' ? 'live' : 'up to the cursor'}</span>`
      : html`<span slot="aside" class="warn" data-testid="stale">stale: silent since ${clock(since)}</span>`;
  }

  /** Since when the car has been silent, where the cursor stands after that. */
  private get staleSince(): number | null {
    const since = this.store.finality.silentSince(this.car);
    return since !== null && since < this.store.now_s ? since : null;
  }

  /** Over distance there is no moment from which on the lap is provisional; the list of laps says that it is. */
  private lapProvisional(): Provisional | null {
    const lap = this.store.timing.allLaps(this.car).find(({ number }) => number === this.lap);
    return lap && this.by === 'time' ? provisionalOf(this.store.finality.of(this.car), lap.start_s) : null;
  }

  private pictureFacts() {
    const { session, car, lap, by, link } = this;
    const unit = by === 'distance' ? 'm' : 's';
    const cursor = lap === null ? {} : { cursor: link.cursor === null ? null : `cursor ${link.cursor.toFixed(2)} ${unit}` };
    return pictureFacts(this.store, { title: 'Traces', panel: 'traces', session, car, lap, ...cursor });
  }

  private windowButton(seconds: number) {
    return html`<button slot="tools" aria-pressed=${seconds === this.seconds} @click=${() => this.choose(seconds)}>
      ${seconds} s
    </button>`;
  }

  private get link(): PlotLink {
    return this.lap === null ? this.liveLink : this.lapLink;
  }

  private lapTools() {
    return html`${(['time', 'distance'] as const).map(
        (by) => html`<button slot="tools" data-testid="by-${by}" aria-pressed=${by === this.by} @click=${() => this.chooseAxis(by)}>
          ${by === 'time' ? 'Time' : 'Distance'}
        </button>`,
      )}`;
  }

  private traces() {
    return this.lap === null || this.car === null
      ? html`<vc-live-traces
          data-fresh=${this.store.fresh && this.staleSince === null}
          .provisional=${provisionalOf(this.store.finality.of(this.car))}
          .store=${this.store}
          .car=${this.car ?? ''}
          .channels=${this.channels}
          .seconds=${this.seconds}
          .link=${this.liveLink}
          ?statistics=${this.statistics}
        ></vc-live-traces>`
      : html`<vc-lap-traces
          .store=${this.store}
          .link=${this.lapLink}
          .by=${this.by}
          .provisional=${this.lapProvisional()}
          ?statistics=${this.statistics}
          .session=${this.session}
          .car=${this.car}
          .lap=${this.lap}
          .healings=${this.store.healings}
          .channels=${this.channels}
          .placeChannels=${this.placeChannels}
        ></vc-lap-traces>`;
  }

  private choose(seconds: number): void {
    this.keep({ seconds: seconds === USUAL_WINDOW_S ? '' : String(seconds) });
  }

  private chooseAxis(by: LapAxis): void {
    this.keep({ by: by === 'time' ? '' : by });
  }

  /** In the layout, so that a link to it opens in the same way; the usual needs no words. */
  private keep(detail: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent('panel-options', { detail, bubbles: true, composed: true }));
  }

  private tell(what: 'live-chosen' | 'channels-wanted'): void {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true }));
  }
}
