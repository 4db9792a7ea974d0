import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { clock } from '../model/format.js';
import { StoreController } from '../model/store-controller.js';
import './note.js';

/** What a human should know about the timing, newest first. */
@customElement('vc-warnings-feed')
export class WarningsFeed extends LitElement {
  static override styles = [
    base,
    css`
      li {
        padding: 6px 10px;
        border-bottom: 1px solid var(--line);
      }
      .head {
        display: flex;
        gap: var(--gap-2);
        font-size: var(--size-small);
      }
      .code {
        color: var(--warn);
        font-weight: 600;
      }
      .when {
        margin-left: auto;
      }
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;

  constructor() {
    super();
    new StoreController(this);
  }

  override render() {
    if (this.store.warnings.length === 0 && !this.store.timingKnown) {
      return html`<vc-note kind="loading" heading="Warnings"></vc-note>`;
    }
    if (this.store.warnings.length === 0) {
      return html`<vc-note heading="No warnings" detail="Timing has found nothing to report."></vc-note>`;
    }
    return html`<ul role="log" data-testid="warnings">
      ${this.store.warnings.map(
        (warning) =>
          html`<li data-testid="warning">
            <div class="head">
              <span class="code">${warning.code}</span>
              <span class="third">car ${warning.car}</span>
              <span class="when third">${clock(warning.at_s)}</span>
            </div>
            <p class="second">${warning.message}</p>
          </li>`,
      )}
    </ul>`;
  }
}
