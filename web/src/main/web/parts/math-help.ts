import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { MATH_FUNCTIONS, MATH_SIGNS, type MathFunction } from '../model/math-language.js';

/** What an expression may be made of, folded away at first. Tells `function-wanted` with the one that is to be written. */
@customElement('vc-math-help')
export class MathHelp extends LitElement {
  static override styles = [
    base,
    css`
      summary {
        padding: var(--gap-1) 0;
        color: var(--text-second);
        cursor: pointer;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 3px var(--gap-3);
        padding: var(--gap-1) 0;
        font-size: var(--size-small);
        line-height: 16px;
      }
      dt,
      button {
        padding: 0;
        border: 0;
        background: none;
        color: var(--text);
        font: inherit;
        font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;
        text-align: left;
      }
      button {
        cursor: pointer;
      }
      button:hover {
        color: var(--reference);
      }
      dd {
        color: var(--text-second);
      }
    `,
  ];

  override render() {
    return html`<details data-testid="math-help">
      <summary>Functions and signs</summary>
      <dl>
        ${MATH_FUNCTIONS.map(
          (each) =>
            html`<dt>
                <button type="button" title="Write it" @click=${() => this.tell(each)}>${each.name}(${each.parameters})</button>
              </dt>
              <dd>${each.is}</dd>`,
        )}
        ${MATH_SIGNS.map(({ sign, is }) => html`<dt>${sign}</dt><dd>${is}</dd>`)}
      </dl>
    </details>`;
  }

  private tell(wanted: MathFunction): void {
    this.dispatchEvent(new CustomEvent('function-wanted', { detail: wanted }));
  }
}
