import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import type { ComparedLaps } from '../model/compared-laps.js';
import type { OtherLap } from '../model/comparison-feed.js';
import { gateMarks } from '../model/gate-marks.js';
import { lapDifference } from '../model/lap-difference.js';
import type { PlotLink } from '../model/plot-link.js';
import { formatLapAddress, lapName } from '../model/routes.js';
import { beginsAtLine } from '../model/timed-laps.js';
import './compare-map.js';
import './compare-panels.js';
import './cursor-readout.js';
import './panel.js';
import './png-button.js';

/** Panels of a comparison on the left, map and readout on the right; on a phone beneath one another. */
@customElement('vc-compare-stage')
export class CompareStage extends LitElement {
  static override styles = [
    base,
    css`
      .grid {
        display: grid;
        grid-template: 'panels map' minmax(0, 1fr) 'panels readout' minmax(0, 1fr) / minmax(0, 1fr) minmax(280px, 26%);
        gap: var(--gap-1);
        height: 100%;
        padding: 0 var(--gap-1) var(--gap-1);
      }
      .panels {
        grid-area: panels;
      }
      .map {
        grid-area: map;
      }
      .readout {
        grid-area: readout;
      }
      .grid[aria-busy='true'] {
        opacity: 0.6;
      }
      @media (max-width: 720px) {
        .grid {
          grid-template: 'map' 260px 'panels' 560px 'readout' auto / minmax(0, 1fr);
          height: auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) shown!: ComparedLaps;
  /** Index among all other laps. */
  @property({ type: Number }) focused = 0;
  @property({ attribute: false }) link!: PlotLink;
  @property({ type: Boolean }) statistics = false;
  @property({ type: Boolean }) loading = false;

  private marks: ReturnType<typeof gateMarks> = [];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('shown')) {
      this.marks = gateMarks(this.shown.comparison, this.shown.track);
    }
  }

  override render() {
    const { link } = this;
    const { reference, comparison, lines, track, timed } = this.shown;
    const focused = this.drawnIndex;
    return html`<div class="grid" aria-busy=${this.loading} data-testid="compare">
      <vc-panel class="panels" heading="By distance">
        ${this.difference(focused)} ${this.pngButton('vc-compare-panels', 'Laps by distance', 'compare')}
        <vc-compare-panels
          .comparison=${comparison}
          .others=${lines}
          .link=${link}
          .marks=${this.marks}
          ?statistics=${this.statistics}
        ></vc-compare-panels>
      </vc-panel>
      <vc-panel class="map" heading="Where">
        ${this.pngButton('vc-compare-map', 'Where time is lost', 'compare-track')}
        <vc-compare-map
          .comparison=${comparison}
          .others=${lines}
          .focused=${focused}
          .gates=${track?.gates ?? []}
          .link=${link}
          ?fromStart=${beginsAtLine(timed.get(formatLapAddress(reference)))}
        ></vc-compare-map>
      </vc-panel>
      <vc-panel class="readout" heading="At the cursor">
        <vc-cursor-readout .comparison=${comparison} .others=${lines} .focused=${focused} .link=${link}></vc-cursor-readout>
      </vc-panel>
    </div>`;
  }

  private pngButton(part: string, title: string, panel: string) {
    const facts = () => {
      const { reference, drawn, all } = this.shown;
      const others = drawn.map(({ address }) => lapName(address, [reference, ...all.map((each) => each.address)])).join(', ');
      const at = this.link.cursor;
      const cursor = at === null ? null : `cursor ${at.toFixed(0)} m`;
      return { title: `${title}: against ${others}`, panel, ...reference, sessionTitle: reference.session, cursor };
    };
    return html`<vc-png-button slot="tools" .parts=${() => [this.renderRoot.querySelector(part)]} .facts=${facts}></vc-png-button>`;
  }

  private difference(focused: number) {
    const { reference, drawn, lines, timed } = this.shown;
    const other = drawn[focused] as OtherLap;
    const { text, reason } = lapDifference(
      other.overlay?.delta_s.at(-1),
      timed.get(formatLapAddress(reference)),
      timed.get(formatLapAddress(other.address)),
    );
    return html`<span slot="aside" class="second" data-testid="lap-delta" title=${reason ?? nothing}
      >${lines.length > 1 ? lines[focused]?.label : 'other'} ${text} over the lap</span
    >`;
  }

  /** The lap in focus among those that are drawn; the first of them where it is not. */
  private get drawnIndex(): number {
    const { all, drawn } = this.shown;
    return Math.max(0, drawn.indexOf(all[this.focused] as OtherLap));
  }
}
