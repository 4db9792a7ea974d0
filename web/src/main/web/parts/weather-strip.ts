import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sparkPath } from '../charts/spark-path.js';
import { base } from '../design/styles.js';
import { value } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { StoreController } from '../model/store-controller.js';
import { WeatherFeed, measuredAt } from '../model/weather-feed.js';
import type { Series } from '../wire/words.js';
import './note.js';

/** The weather turns slowly; its lines are not drawn with each frame of the screen. */
const SHOWN_EVERY_MS = 500;
const DIRECTION = 'wind_direction';
/** What is shown, in this order, as far as the circuit sends it. */
const SHOWN: readonly [channel: string, label: string][] = [
  ['air_temperature', 'Air'],
  ['track_temperature', 'Track'],
  ['track_wetness', 'Wet'],
  ['rain_intensity', 'Rain'],
  ['wind_speed', 'Wind'],
  [DIRECTION, 'from'],
  ['humidity', 'Humidity'],
  ['air_pressure', 'Pressure'],
];
const WIDTH = 96;
const HEIGHT = 18;
const LEAST_WIDTH = 124;

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
      /* Columns of one width: values and lines stand beneath one another. */
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(${LEAST_WIDTH}px, 1fr));
        gap: 1px var(--gap-3);
        padding: var(--gap-1) 10px;
      }
      div {
        display: grid;
        grid-template-columns: auto 1fr;
        column-gap: var(--gap-2);
        max-width: 220px;
        line-height: 16px;
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
        width: 100%;
        height: ${HEIGHT}px;
      }
      path {
        fill: none;
        stroke: var(--reference);
        stroke-width: 1.25;
        vector-effect: non-scaling-stroke;
      }
      line {
        stroke: var(--text-third);
        vector-effect: non-scaling-stroke;
      }
      dd {
        white-space: nowrap;
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
  private line({ channel, x, y }: Series, at_s: number) {
    const until = Math.max(1, this.store.timeline.newest_s);
    const points = x.flatMap((time, i): [number, number][] => {
      const measured = y[i] ?? null;
      return measured === null || time > at_s ? [] : [[time, measured]];
    });
    const path = sparkPath(points, { width: WIDTH, height: HEIGHT, until, circle: channel === DIRECTION });
    const cursor = ((WIDTH * at_s) / until).toFixed(1);
    return html`<svg aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none"><path d=${path}></path>${svg`<line x1=${cursor} x2=${cursor} y1="0" y2=${HEIGHT}></line>`}</svg>`;
  }
}
