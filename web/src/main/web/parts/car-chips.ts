import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, controls } from '../design/styles.js';

/** Which cars a chart shows: those round the chosen one, or some by hand. Tells it by `cars-picked` (detail: names, or null). */
@customElement('vc-car-chips')
export class CarChips extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        gap: 2px;
      }
      button {
        height: calc(var(--control) - 4px);
        padding: 0 6px;
      }
      button[aria-pressed='true'] {
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) cars: readonly string[] = [];
  @property({ attribute: false }) shown: readonly string[] = [];
  @property({ type: Boolean }) byHand = false;

  override render() {
    return html`<button
        class="plain"
        aria-pressed=${!this.byHand}
        title="The chosen car, two before it and two behind it on the road"
        data-testid="cars-around"
        @click=${() => this.tell(null)}
      >
        Around
      </button>
      ${repeat(
        this.cars,
        (car) => car,
        (car) =>
          html`<button
            class="plain"
            data-testid="car-chip"
            data-car=${car}
            aria-pressed=${this.shown.includes(car)}
            @click=${() => this.toggle(car)}
          >
            ${car}
          </button>`,
      )}`;
  }

  private toggle(car: string): void {
    const without = this.shown.filter((each) => each !== car);
    this.tell(without.length < this.shown.length ? without : [...this.shown, car]);
  }

  private tell(cars: readonly string[] | null): void {
    this.dispatchEvent(new CustomEvent('cars-picked', { detail: cars }));
  }
}
