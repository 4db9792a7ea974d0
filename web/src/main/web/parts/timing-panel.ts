import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import './timing-key.js';
import './timing-table.js';

/** The timing table, which scrolls, and what its colours mean, which stays. */
@customElement('vc-timing-panel')
export class TimingPanel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .table {
        flex: 1 1 0;
        min-height: 0;
        overflow: auto;
        scrollbar-color: var(--line-strong) transparent;
        scrollbar-width: thin;
      }
      vc-timing-key {
        flex: none;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() selected: string | null = null;

  override render() {
    return html`<div class="table"><vc-timing-table .store=${this.store} .selected=${this.selected}></vc-timing-table></div>
      <vc-timing-key></vc-timing-key>`;
  }
}
