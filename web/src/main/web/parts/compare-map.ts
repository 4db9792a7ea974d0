import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { MapDot } from '../charts/map-dots.js';
import type { TrackMap } from '../charts/track-map.js';
import '../charts/track-map.js';
import type { TraceLine } from '../charts/trace-panel.js';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import type { Comparison } from '../model/comparison.js';
import { Ghost, lossAlong } from '../model/ghost.js';
import { lineOf, type GroundLine } from '../model/ground.js';
import { indexNear, type PlotLink } from '../model/plot-link.js';
import type { Gate } from '../wire/words.js';
import './note.js';

/** The cars on the line of the reference lap, coloured by whether it or the lap in focus is gaining there. */
@customElement('vc-compare-map')
export class CompareMap extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        height: 100%;
      }
      vc-track-map {
        position: absolute;
        inset: 0;
      }
      .legend {
        position: absolute;
        bottom: 6px;
        left: 10px;
        display: flex;
        gap: var(--gap-3);
        font-size: var(--size-small);
      }
      .legend span::before {
        display: inline-block;
        width: 12px;
        height: 3px;
        margin-right: 5px;
        background: currentcolor;
        vertical-align: middle;
        content: '';
      }
      .reference {
        color: var(--reference);
      }
      .other {
        color: var(--other);
      }
    `,
  ];

  @property({ attribute: false }) comparison!: Comparison;
  @property({ attribute: false }) others: TraceLine[] = [];
  @property({ type: Number }) focused = 0;
  @property({ attribute: false }) gates: Gate[] = [];
  @property({ attribute: false }) link!: PlotLink;
  /** The reference lap begins at the start line. */
  @property({ type: Boolean }) fromStart = false;
  @query('vc-track-map') private map!: TrackMap | null;

  private line: GroundLine | null = null;
  private tints: string[] = [];
  private ghosts: Ghost[] = [];
  private stopListening: (() => void) | null = null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) {
      this.stopListening?.();
      this.stopListening = this.link.listen(() => this.moveDots());
    }
    if (changed.has('comparison') || changed.has('focused') || changed.has('others')) {
      this.prepare(this.comparison);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    this.stopListening = null;
  }

  override render() {
    if (!this.line) {
      return html`<vc-note heading="No position" detail="The reference lap has no positions to draw."></vc-note>`;
    }
    return html`<vc-track-map
        .line=${this.line}
        .gates=${this.gates}
        .tints=${this.tints}
        closed
        ?fromStart=${this.fromStart}
        @line-pointed=${this.follow}
      ></vc-track-map>
      <p class="legend">
        <span class="reference">reference gains</span><span class="other">${this.others.length > 1 ? this.others[this.focused]?.label : 'other'} gains</span>
      </p>`;
  }

  override updated(): void {
    this.moveDots();
  }

  private prepare({ distance_m, deltas, channels, line }: Comparison): void {
    const { reference, lineStrong } = palette();
    const other = this.others[this.focused]?.colour ?? lineStrong;
    this.line = lineOf(line);
    this.tints = lossAlong(deltas[this.focused] ?? []).map((loss) => (loss > 0 ? reference : loss < 0 ? other : lineStrong));
    const speed = channels.find(({ channel, unit }) => channel === 'speed' && unit === 'km/h');
    this.ghosts = speed ? deltas.map((delta) => new Ghost(distance_m, delta, speed.reference)) : [];
  }

  private follow(event: CustomEvent<number>): void {
    this.link.moveTo(this.comparison.distance_m[event.detail] ?? null);
  }

  /** Without speed nobody knows where the other cars were at that moment; they are shown at the same place then. */
  private moveDots(): void {
    if (!this.line || !this.map) {
      return;
    }
    const { points } = this.line;
    const at = this.link.cursor === null ? -1 : indexNear(this.comparison.distance_m, this.link.cursor);
    const dots: MapDot[] = [];
    this.others.forEach(({ colour, label }, i) => {
      const otherAt = points[this.ghosts[i]?.otherIndexAt(at) ?? at];
      if (otherAt) {
        const several = this.others.length > 1;
        dots.push({ label: several ? label : '', at: otherAt, colour, strong: !several || i === this.focused });
      }
    });
    const referenceAt = points[at];
    if (referenceAt) {
      dots.push({ label: '', at: referenceAt, colour: palette().reference, strong: true });
    }
    this.map.showDots(dots);
  }
}
