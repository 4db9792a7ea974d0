import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { lapTime } from '../model/format.js';
import { wholeLaps } from '../model/corner-choice.js';
import { giveBack } from '../model/keys.js';
import type { Lap } from '../wire/words.js';

/** The newest are mostly wanted; a longer list is not looked through. */
const MOST_LAPS = 60;

/** Chooses the lap that others are measured against. Tells by `reference-chosen` (detail: the option). */
@customElement('vc-reference-choice')
export class ReferenceChoice extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      select {
        max-width: 190px;
      }
    `,
  ];

  /** Of the car. */
  @property({ attribute: false }) laps: Lap[] = [];
  @property({ attribute: false }) best: number | null = null;
  @property() chosen = '';

  override render() {
    const whole = wholeLaps(this.laps);
    const newest = whole.slice(-MOST_LAPS).reverse();
    const number = /^lap-(\d+)$/.exec(this.chosen)?.[1];
    return html`<select aria-label="Reference" data-testid="choose-reference" @change=${this.tell}>
      ${this.option('', 'Against best of session')} ${this.option('car', 'Against best of car')}
      <optgroup label="Against this lap">
        ${
          number === undefined || newest.some((lap) => String(lap.number) === number)
            ? nothing
            : this.option(this.chosen, `Lap ${number}`)
        }
        ${newest.map((lap) =>
          this.option(`lap-${lap.number}`, `Lap ${lap.number} · ${lapTime(lap.time_s)}${lap.number === this.best ? ' best' : ''}`),
        )}
      </optgroup>
    </select>`;
  }

  private option(value: string, label: string) {
    const chosen = value === this.chosen;
    return html`<option value=${value} ?selected=${chosen} .selected=${chosen}>${label}</option>`;
  }

  private readonly tell = (event: Event): void => {
    const detail = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new CustomEvent('reference-chosen', { detail }));
    giveBack(event.target);
  };
}
