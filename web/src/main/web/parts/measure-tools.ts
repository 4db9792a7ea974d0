import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import type { PlotLink } from '../model/plot-link.js';

/** What can be done with a stack of traces. Tells `statistics-wanted` with whether they are. */
@customElement('vc-measure-tools')
export class MeasureTools extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        gap: var(--gap-1);
      }
    `,
  ];

  @property({ attribute: false }) link!: PlotLink;
  @property({ type: Boolean }) statistics = false;
  @property({ type: Boolean }) zoomable = false;
  @property({ type: Boolean }) disabled = false;
  private stopListening: () => void = () => undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) {
      this.listen();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.listen();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening();
  }

  private listen(): void {
    this.stopListening();
    this.stopListening = this.link.listen((what) => what !== 'cursor' && this.requestUpdate());
  }

  override render() {
    const { link, disabled } = this;
    return html`${this.zoomable
        ? html`<button
            data-testid="reset-zoom"
            title="Drag out a stretch, or turn the wheel, to look closer"
            ?disabled=${disabled || link.zoom === null}
            @click=${() => link.zoomTo(null)}
          >
            Whole lap
          </button>`
        : nothing}
      <button
        data-testid="measure-from-cursor"
        title="Measure from the cursor (Alt and click); once more: no longer"
        aria-pressed=${link.mark !== null}
        ?disabled=${disabled}
        @click=${() => link.markAt(link.mark === null ? (link.cursor ?? middle(link)) : null)}
      >
        Measure
      </button>
      <button
        data-testid="show-statistics"
        title="Of what is in sight, or between mark and cursor"
        aria-pressed=${this.statistics}
        ?disabled=${disabled}
        @click=${() => this.dispatchEvent(new CustomEvent('statistics-wanted', { detail: !this.statistics }))}
      >
        Statistics
      </button>`;
  }
}

const middle = ({ visible: [from, to] }: PlotLink): number => (from + to) / 2;
