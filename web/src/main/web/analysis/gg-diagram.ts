import { html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { DotLayer, DotPlane, PlaneSpec } from '../charts/dot-plane.js';
import '../charts/dot-plane.js';
import type { Plane } from '../charts/plane.js';
import { palette } from '../design/palette.js';
import { ABSENT } from '../model/format.js';
import { factorToG, frictionUse, type FrictionUse } from '../model/friction.js';
import { rowAt, type Rows } from '../model/aligned.js';
import { Once } from '../model/once.js';
import { PointerListener } from '../model/pointer-listener.js';
import { SelectedSamples } from '../model/selected-samples.js';
import { AnalysisPanel } from './analysis-panel.js';
import { colouredBy, type Coloured } from './coloured.js';
import './colour-bar.js';

const LATERAL = 'acceleration_lateral';
const LONGITUDINAL = 'acceleration_longitudinal';
const RING_G = 0.5;
const LEAST_REACH_G = 1;

interface Drawn {
  spec: PlaneSpec;
  layers: DotLayer[];
  use: FrictionUse | null;
  besideUse: FrictionUse | null;
  coloured: Coloured | null;
}

/** Lateral against longitudinal acceleration: how much of the grip was used. Options: `of`, `with`, `colour`. */
@customElement('vc-gg-diagram')
export class GgDiagram extends AnalysisPanel {
  @query('vc-dot-plane') private plane!: DotPlane | null;

  private readonly samples = new SelectedSamples(this, () => this.wanted(this.columns, this.colour));
  private readonly beside = new SelectedSamples(this, () => this.wantedBeside([LATERAL, LONGITUDINAL]));
  private readonly drawn = new Once<Drawn>();

  constructor() {
    super();
    new PointerListener(this, () => this.screen.drawSoon());
  }

  private get columns(): string[] {
    return this.factor === null ? [] : [LATERAL, LONGITUDINAL];
  }

  private get colour(): string | null {
    const name = this.option('colour', 'speed');
    return this.channel(name) && this.options['with'] === undefined ? name : null;
  }

  private get factor(): number | null {
    const [lateral, longitudinal] = [this.channel(LATERAL), this.channel(LONGITUDINAL)];
    return lateral && longitudinal && lateral.unit === longitudinal.unit ? factorToG(lateral.unit) : null;
  }

  override render() {
    return html`<div class="tools">
        ${this.selectionBar()}
        ${this.options['with'] === undefined ? this.channelSelect('colour', 'Colour', this.colour ?? '', 'how often') : nothing}
        ${this.pngButton('g-g diagram', 'gg')}
      </div>
      ${this.content()}`;
  }

  private content() {
    if (this.channels.length > 0 && this.factor === null) {
      return html`<div class="body">
        <vc-note heading="No accelerations" detail="The car sends no lateral and longitudinal acceleration in g or m/s²."></vc-note>
      </div>`;
    }
    const { rows } = this.samples;
    const drawn = this.drawn.get([rows, this.beside.rows, this.colour, this.samples.found?.thinned], () => this.draw(rows, this.beside.rows));
    return html`<div class="body">
        <vc-dot-plane
          .spec=${drawn.spec}
          .layers=${drawn.layers}
          .label=${labelOf(drawn.use)}
          @moment-pointed=${(event: CustomEvent<number | null>) => this.store.point(event.detail)}
        ></vc-dot-plane>
        ${this.note(this.samples) ?? nothing}
        ${drawn.coloured ? html`<vc-colour-bar .of=${drawn.coloured} .heading=${this.titleOf(this.colour ?? '')}></vc-colour-bar>` : nothing}
      </div>
      <div class="numbers">${this.numbers(drawn)} ${this.basis(this.samples)}</div>`;
  }

  private draw(rows: Rows | null, besideRows: Rows | null): Drawn {
    const factor = this.factor ?? 1;
    const inG = (of: Rows | null, column: number): Float64Array => (of?.columns[column] ?? new Float64Array()).map((value) => value * factor);
    const own = { x: inG(rows, 0), y: inG(rows, 1) };
    const other = { x: inG(besideRows, 0), y: inG(besideRows, 1) };
    const use = frictionUse(own.x, own.y);
    const besideUse = frictionUse(other.x, other.y);
    const coloured = this.colour === null || !rows ? null : colouredBy(rows.columns[2] as Float64Array);
    const colours = palette();
    const layers: DotLayer[] = [
      { ...own, t: rows?.t ?? [], ...(coloured ?? { colours: [besideRows ? colours.other : colours.reference] }) },
      ...(besideRows ? [{ ...other, t: besideRows.t, colours: [colours.reference] }] : []),
    ];
    const reach = Math.ceil(Math.max(LEAST_REACH_G, use?.combined ?? 0, besideUse?.combined ?? 0) / RING_G + 0.1) * RING_G;
    return { spec: this.specOf(reach, use, besideUse), layers, use, besideUse, coloured };
  }

  private specOf(reach: number, use: FrictionUse | null, besideUse: FrictionUse | null): PlaneSpec {
    const colours = palette();
    return {
      x: { title: 'lateral g', min: -reach, max: reach },
      y: { title: 'longitudinal g: up faster, down slower', min: -reach, max: reach },
      equal: true,
      grid: false,
      beneath: (ctx, plane) => drawRings(ctx, plane, reach),
      above: (ctx, plane) => {
        drawEnvelope(ctx, plane, use, besideUse ? colours.other : colours.text, []);
        drawEnvelope(ctx, plane, besideUse, colours.reference, [5, 3]);
      },
    };
  }

  private numbers({ use, besideUse }: Drawn) {
    const beside = this.beside.wanted?.span.label;
    const number = (title: string, of: (use: FrictionUse) => number, testId: string) =>
      html`<div>
        <dt>${title}</dt>
        <dd data-testid=${testId}>${use ? of(use).toFixed(2) : ABSENT} g</dd>
        ${beside === undefined ? nothing : html`<dd class="reference">${besideUse ? of(besideUse).toFixed(2) : ABSENT}</dd>`}
      </div>`;
    return html`<dl>
      ${beside === undefined ? nothing : html`<div><dt class="reference">- - ${beside}</dt></div>`}
      ${number('combined', (each) => each.combined, 'combined-g')} ${number('lateral', (each) => each.lateral, 'lateral-g')}
      ${number('braking', (each) => each.braking, 'braking-g')} ${number('accelerating', (each) => each.accelerating, 'accelerating-g')}
    </dl>`;
  }

  protected override drawMoment(): void {
    const { rows } = this.samples;
    const at = this.momentShown();
    this.plane?.markDot(rows && at !== null ? rowAt(rows, at) : -1);
  }

  override updated(): void {
    this.drawMoment();
  }
}

const labelOf = (use: FrictionUse | null): string =>
  use ? `g-g diagram: at most ${use.combined.toFixed(2)} g combined, ${use.lateral.toFixed(2)} g lateral` : 'g-g diagram';

/** Circles each half g, labelled where few dots are. */
function drawRings(ctx: CanvasRenderingContext2D, plane: Plane, reach: number): void {
  const colours = palette();
  ctx.lineWidth = 1;
  for (let g = RING_G; g <= reach; g += RING_G) {
    ctx.strokeStyle = Number.isInteger(g) ? colours.lineStrong : colours.line;
    ctx.beginPath();
    ctx.arc(plane.px(0), plane.py(0), g * plane.perX, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.fillStyle = colours.textThird;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText(g.toFixed(1), plane.px(g * Math.SQRT1_2), plane.py(g * Math.SQRT1_2));
  }
  ctx.strokeStyle = colours.lineStrong;
  ctx.beginPath();
  ctx.moveTo(plane.px(plane.x.min), Math.round(plane.py(0)) + 0.5);
  ctx.lineTo(plane.px(plane.x.max), Math.round(plane.py(0)) + 0.5);
  ctx.moveTo(Math.round(plane.px(0)) + 0.5, plane.py(plane.y.min));
  ctx.lineTo(Math.round(plane.px(0)) + 0.5, plane.py(plane.y.max));
  ctx.stroke();
}

function drawEnvelope(ctx: CanvasRenderingContext2D, plane: Plane, use: FrictionUse | null, colour: string, dash: number[]): void {
  if (!use || use.envelope.length < 3) {
    return;
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.25;
  ctx.setLineDash(dash);
  ctx.beginPath();
  use.envelope.forEach(([x, y]) => ctx.lineTo(plane.px(x), plane.py(y)));
  ctx.closePath();
  ctx.stroke();
  ctx.setLineDash([]);
}
