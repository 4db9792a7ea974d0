import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { dialogStyles } from './dialog-styles.js';
import { base, controls } from '../design/styles.js';
import type { KeyBinding } from '../model/keys.js';

/** The keys of the view at hand. */
@customElement('vc-keys-help')
export class KeysHelp extends LitElement {
  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--gap-2) var(--gap-4);
        padding: var(--gap-3) var(--gap-3) var(--gap-4);
        overflow: auto;
      }
      dt {
        text-align: right;
      }
    `,
  ];

  @property({ attribute: false }) bindings: KeyBinding[] = [];
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
  }

  override render() {
    return html`<dialog aria-label="Keys" data-testid="keys-help">
      <div class="head">
        <h2>Keys</h2>
        <button @click=${() => this.dialog.close()}>Close</button>
      </div>
      <dl>
        ${this.bindings.map(
          (binding) =>
            html`<dt>${binding.shown.map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd class="second">${binding.does}</dd>`,
        )}
      </dl>
    </dialog>`;
  }
}
