import { css, html, nothing, svg } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { DotLayer, DotPlane, PlaneSpec } from '../charts/dot-plane.js';
import '../charts/dot-plane.js';
import { padded, type Plane } from '../charts/plane.js';
import { palette } from '../design/palette.js';
import { SEQUENTIAL_LEVELS, levelOf } from '../design/sequential.js';
import { tables } from '../design/styles.js';
import { rowAt, type Rows } from '../model/aligned.js';
import { extremes } from '../model/distribution.js';
import { ABSENT, value } from '../model/format.js';
import { engineUse, shiftPoints, type EngineUse, type GearUse, type Upshift } from '../model/gear-use.js';
import { Once } from '../model/once.js';
import { PointerListener } from '../model/pointer-listener.js';
import { SelectedSamples } from '../model/selected-samples.js';
import { AnalysisPanel } from './analysis-panel.js';

const GEAR = 'gear';
const ENGINE_SPEED = 'engine_speed';
const SPEED = 'speed';
const MOST_GEARS = 10;

interface Drawn {
  use: EngineUse | null;
  spec: PlaneSpec | null;
  layers: DotLayer[];
}

/** Time and engine speed in each gear, and where it was shifted up. Option: `of`. */
@customElement('vc-engine-use')
export class EngineUsePanel extends AnalysisPanel {
  static override styles = [
    ...AnalysisPanel.styles,
    tables,
    css`
      :host {
        container-type: size;
      }
      .parts {
        display: flex;
        flex: 1 1 auto;
        flex-direction: column;
        min-height: 0;
      }
      .gears {
        flex: none;
        max-height: 60%;
        overflow: auto;
        scrollbar-width: thin;
      }
      td svg {
        display: block;
        width: 100%;
        height: 15px;
      }
      td.share {
        width: 24%;
        min-width: 56px;
      }
      td.spread {
        width: 34%;
        min-width: 76px;
      }
      th,
      td {
        height: 22px;
        padding: 0 6px;
      }
      .bar {
        fill: var(--reference);
      }
      .rpm {
        fill: var(--other);
      }
      @container (max-width: 420px) {
        th,
        td {
          padding: 0 4px;
        }
        td.share {
          min-width: 32px;
        }
        td.spread {
          min-width: 56px;
        }
        .count,
        .long {
          display: none;
        }
      }
      @container (min-width: 720px) {
        .parts {
          flex-direction: row;
        }
        .gears {
          width: 420px;
          max-height: none;
          border-right: 1px solid var(--line);
        }
      }
    `,
  ];

  @query('vc-dot-plane') private plane!: DotPlane | null;

  private readonly samples = new SelectedSamples(this, () => this.wanted(this.columns, this.channel(SPEED) ? SPEED : null));
  private readonly drawn = new Once<Drawn>();

  constructor() {
    super();
    new PointerListener(this, () => this.screen.drawSoon());
  }

  private get columns(): string[] {
    return this.channel(GEAR) && this.channel(ENGINE_SPEED) ? [GEAR, ENGINE_SPEED] : [];
  }

  override render() {
    if (this.channels.length > 0 && this.columns.length === 0) {
      return html`<div class="body"><vc-note heading="No gears" detail="The car sends no gear, or no engine speed."></vc-note></div>`;
    }
    const { rows } = this.samples;
    const drawn = this.drawn.get([rows, this.channels], () => this.draw(rows));
    return html`<div class="tools">${this.selectionBar(false)}</div>
      <div class="parts">
        ${drawn.use ? this.table(drawn.use) : nothing}
        <div class="body">
          ${drawn.spec
            ? html`<vc-dot-plane
                .spec=${drawn.spec}
                .layers=${drawn.layers}
                label="Engine speed against speed, a line a gear"
                @moment-pointed=${(event: CustomEvent<number | null>) => this.store.point(event.detail)}
              ></vc-dot-plane>`
            : nothing}
          ${this.note(this.samples) ?? (drawn.spec ? nothing : html`<vc-note heading="No speed" detail="The car sends no speed, so there is no line a gear."></vc-note>`)}
        </div>
      </div>
      <div class="numbers">
        <span class="second">△ shift up${drawn.use ? ` · ${drawn.use.upshifts.length}` : nothing}</span>
        ${this.basis(this.samples)}
      </div>`;
  }

  private table({ gears, grid, upshifts }: EngineUse) {
    const shifts = shiftPoints(upshifts);
    const most = Math.max(...gears.map((gear) => gear.share));
    const end = grid.from + grid.width * grid.count;
    return html`<div class="gears">
      <table data-testid="gears">
        <thead>
          <tr>
            <th scope="col">Gear</th>
            <th scope="col" colspan="2">Share<span class="long"> of time</span></th>
            <th scope="col" title="Share of the time in the gear at each engine speed">${value(grid.from, true)} to ${value(end, true)}<span class="long"> rpm</span></th>
            <th scope="col">Median</th>
            <th scope="col" title="Highest engine speed just before the shift: median, and of how many">Up at</th>
          </tr>
        </thead>
        <tbody>
          ${gears.map((gear) => gearRow(gear, most, shifts.get(gear.gear)))}
        </tbody>
      </table>
    </div>`;
  }

