import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { value } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { indexNear } from '../model/plot-link.js';
import { StoreController } from '../model/store-controller.js';
import { rest } from '../wire/rest.js';
import type { Series } from '../wire/words.js';
import './note.js';

const TRACKSIDE = 'trackside';
const EVERY_MS = 10_000;
/** The weather turns slowly; its lines are not drawn with each frame of the screen. */
const SHOWN_EVERY_MS = 500;
const POINTS = 400;
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
  @state() private series: Series[] | null = null;
  private timer = 0;
  private askedFor = '';

  constructor() {
    super();
    new StoreController(this, () => this.requestUpdate(), SHOWN_EVERY_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.store.session?.state === 'live' && void this.load(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  override willUpdate(): void {
    if (this.askedFor !== this.session) {
      this.askedFor = this.session;
      void this.load();
    }
  }

  private async load(): Promise<void> {
    // A circuit without a weather station is no problem: there is nothing to show.
    const sends = await rest.sources(this.session).then((sources) => sources.some(({ car }) => car === TRACKSIDE)).catch(() => false);
    const channels = sends ? await rest.channels(this.session, TRACKSIDE).catch(() => []) : [];
    const names = SHOWN.map(([channel]) => channel).filter((channel) => channels.some(({ name }) => name === channel));
    const end = Math.max(1, this.store.timeline.newest_s);
    const answer =
      names.length === 0 ? null : await rest.seriesBetween(this.session, TRACKSIDE, names, 0, end, POINTS).catch(() => null);
    this.series = answer?.series ?? this.series ?? [];
  }

  override render() {
    if (this.series === null) {
      return html`<vc-note kind="loading" heading="Weather"></vc-note>`;
    }
    const known = SHOWN.flatMap(([channel, label]) => {
      const series = this.series?.find((each) => each.channel === channel && each.x.length > 0);
      return series ? [{ series, label }] : [];
    });
    if (known.length === 0) {
      return html`<vc-note heading="No weather" detail="No weather station sends for this session."></vc-note>`;
    }
    return html`<dl data-testid="weather">${known.map(({ series, label }) => this.one(series, label))}</dl>`;
  }

  private one(series: Series, label: string) {
    const at = this.store.now_s;
    const index = (series.x[0] ?? Infinity) > at ? -1 : indexNear(series.x, at);
    return html`<div>
      <dt>${label}</dt>
      <dd data-channel=${series.channel}>${value(series.y[index])} <span>${series.unit ?? nothing}</span></dd>
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
