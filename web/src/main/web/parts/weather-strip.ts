import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { value } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { StoreController } from '../model/store-controller.js';
import { WeatherFeed, measuredAt } from '../model/weather-feed.js';
import type { Series } from '../wire/words.js';
import './note.js';

/** The weather turns slowly; its lines are not drawn with each frame of the screen. */
const SHOWN_EVERY_MS = 500;
/** What is shown, in this order, as far as the circuit sends it. */
const SHOWN: readonly [channel: string, label: string][] = [
  ['air_temperature', 'Air'],
  ['track_temperature', 'Track'],
  ['track_wetness', 'Wet'],
  ['rain_intensity', 'Rain'],
  ['wind_speed', 'Wind'],
  ['wind_direction', 'from'],
  ['humidity', 'Humidity'],
  ['air_pressure', 'Pressure'],
];
const WIDTH = 96;
const HEIGHT = 22;

/** The weather at the cursor, and how it came to be so. */
@customElement('vc-weather-strip')
export class WeatherStrip extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        height: 100%;
        overflow: auto;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-1) var(--gap-4);
        padding: var(--gap-2) 10px;
      }
      div {
        display: grid;
        grid-template-columns: auto auto;
        column-gap: var(--gap-2);
      }
      dt {
        color: var(--text-third);
        font-size: var(--size-small);
      }
      dd {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
        text-align: right;
      }
      dd span {
        color: var(--text-third);
        font-weight: 400;
      }
      svg {
        grid-column: 1 / -1;
        width: ${WIDTH}px;
        height: ${HEIGHT}px;
      }
      path {
        fill: none;
        stroke: var(--reference);
        stroke-width: 1.25;
      }
      line {
        stroke: var(--text-third);
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  private feed: WeatherFeed | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.requestUpdate(), SHOWN_EVERY_MS);
  }

  /** Taken out of the page and put in again, as a dock does, the element asks again. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
    this.feed = null;
  }

  override willUpdate(): void {
    const { session, store } = this;
    if (this.isConnected && (this.feed?.session !== session || this.feed.store !== store)) {
      this.feed?.stop();
      this.feed = new WeatherFeed(session, store, SHOWN.map(([channel]) => channel), () => this.requestUpdate());
      this.feed.start();
    }
  }

  override render() {
    const { series: all = null, problem = null } = this.feed ?? {};
    if (all === null) {
      return problem
        ? html`<vc-note
            kind="problem"
            heading="The weather is not known"
            detail=${problem.detail}
            remedy="It is asked for again."
          ></vc-note>`
        : html`<vc-note kind="loading" heading="Weather"></vc-note>`;
    }
    const known = SHOWN.flatMap(([channel, label]) => {
      const series = all.find((each) => each.channel === channel && each.x.length > 0);
      return series ? [{ series, label }] : [];
    });
    if (known.length === 0) {
      return html`<vc-note heading="No weather" detail="No weather station sends for this session."></vc-note>`;
    }
    return html`<dl data-testid="weather">${known.map(({ series, label }) => this.one(series, label))}</dl>`;
  }

  private one(series: Series, label: string) {
    const at = this.store.now_s;
    return html`<div>
      <dt>${label}</dt>
      <dd data-channel=${series.channel}>${value(measuredAt(series, at))} <span>${series.unit ?? nothing}</span></dd>
      ${this.line(series, at)}
    </div>`;
  }

  /** The whole session; the stroke is the cursor. */
  private line({ x, y }: Series, at_s: number) {
    const until = Math.max(1, this.store.timeline.newest_s);
    const shown = x.map((time, i): [number, number | null] => [time, y[i] ?? null]).filter(([time]) => time <= at_s);
    const values = shown.flatMap(([, each]) => (each === null ? [] : [each]));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const span = Math.max(high - low, 1e-3 * Math.max(1, Math.abs(high)));
    const across = (time: number): string => ((WIDTH * time) / until).toFixed(1);
    const path = shown
      .filter((each): each is [number, number] => each[1] !== null)
      .map(([time, each], i) => `${i === 0 ? 'M' : 'L'}${across(time)} ${(HEIGHT - 3 - ((HEIGHT - 6) * (each - low)) / span).toFixed(1)}`)
      .join('');
    return html`<svg aria-hidden="true"><path d=${path}></path>${svg`<line x1=${across(at_s)} x2=${across(at_s)} y1="0" y2=${HEIGHT}></line>`}</svg>`;
  }
}
