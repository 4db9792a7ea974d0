import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { MapDot, TrackMap } from '../charts/track-map.js';
import '../charts/track-map.js';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import { Ghost, lossAlong } from '../model/ghost.js';
import { lineOf, type GroundLine } from '../model/ground.js';
import { indexNear, type PlotLink } from '../model/plot-link.js';
import type { Gate, Overlay } from '../wire/words.js';
import './note.js';

/** Both cars on the line of the reference lap, coloured by which lap is gaining there. */
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

  @property({ attribute: false }) overlay!: Overlay;
  @property({ attribute: false }) gates: Gate[] = [];
  @property({ attribute: false }) link!: PlotLink;
  /** The reference lap begins at the start line. */
  @property({ type: Boolean }) fromStart = false;
  @query('vc-track-map') private map!: TrackMap | null;

  private line: GroundLine | null = null;
  private tints: string[] = [];
  private ghost: Ghost | null = null;
  private stopListening: (() => void) | null = null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) {
      this.stopListening?.();
      this.stopListening = this.link.listen(() => this.moveDots());
    }
    if (changed.has('overlay')) {
      this.prepare(this.overlay);
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
        <span class="reference">reference gains</span><span class="other">other gains</span>
      </p>`;
  }

  override updated(): void {
    this.moveDots();
  }

  private prepare({ distance_m, delta_s, channels, line }: Overlay): void {
    const colours = palette();
    this.line = lineOf(line);
    this.tints = lossAlong(delta_s).map((loss) =>
      loss > 0 ? colours.reference : loss < 0 ? colours.other : colours.lineStrong,
    );
    const speed = channels.find(({ channel, unit }) => channel === 'speed' && unit === 'km/h');
    this.ghost = speed ? new Ghost(distance_m, delta_s, speed.reference) : null;
  }

  private follow(event: CustomEvent<number>): void {
    this.link.moveTo(this.overlay.distance_m[event.detail] ?? null);
  }

  /** Without speed nobody knows where the other car was at that moment; it is shown at the same place then. */
  private moveDots(): void {
    if (!this.line || !this.map) {
      return;
    }
    const { reference, other } = palette();
    const at = this.link.cursor === null ? -1 : indexNear(this.overlay.distance_m, this.link.cursor);
    const dots: MapDot[] = [];
    const otherAt = this.line.points[this.ghost?.otherIndexAt(at) ?? at];
    const referenceAt = this.line.points[at];
    if (otherAt) {
      dots.push({ label: '', at: otherAt, colour: other, strong: true });
    }
    if (referenceAt) {
      dots.push({ label: '', at: referenceAt, colour: reference, strong: true });
    }
    this.map.showDots(dots);
  }
}
