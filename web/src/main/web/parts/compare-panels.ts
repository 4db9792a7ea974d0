import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { referenceLine } from '../charts/lap-lines.js';
import { panelsFor } from '../charts/panels-for.js';
import type { PanelData, PanelSpec, TraceLine } from '../charts/trace-panel.js';
import type { PanelMark } from '../charts/panel-drawing.js';
import type { TraceStack } from '../charts/trace-stack.js';
import '../charts/trace-stack.js';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import type { Comparison } from '../model/comparison.js';
import type { PlotLink } from '../model/plot-link.js';

const DELTA = 'delta';

/** The channels of all laps by distance, and the deltas beneath. */
@customElement('vc-compare-panels')
export class ComparePanels extends LitElement {
  static override styles = [
    base,
    css`
      :host,
      vc-trace-stack {
        height: 100%;
      }
    `,
  ];

  @property({ attribute: false }) comparison!: Comparison;
  /** How each other lap is drawn. */
  @property({ attribute: false }) others: TraceLine[] = [];
  @property({ attribute: false }) link!: PlotLink;
  @property({ attribute: false }) marks: PanelMark[] = [];
  @property({ type: Boolean }) statistics = false;
  @query('vc-trace-stack') private stack!: TraceStack;
  private panels: PanelSpec[] = [];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('comparison') || changed.has('others')) {
      const next = this.specs();
      // Panels are only built anew for other channels or lines; another lap in place of one is only data.
      if (shapeOf(next) !== shapeOf(this.panels)) {
        this.panels = next;
      }
    }
  }

  override render() {
    return html`<vc-trace-stack
      .panels=${this.panels}
      .link=${this.link}
      .xLabel=${(x: number) => `${x} m`}
      cursorAttribute="data-cursor-m"
      xUnit="m"
      ?statistics=${this.statistics}
      zoomable
      @panels-ready=${() => this.draw()}
    ></vc-trace-stack>`;
  }

  override updated(): void {
    this.draw();
  }

  private specs(): PanelSpec[] {
    const { others, comparison } = this;
    const channels = comparison.channels.map(({ channel, unit }) => ({ name: channel, unit }));
    // A single line is filled by who is ahead; of several each has its own colour.
    const deltas = others.length === 1 ? [{ label: 'delta', colour: palette().text }] : others;
    return [
      ...panelsFor(channels, [referenceLine(), ...others]),
      { key: DELTA, title: 'delta', unit: 's', lines: deltas, difference: true, weight: 2 },
    ];
  }

  private draw(): void {
    const { distance_m, deltas, channels } = this.comparison;
    const data = new Map<string, PanelData>([[DELTA, [distance_m, ...deltas]]]);
    for (const { channel, reference, others } of channels) {
      data.set(channel, [distance_m, reference, ...others]);
    }
    this.stack.show(data, [distance_m[0] ?? 0, distance_m.at(-1) ?? 1], this.marks);
  }
}

const shapeOf = (panels: PanelSpec[]): string => panels.map(({ key, lines }) => [key, ...lines.map(({ label }) => label)].join('/')).join();
