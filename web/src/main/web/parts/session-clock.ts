import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { clock } from '../model/format.js';
import { StoreController } from '../model/store-controller.js';

/** Time within the session at the store's cursor. */
@customElement('vc-session-clock')
export class SessionClock extends LitElement {
  static override styles = [base];

  @property({ attribute: false }) store!: FrameStore;

  constructor() {
    super();
    new StoreController(this, () => this.requestUpdate());
  }

  override render() {
    return html`<span data-testid="session-clock" title="Time since the first sample">${clock(this.store.now_s)}</span>`;
  }
}
