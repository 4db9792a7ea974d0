import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { clock } from '../model/format.js';
import { StoreController } from '../model/store-controller.js';
import { clippedName, clippedNames } from './clipped-name.js';
import './note.js';

/** The rest is counted: nobody reads a list that is longer. */
const MOST_SHOWN = 50;

/** What a human should know about the timing, newest first. */
@customElement('vc-warnings-feed')
export class WarningsFeed extends LitElement {
  static override styles = [
    base,
    clippedNames,
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
        flex: none;
        color: var(--warn);
        font-weight: 600;
      }
      .who {
        min-width: 0;
      }
      .when {
        flex: none;
        margin-left: auto;
      }
      .rest {
        padding: 6px 10px;
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
    const { warnings } = this.store.timing;
    if (warnings.length === 0 && !this.store.timing.known) {
      return html`<vc-note kind="loading" heading="Warnings"></vc-note>`;
    }
    if (warnings.length === 0) {
      return html`<vc-note heading="No warnings of timing" detail="What a reader doubted in a recording is printed by import and replay."></vc-note>`;
    }
    const cars = this.store.timing.entries().map(({ car }) => car);
    const more = warnings.length - MOST_SHOWN;
    return html`<ul role="log" data-testid="warnings">
      ${warnings.slice(0, MOST_SHOWN).map(
        (warning) =>
          html`<li data-testid="warning">
            <div class="head">
              <span class="code">${warning.code}</span>
              <span class="who third">${clippedName(warning.car, cars)}</span>
              <span class="when third">${clock(warning.at_s)}</span>
            </div>
            <p class="second">${warning.message}</p>
          </li>`,
      )}
    </ul>
    ${more > 0 ? html`<p class="rest third">and ${more} older ${more === 1 ? 'one' : 'ones'}</p>` : nothing}`;
  }
}