  private draw(rows: Rows | null): Drawn {
    const [gear, rpm, speed] = rows?.columns ?? [];
    if (!rows || !gear || !rpm) {
      return { use: null, spec: null, layers: [] };
    }
    const use = engineUse({ t: rows.t, dt: rows.dt, gear, rpm, speed: speed ?? null });
    if (!speed || !use) {
      return { use, spec: null, layers: [] };
    }
    const top = Math.min(MOST_GEARS, Math.max(2, ...use.gears.map((each) => each.gear)));
    const colourOf = (index: number): number => levelOf(gear[index] as number, 1, top);
    const [minSpeed, maxSpeed] = padded(extremes([speed]));
    const [minRpm, maxRpm] = padded(extremes([rpm]));
    const spec: PlaneSpec = {
      x: { title: this.titleOf(SPEED), min: minSpeed, max: maxSpeed },
      y: { title: this.titleOf(ENGINE_SPEED), min: minRpm, max: maxRpm },
      beneath: (ctx, plane) => use.gears.forEach((each) => drawGearLine(ctx, plane, each)),
      above: (ctx, plane) => {
        use.upshifts.forEach((shift) => drawUpshift(ctx, plane, shift));
        use.gears.forEach((each) => nameGear(ctx, plane, each));
      },
    };
    return { use, spec, layers: [{ x: speed, y: rpm, t: rows.t, colours: SEQUENTIAL_LEVELS, colourOf }] };
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

function gearRow(use: GearUse, most: number, shift: { count: number; min: number; median: number; max: number } | undefined) {
  const highest = Math.max(...use.bins);
  const width = 100 / use.bins.length;
  const title = shift ? `${value(shift.min, true)} to ${value(shift.max, true)} rpm` : nothing;
  return html`<tr data-gear=${use.gear}>
    <td>${use.gear === 0 ? 'N' : use.gear < 0 ? 'R' : use.gear}</td>
    <td class="share">
      <svg viewBox="0 0 100 15" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="bar" y="3" height="9" width=${(100 * use.share) / most} />`}
      </svg>
    </td>
    <td>${(100 * use.share).toFixed(1)} %</td>
    <td class="spread">
      <svg viewBox="0 0 100 15" preserveAspectRatio="none" aria-hidden="true">
        ${use.bins.map((share, i) => {
          const height = (14 * share) / highest;
          return svg`<rect class="rpm" x=${i * width} y=${15 - height} width=${width} height=${height} />`;
        })}
      </svg>
    </td>
    <td>${value(use.engineSpeed.median, true)}</td>
    <td title=${title}>${shift ? html`${value(shift.median, true)} <span class="count third">×${shift.count}</span>` : ABSENT}</td>
  </tr>`;
}

function drawGearLine(ctx: CanvasRenderingContext2D, plane: Plane, { ratio }: GearUse): void {
  if (ratio !== null) {
    ctx.strokeStyle = palette().textThird;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 4]);
    ctx.beginPath();
    ctx.moveTo(plane.px(0), plane.py(0));
    ctx.lineTo(plane.px(plane.x.max), plane.py(ratio * plane.x.max));
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

/** Beside where the line of the gear leaves the plane; the shifts are there too. */
function nameGear(ctx: CanvasRenderingContext2D, plane: Plane, { gear, ratio }: GearUse): void {
  if (ratio !== null) {
    const speed = Math.min(plane.x.max, plane.y.max / ratio);
    const x = Math.min(plane.px(speed) + 14, plane.left + plane.width - 8);
    const y = Math.max(plane.py(ratio * speed), plane.top) + 8;
    ctx.font = `600 ${palette().font}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.lineWidth = 3;
    ctx.strokeStyle = palette().panel;
    ctx.fillStyle = palette().text;
    ctx.strokeText(String(gear), x, y);
    ctx.fillText(String(gear), x, y);
  }
}

function drawUpshift(ctx: CanvasRenderingContext2D, plane: Plane, { speed, rpm }: Upshift): void {
  if (speed !== null) {
    const [x, y] = [plane.px(speed), plane.py(rpm)];
    ctx.strokeStyle = palette().text;
    ctx.lineWidth = 1.25;
    ctx.beginPath();
    ctx.moveTo(x, y - 4);
    ctx.lineTo(x + 4, y + 3);
    ctx.lineTo(x - 4, y + 3);
    ctx.closePath();
    ctx.stroke();
  }
}
