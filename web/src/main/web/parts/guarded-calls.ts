import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { CallWatch, chipText, thatMatter, timesOf } from '../model/call-watch.js';
import type { GuardedCall } from '../wire/words.js';

/** Says what the platform cannot have now, since when, what that means, and when it is tried again; else nothing. */
@customElement('vc-guarded-calls')
export class GuardedCalls extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      summary {
        display: inline-flex;
        align-items: center;
        height: var(--control);
        padding: 0 10px;
        border: 1px solid currentcolor;
        border-radius: var(--radius);
        color: var(--warn);
        font-weight: 600;
        white-space: nowrap;
        list-style: none;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::before {
        margin-right: 6px;
        content: '!' / '';
      }
      .more {
        position: absolute;
        z-index: 30;
        top: calc(100% + 4px);
        right: 0;
        width: min(360px, 80vw);
        padding: var(--gap-2) var(--gap-3);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
      }
      h2 {
        font-size: inherit;
        font-weight: 600;
      }
      h2::first-letter {
        text-transform: uppercase;
      }
      p,
      h2 {
        margin: 0 0 4px;
        line-height: 1.4;
      }
      .reason {
        overflow-wrap: anywhere;
      }
      .second {
        color: var(--text-second);
      }
      @media (max-width: 720px) {
        .more {
          right: auto;
          left: 0;
        }
      }
    `,
  ];

  /** Whether the session is still going on. */
  @property({ type: Boolean }) live = false;
  private readonly watch = new CallWatch(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.stop();
  }

  override render() {
    const failing = thatMatter(this.watch.failing, this.live);
    const text = chipText(failing);
    return html`<span class="unseen" role="status">${text}</span>${failing.length === 0
        ? nothing
        : html`<details data-testid="guarded-calls">
            <summary>${text}</summary>
            <div class="more">${failing.map(details)}</div>
          </details>`}`;
  }
}

const details = (call: GuardedCall) => html`<h2>${call.title}</h2>
  <p class="second">${timesOf(call)}</p>
  <p>Without it: ${call.without_it}.</p>
  ${call.last_failure === null ? nothing : html`<p class="second reason">Last failure: ${call.last_failure.reason}</p>`}`;
