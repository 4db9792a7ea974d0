import { html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { DotLayer, DotPlane, PlaneSpec } from '../charts/dot-plane.js';
import '../charts/dot-plane.js';
import { padded, type AxisSpec } from '../charts/plane.js';
import { palette } from '../design/palette.js';
import { rowAt, type Rows } from '../model/aligned.js';
import { lookOf, usualChannels } from '../model/channel-look.js';
import { extremes } from '../model/distribution.js';
import { channelTitle, value } from '../model/format.js';
import { Once } from '../model/once.js';
import { PointerListener } from '../model/pointer-listener.js';
import { SelectedSamples } from '../model/selected-samples.js';
import { AnalysisPanel } from './analysis-panel.js';
import { colouredBy, type Coloured } from './coloured.js';
import './colour-bar.js';

interface Drawn {
  spec: PlaneSpec;
  layers: DotLayer[];
  coloured: Coloured | null;
}

/** One channel against another, coloured by a third. Options: `of`, `with`, `x`, `y`, `colour`. */
@customElement('vc-scatter')
export class Scatter extends AnalysisPanel {
  @query('vc-dot-plane') private plane!: DotPlane | null;

  private readonly samples = new SelectedSamples(this, () => this.wanted(this.axes, this.colour));
  private readonly beside = new SelectedSamples(this, () => this.wantedBeside(this.axes));
  private readonly drawn = new Once<Drawn>();

  constructor() {
    super();
    new PointerListener(this, () => this.screen.drawSoon());
  }

  /** Those that are chosen, else the usual ones that the car has; empty while its channels are not known. */
  private get axes(): string[] {
    const usual = usualChannels(this.channels);
    const x = this.channel(this.option('x', 'speed'))?.name ?? usual[0];
    const y = this.channel(this.option('y', 'engine_speed'))?.name ?? usual.find((name) => name !== x) ?? x;
    return x === undefined || y === undefined ? [] : [x, y];
  }

  private get colour(): string | null {
    const name = this.option('colour', 'gear');
    return this.options['with'] === undefined ? (this.channel(name)?.name ?? null) : null;
  }

  override render() {
    const [x = '', y = ''] = this.axes;
    const { rows } = this.samples;
    const drawn = this.drawn.get([rows, this.beside.rows, x, y, this.colour, this.channels], () => this.draw(rows, this.beside.rows));
    return html`<div class="tools">
        ${this.selectionBar()} ${this.channelSelect('x', 'x', x)} ${this.channelSelect('y', 'y', y)}
        ${this.options['with'] === undefined ? this.channelSelect('colour', 'Colour', this.colour ?? '', 'how often') : nothing}
        ${this.pngButton(`${channelTitle(y)} against ${channelTitle(x)}`, 'scatter')}
      </div>
      <div class="body">
        <vc-dot-plane
          .spec=${drawn.spec}
          .layers=${drawn.layers}
          .label=${`${channelTitle(y)} against ${channelTitle(x)}`}
          @moment-pointed=${(event: CustomEvent<number | null>) => this.store.point(event.detail)}
        ></vc-dot-plane>
        ${this.note(this.samples) ?? nothing}
        ${drawn.coloured ? html`<vc-colour-bar ?whole=${lookOf(this.colour ?? '').whole} .of=${drawn.coloured} .heading=${this.titleOf(this.colour ?? '')}></vc-colour-bar>` : nothing}
      </div>
      <div class="numbers">
        <span class="read second" data-testid="point-read"></span>
        ${this.beside.wanted ? html`<span class="key other">${this.samples.wanted?.span.label}</span><span class="key reference">${this.beside.wanted.span.label}</span>` : nothing}
        ${this.basis(this.samples)}
      </div>`;
  }

  private draw(rows: Rows | null, besideRows: Rows | null): Drawn {
    const [x = '', y = ''] = this.axes;
    const columns = (of: Rows | null, i: number): Float64Array => of?.columns[i] ?? new Float64Array();
    const colours = palette();
    const coloured = this.colour === null || !rows ? null : colouredBy(columns(rows, 2));
    const layers: DotLayer[] = [
      { x: columns(rows, 0), y: columns(rows, 1), t: rows?.t ?? [], ...(coloured ?? { colours: [besideRows ? colours.other : colours.reference] }) },
      ...(besideRows ? [{ x: columns(besideRows, 0), y: columns(besideRows, 1), t: besideRows.t, colours: [colours.reference] }] : []),
    ];
    const spec = {
      x: this.axis(x, layers.map((layer) => layer.x)),
      y: this.axis(y, layers.map((layer) => layer.y)),
    };
    return { spec, layers, coloured };
  }

  private axis(name: string, values: ArrayLike<number>[]): AxisSpec {
    const [least, most] = extremes(values);
    const [min, max] = least > most ? [0, 1] : padded([least, most]);
    return { title: this.titleOf(name), min, max, whole: lookOf(name).whole ?? false };
  }

  protected override drawMoment(): void {
    const { rows } = this.samples;
    const at = this.momentShown();
    const row = rows && at !== null ? rowAt(rows, at) : -1;
    this.plane?.markDot(row);
    const read = this.renderRoot.querySelector('[data-testid=point-read]');
    if (read) {
      read.textContent = row < 0 || !rows ? '' : this.readAt(rows, row);
    }
  }

  private readAt(rows: Rows, row: number): string {
    const names = this.samples.wanted?.channels ?? [];
    return names.map((name, i) => `${this.titleOf(name)} ${value(rows.columns[i]?.[row], lookOf(name).whole)}`).join(' · ');
  }

  override updated(): void {
    this.drawMoment();
  }
}
