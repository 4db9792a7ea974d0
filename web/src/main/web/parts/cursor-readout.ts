import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, tables } from '../design/styles.js';
import { lookOf } from '../model/channel-look.js';
import { ABSENT, channelTitle, decimalsFor, signed, value } from '../model/format.js';
import { indexNear, type PlotLink } from '../model/plot-link.js';
import type { Overlay } from '../wire/words.js';

/** The values of both laps at the cursor, and their difference. */
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

  @property({ attribute: false }) overlay!: Overlay;
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
    const { distance_m, delta_s, channels } = this.overlay;
    const at = this.link.cursor === null ? -1 : indexNear(distance_m, this.link.cursor);
    const metres = distance_m[at];
    const delta = delta_s[at] ?? null;
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
      <table>
        <thead>
          <tr>
            <th scope="col" class="left">Channel</th>
            <th scope="col" class="reference">Reference</th>
            <th scope="col" class="other">Other</th>
            <th scope="col" title="Other less reference">Diff.</th>
          </tr>
        </thead>
        <tbody>
          ${channels.map((each) => this.row(each, at))}
        </tbody>
      </table>
    </div>`;
  }

  private row(channel: Overlay['channels'][number], at: number) {
    const reference = channel.reference[at] ?? null;
    const other = channel.other[at] ?? null;
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
