import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { savePng, type PictureFacts } from '../charts/png.js';
import { base, controls } from '../design/styles.js';

/** Saves a chart as a picture. */
@customElement('vc-png-button')
export class PngButton extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      button {
        padding: 0 4px;
        font-size: var(--size-small);
      }
    `,
  ];

  /** The elements that belong into the picture, as they are when it is made. */
  @property({ attribute: false }) parts!: () => (Element | null | undefined)[];
  @property({ attribute: false }) facts!: () => PictureFacts;
  @state() private wrong: string | null = null;

  override render() {
    return html`<button
      data-testid="png"
      class=${this.wrong === null ? '' : 'bad'}
      title=${this.wrong ?? 'Save as a picture (PNG)'}
      @click=${() => void this.save()}
    >
      PNG
    </button>`;
  }

  private async save(): Promise<void> {
    try {
      await savePng(
        this.parts().filter((part) => part !== null && part !== undefined),
        this.facts(),
      );
      this.wrong = null;
    } catch (cause) {
      this.wrong = `No picture: ${cause instanceof Error ? cause.message : String(cause)}`;
    }
  }
}
