import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SEQUENTIAL_LEVELS, inkOn, levelOf } from '../design/sequential.js';
import { base } from '../design/styles.js';
import { extremes } from '../model/distribution.js';
import { ABSENT, clock, plain, signed, value } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { Once } from '../model/once.js';
import { PointerListener } from '../model/pointer-listener.js';
import { EXTREMES, SelectedSamples } from '../model/selected-samples.js';
import { StoreController } from '../model/store-controller.js';
import { WHEELS, slipOf, wheelsOf, type TyrePlace, type Wheel, type WheelChannels, type WheelQuantity } from '../model/wheel-channels.js';
import { valueBefore, wheelMoment, type WheelMoment } from '../model/wheel-readings.js';
import '../parts/note.js';
import type { Channel } from '../wire/words.js';
import { wheelsStyles } from './wheels-styles.js';

type Quantity = Exclude<WheelQuantity, 'tyreTemperature'>;
type Range = readonly [number, number];

const NAMES: Record<Wheel, string> = { fl: 'Front left', fr: 'Front right', rl: 'Rear left', rr: 'Rear right' };
const ROWS: [Quantity, string][] = [
  ['tyrePressure', 'Tyre'],
  ['brakeTemperature', 'Brake'],
  ['damper', 'Damper'],
  ['wheelSpeed', 'Speed'],
  ['slip', 'Slip'],
];
const ACROSS: TyrePlace[] = ['outer', 'middle', 'inner'];
/** What the colours span where the unit is °C: cold to too hot for a slick and an iron disc; else what the lap had. */
const CELSIUS: Record<'tyre' | 'brake', Range> = { tyre: [50, 120], brake: [100, 700] };
const SPEED = 'speed';
/** Numbers that change more often cannot be read. */
const READ_MS = 100;

/** The four wheels as they stand on the car, at the cursor, with the lowest and highest values of the lap. */
@customElement('vc-wheels')
export class Wheels extends LitElement {
  static override styles = [base, wheelsStyles];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  @property() car: string | null = null;
  @property({ attribute: false }) lap: number | null = null;
  @property({ attribute: false }) channels: Channel[] = [];

  private readonly wheels = new Once<Record<Wheel, WheelChannels>>();
  private readonly ranges = new Once<Map<string, Range>>();
  private readonly samples = new SelectedSamples(this, () => this.wanted(), EXTREMES);

  constructor() {
    super();
    new StoreController(this, () => this.requestUpdate(), READ_MS);
    new PointerListener(this, () => this.requestUpdate());
  }

  private get byWheel(): Record<Wheel, WheelChannels> {
    return this.wheels.get([this.channels], () => wheelsOf(this.channels));
  }

  private wanted() {
    if (this.car === null || !this.store.timing.known) {
      return null;
    }
    const channels = Object.values(this.byWheel).flatMap(({ tyre, of }) => [...Object.values(tyre), ...Object.values(of)]);
    const names = channels.map((channel) => channel.name);
    const speed = channels.length > 0 && this.channels.some(({ name }) => name === SPEED) ? [SPEED] : [];
    return { car: this.car, channels: [...names, ...speed], span: wheelMoment(this.store, this.car, this.lap).span };
  }

  override render() {
    const { car } = this;
    if (car === null || this.channels.length === 0 || this.samples.wanted === null) {
      return html`<vc-note kind="loading" heading="Wheels"></vc-note>`;
    }
    if (this.samples.wanted.channels.length === 0) {
      return html`<vc-note heading="Nothing of the wheels" detail="The car sends no temperatures, pressures or speeds of its wheels."></vc-note>`;
    }
    const moment = wheelMoment(this.store, car, this.lap);
    const ranges = this.ranges.get([this.samples.wanted.channels.join(), moment.span.from_s, this.samples.found?.stamp], () => this.rangesOfLap());
    const since = this.store.finality.silentSince(car);
    const silent = since !== null && since < moment.at_s ? since : null;
    return html`<div class="car ${silent === null ? '' : 'stale'}" data-testid="wheels" data-at-s=${moment.at_s.toFixed(2)}>
        ${WHEELS.map((wheel) => this.wheel(wheel, moment, ranges))}
      </div>
      <p class="foot third">
        <span class=${silent === null ? '' : 'warn'}>
          ${silent === null ? moment.label : `stale: silent since ${clock(silent)}`}
        </span>
        <span>small: lowest to highest of ${moment.span.label}${this.samples.loading ? ', loading' : ''}</span>
        ${this.scales(ranges)}
      </p>`;
  }

  private rangesOfLap(): Map<string, Range> {
    const { found, wanted } = this.samples;
    const ranges = new Map<string, Range>();
    wanted?.channels.forEach((channel, i) => {
      const y = found?.series[i]?.y ?? [];
      if (y.length > 0) {
        ranges.set(channel, extremes([y]));
      }
    });
    return ranges;
  }

  private readonly valueFor = (channel: string | undefined, { at_s, newest }: WheelMoment): number | null => {
    if (channel === undefined || this.car === null) {
      return null;
    }
    const latest = newest ? this.store.valueOf(this.car, channel) : null;
    const samples = this.samples.found?.series[this.samples.wanted?.channels.indexOf(channel) ?? -1];
    return latest ?? (samples ? valueBefore(samples, at_s) : null);
  };

