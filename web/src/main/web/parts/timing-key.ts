import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base, tables } from '../design/styles.js';
import { MEANING_OF_PROVISIONAL, markOf, meaningOf, type Rating } from '../model/rating.js';

const MARKED: Rating[] = ['session-best', 'personal-best', 'uncertain'];

/** What the colours and marks of the times mean. */
@customElement('vc-timing-key')
export class TimingKey extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--gap-3);
        padding: 3px 10px;
        color: var(--text-third);
        font-size: var(--size-small);
      }
      .mark {
        width: auto;
        margin-right: 4px;
      }
      .mark + span {
        color: var(--text-third);
      }
    `,
  ];

  override render() {
    return html`<ul aria-label="Key to the times" data-testid="timing-key">
      ${MARKED.map(
        (rating) => html`<li class=${rating}><span class="mark" aria-hidden="true">${markOf(rating)}</span><span>${meaningOf(rating)}</span></li>`,
      )}
      <li>± may be off by so much</li>
      <li class="slower">${meaningOf('slower')}</li>
      <li class="provisional">${MEANING_OF_PROVISIONAL}</li>
    </ul>`;
  }
}
