import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { panelsFor } from '../charts/panels-for.js';
import type { PanelData, PanelSpec } from '../charts/trace-panel.js';
import type { PanelMark } from '../charts/panel-drawing.js';
import type { TraceStack } from '../charts/trace-stack.js';
import '../charts/trace-stack.js';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import type { PlotLink } from '../model/plot-link.js';
import type { Overlay } from '../wire/words.js';

const DELTA = 'delta';

/** The channels of both laps by distance, and the delta beneath. */
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

  @property({ attribute: false }) overlay!: Overlay;
  @property({ attribute: false }) link!: PlotLink;
  @property({ attribute: false }) marks: PanelMark[] = [];
  @query('vc-trace-stack') private stack!: TraceStack;
  private panels: PanelSpec[] = [];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('overlay')) {
      const next = this.specs();
      // Panels are only built anew for other channels; another lap of the same ones is only data.
      if (next.map(({ key }) => key).join() !== this.panels.map(({ key }) => key).join()) {
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
      zoomable
      @panels-ready=${() => this.draw()}
    ></vc-trace-stack>`;
  }

  override updated(): void {
    this.draw();
  }

  private specs(): PanelSpec[] {
    const { reference, other, text } = palette();
    const channels = this.overlay.channels.map(({ channel, unit }) => ({ name: channel, unit }));
    return [
      ...panelsFor(channels, [
        { label: 'reference', colour: reference },
        { label: 'other', colour: other },
      ]),
      { key: DELTA, title: 'delta', unit: 's', lines: [{ label: 'delta', colour: text }], difference: true, weight: 2 },
    ];
  }

  private draw(): void {
    const { distance_m, delta_s, channels } = this.overlay;
    const data = new Map<string, PanelData>([[DELTA, [distance_m, delta_s]]]);
    for (const { channel, reference, other } of channels) {
      data.set(channel, [distance_m, reference, other]);
    }
    this.stack.show(data, [distance_m[0] ?? 0, distance_m.at(-1) ?? 1], this.marks);
  }
}