  private wheel(wheel: Wheel, moment: WheelMoment, ranges: Map<string, Range>) {
    const { tyre, of } = this.byWheel[wheel];
    const rows = ROWS.filter(([quantity]) => of[quantity] || (quantity === 'slip' && this.slipChannel(wheel)));
    return html`<section data-wheel=${wheel} aria-label=${NAMES[wheel]}>
      <h3>${wheel.toUpperCase()} <span class="third">${NAMES[wheel].toLowerCase()}</span></h3>
      ${this.tyre(wheel, tyre, moment, ranges)}
      <dl>
        ${rows.map(([quantity, title]) => this.row(title, quantity, wheel, moment, ranges))}
      </dl>
    </section>`;
  }

  /** Seen from above: the outer edge of a left tyre is on the left. */
  private tyre(wheel: Wheel, tyre: WheelChannels['tyre'], moment: WheelMoment, ranges: Map<string, Range>) {
    const across = ACROSS.filter((place) => tyre[place]);
    const places: TyrePlace[] = across.length > 0 ? (wheel.endsWith('l') ? across : across.toReversed()) : tyre.whole ? ['whole'] : [];
    return places.length === 0
      ? nothing
      : html`<div class="tyre">${places.map((place) => this.strip(place, tyre[place] as Channel, moment, ranges))}</div>`;
  }

  private strip(place: TyrePlace, channel: Channel, moment: WheelMoment, ranges: Map<string, Range>) {
    const now = this.valueFor(channel.name, moment);
    return html`<div class="strip" title="${place === 'whole' ? '' : `${place} `}tyre temperature ${channel.unit}" data-place=${place}>
      ${this.block(now, now === null ? ABSENT : plain(now), 'tyre', channel, ranges)}
      <span class="range third">${rangeText(ranges.get(channel.name), 0)}</span>
    </div>`;
  }

  /** A number on the colour that stands for it. */
  private block(now: number | null, text: string, kind: 'tyre' | 'brake', channel: Channel, ranges: Map<string, Range>) {
    const [min, max] = this.scale(kind, channel, ranges);
    const colour = now === null ? null : (SEQUENTIAL_LEVELS[levelOf(now, min, max)] as string);
    return html`<svg class="block ${kind}" role="img" aria-label=${text}>
      ${svg`<rect width="100%" height="100%" rx="2" fill=${colour ?? 'none'} class=${colour === null ? 'unknown' : ''} />
      <text x="50%" y="50%" fill=${colour === null ? 'currentColor' : inkOn(colour)}>${text}</text>`}
    </svg>`;
  }

  private scale(kind: 'tyre' | 'brake', channel: Channel, ranges: Map<string, Range>): Range {
    return /^°?C$/.test(channel.unit ?? '') ? CELSIUS[kind] : (ranges.get(channel.name) ?? [0, 1]);
  }

  private row(title: string, quantity: Quantity, wheel: Wheel, moment: WheelMoment, ranges: Map<string, Range>) {
    const channel = this.byWheel[wheel].of[quantity];
    if (!channel) {
      const slip = slipOf(this.valueFor(this.slipChannel(wheel)?.name, moment), this.valueFor(SPEED, moment));
      return html`<div data-quantity="slip"><dt>${title}</dt><dd class="now">${signed(slip, 1)}</dd><dd class="unit third">%</dd><dd class="range third"></dd></div>`;
    }
    const now = this.valueFor(channel.name, moment);
    const decimals = quantity === 'tyrePressure' ? 2 : quantity === 'slip' ? 3 : quantity === 'damper' ? 1 : 0;
    const text = now === null ? ABSENT : plain(now, decimals);
    const shown = quantity === 'brakeTemperature' ? this.block(now, text, 'brake', channel, ranges) : text;
    return html`<div data-quantity=${quantity}>
      <dt>${title}</dt>
      <dd class="now">${shown}</dd>
      <dd class="unit third">${channel.unit}</dd>
      <dd class="range third">${rangeText(ranges.get(channel.name), decimals)}</dd>
    </div>`;
  }

  /** Its speed against that of the car, where both are in one unit and nothing states the slip itself. */
  private slipChannel(wheel: Wheel): Channel | undefined {
    const { wheelSpeed, slip } = this.byWheel[wheel].of;
    const speed = this.channels.find(({ name }) => name === SPEED);
    return !slip && speed && wheelSpeed?.unit === speed.unit ? wheelSpeed : undefined;
  }

  private scales(ranges: Map<string, Range>) {
    const wheels = Object.values(this.byWheel);
    const tyre = wheels.flatMap((wheel) => Object.values(wheel.tyre))[0];
    const brake = wheels.map((wheel) => wheel.of.brakeTemperature).find((channel) => channel !== undefined);
    const scale = (title: string, kind: 'tyre' | 'brake', channel?: Channel) => {
      const [min, max] = channel ? this.scale(kind, channel, ranges) : [0, 0];
      return channel ? html`<span class="scale">${title} ${value(min, true)} <i></i> ${value(max, true)} ${channel.unit}</span>` : nothing;
    };
    return html`${scale('tyre', 'tyre', tyre)} ${scale('brake', 'brake', brake)}`;
  }
}

const rangeText = (range: Range | undefined, decimals: number): string =>
  range ? `${plain(range[0], decimals)}–${plain(range[1], decimals)}` : '';
