import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, tables } from '../design/styles.js';
import type { TraceLine } from '../charts/trace-panel.js';
import { swatch } from '../charts/swatch.js';
import { lookOf } from '../model/channel-look.js';
import type { Comparison } from '../model/comparison.js';
import { ABSENT, channelTitle, decimalsFor, signed, value } from '../model/format.js';
import { indexNear, type PlotLink } from '../model/plot-link.js';

/** The deltas of all laps at the cursor, and the values of the reference and of the lap in focus. */
@customElement('vc-cursor-readout')
export class CursorReadout extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      .summary {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--gap-2);
        padding: var(--gap-2) 10px;
        border-bottom: 1px solid var(--line);
      }
      .distance {
        font-size: var(--size-large);
        font-weight: 600;
      }
      .delta {
        font-size: var(--size-clock);
        font-weight: 600;
        line-height: 1;
      }
      .deltas {
        padding: var(--gap-1) 10px;
        border-bottom: 1px solid var(--line);
      }
      .deltas li {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      .deltas span:last-child {
        margin-left: auto;
      }
      .reference {
        color: var(--reference);
      }
      .other {
        color: var(--other);
      }
      th.reference,
      th.other {
        font-weight: 600;
      }
      .unit {
        color: var(--text-third);
        font-size: var(--size-small);
      }
      th,
      td {
        padding: 0 6px;
      }
      th:first-child,
      td:first-child {
        padding-left: 10px;
      }
      th:last-child,
      td:last-child {
        padding-right: 10px;
      }
      td:first-child {
        max-width: 120px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  @property({ attribute: false }) comparison!: Comparison;
  @property({ attribute: false }) others: TraceLine[] = [];
  @property({ type: Number }) focused = 0;
  @property({ attribute: false }) link!: PlotLink;
  private stopListening: (() => void) | null = null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) {
      this.stopListening?.();
      this.stopListening = this.link.listen(() => this.requestUpdate());
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    this.stopListening = null;
  }

  override render() {
    const { distance_m, deltas, channels } = this.comparison;
    const at = this.link.cursor === null ? -1 : indexNear(distance_m, this.link.cursor);
    const metres = distance_m[at];
    const delta = deltas[this.focused]?.[at] ?? null;
    const ahead = delta === null || delta === 0 ? '' : delta > 0 ? 'reference' : 'other';
    return html`<div
      data-testid="cursor-readout"
      data-cursor-m=${metres === undefined ? '' : metres.toFixed(1)}
      data-delta-s=${delta === null ? '' : delta.toFixed(3)}
    >
      <div class="summary">
        <span class="distance">${metres === undefined ? ABSENT : `${metres.toFixed(0)} m`}</span>
        <span class="delta ${ahead}" title="Greater than zero: the other lap is behind">${signed(delta)} s</span>
      </div>
      ${this.others.length > 1 ? this.deltas(at) : nothing}
      <table>
        <thead>
          <tr>
            <th scope="col" class="left">Channel</th>
            <th scope="col" class="reference">Reference</th>
            <th scope="col" class="other">${this.others.length > 1 ? this.others[this.focused]?.label : 'Other'}</th>
            <th scope="col" title="Other less reference">Diff.</th>
          </tr>
        </thead>
        <tbody>
          ${channels.map((each) => this.row(each, at))}
        </tbody>
      </table>
    </div>`;
  }

  /** Of all laps, in the order of who is ahead. */
  private deltas(at: number) {
    const all = this.others.map((line, i) => ({ line, delta: this.comparison.deltas[i]?.[at] ?? null }));
    all.sort((a, b) => (a.delta ?? Infinity) - (b.delta ?? Infinity));
    return html`<ul class="deltas" aria-label="Deltas at the cursor">
      ${all.map(({ line, delta }) => html`<li>${swatch(line)} <span>${line.label}</span> <span>${signed(delta)} s</span></li>`)}
    </ul>`;
  }

  private row(channel: Comparison['channels'][number], at: number) {
    const reference = channel.reference[at] ?? null;
    const other = channel.others[this.focused]?.[at] ?? null;
    const whole = lookOf(channel.channel).whole ?? false;
    const difference = reference === null || other === null ? null : other - reference;
    return html`<tr data-channel=${channel.channel}>
      <td class="left" title=${channelTitle(channel.channel)}>
        ${channelTitle(channel.channel)} <span class="unit">${channel.unit}</span>
      </td>
      <td>${value(reference, whole)}</td>
      <td>${value(other, whole)}</td>
      <td class="second">${difference === null ? ABSENT : signed(difference, whole ? 0 : decimalsFor(difference))}</td>
    </tr>`;
  }
}
