import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';

/** Says why there is nothing to see: loading, empty or a problem with its remedy. */
@customElement('vc-note')
export class Note extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        padding: var(--gap-6) var(--gap-4);
        color: var(--text-second);
        text-align: center;
      }
      p {
        max-width: 56ch;
        margin: 0 auto;
      }
      .heading {
        margin-bottom: var(--gap-1);
        color: var(--text);
        font-size: var(--size-large);
        font-weight: 600;
      }
      :host([kind='problem']) .heading {
        color: var(--bad);
      }
      .remedy {
        margin-top: var(--gap-2);
      }
      .bar {
        width: 120px;
        height: 2px;
        margin: 0 auto var(--gap-3);
        background: linear-gradient(90deg, var(--line) 40%, var(--text-second) 50%, var(--line) 60%);
        background-size: 300% 100%;
        animation: sweep 1.2s linear infinite;
      }
      @keyframes sweep {
        from {
          background-position: 100% 0;
        }
        to {
          background-position: 0 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .bar {
          animation: none;
        }
      }
    `,
  ];

  @property({ reflect: true }) kind: 'loading' | 'empty' | 'problem' = 'empty';
  @property() heading = '';
  @property() detail = '';
  @property() remedy = '';

  override render() {
    return html`<div role=${this.kind === 'problem' ? 'alert' : 'status'}>
      ${this.kind === 'loading' ? html`<div class="bar"></div>` : nothing}
      <p class="heading">${this.heading}</p>
      <p>${this.detail}</p>
      ${this.remedy ? html`<p class="remedy">${this.remedy}</p>` : nothing}
      <slot></slot>
    </div>`;
  }
}
