import { LitElement, css, html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SEQUENTIAL } from '../design/sequential.js';
import { base } from '../design/styles.js';
import { value } from '../model/format.js';
import type { Coloured } from './coloured.js';

/** Which number a colour stands for. */
@customElement('vc-colour-bar')
export class ColourBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 0 4px;
        background: var(--panel);
        color: var(--text-second);
        font-size: var(--size-small);
        line-height: 15px;
        pointer-events: none;
      }
      .bar {
        width: 72px;
        height: 7px;
        background: linear-gradient(90deg, ${unsafeCSS(SEQUENTIAL.join(', '))});
      }
    `,
  ];

  @property({ attribute: false }) of: Coloured | null = null;
  @property() heading = '';
  @property({ type: Boolean }) whole = false;

  override render() {
    return this.of === null
      ? nothing
      : html`<span>${this.heading}</span><span>${value(this.of.min, this.whole)}</span><span class="bar"></span><span>${value(this.of.max, this.whole)}</span>`;
  }
}
