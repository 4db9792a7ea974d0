import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { lapTime } from '../model/format.js';
import { LAST_S } from '../model/selection.js';
import type { Lap } from '../wire/words.js';

/** The newest are mostly wanted; a longer list is not looked through. */
const MOST_LAPS = 60;

/** Chooses what a panel shows, and the lap beside it. Tells by `selection-changed` (detail: the options that changed). */
@customElement('vc-selection-bar')
export class SelectionBar extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        gap: var(--gap-1);
      }
      select {
        max-width: 150px;
      }
    `,
  ];

  @property({ attribute: false }) laps: Lap[] = [];
  @property({ attribute: false }) best: number | null = null;
  @property() of = '';
  /** null: there is nothing to compare with. */
  @property({ attribute: false }) beside: string | null = null;

  override render() {
    return html`<select aria-label="Samples" data-testid="choose-samples" @change=${(event: Event) => this.tell('of', event)}>
        ${this.option('', 'Chosen lap', this.of)} ${this.option('best', 'Best lap', this.of)}
        ${LAST_S.map((seconds) => this.option(`last-${seconds}`, seconds < 120 ? `Last ${seconds} s` : `Last ${seconds / 60} min`, this.of))}
        ${this.option('all', 'All laps', this.of)}
        <optgroup label="This lap only">${this.lapOptions(this.of)}</optgroup>
      </select>
      ${this.beside === null
        ? nothing
        : html`<select aria-label="Compare with" data-testid="choose-beside" @change=${(event: Event) => this.tell('with', event)}>
            ${this.option('', 'Compare: none', this.beside)} ${this.option('best', 'with best lap', this.beside)}
            <optgroup label="With this lap">${this.lapOptions(this.beside)}</optgroup>
          </select>`}`;
  }

  private option(value: string, label: string, chosen: string) {
    return html`<option value=${value} ?selected=${value === chosen} .selected=${value === chosen}>${label}</option>`;
  }

  private lapOptions(chosen: string) {
    const newest = this.laps.slice(-MOST_LAPS).reverse();
    const number = Number(/^lap-(\d+)$/.exec(chosen)?.[1] ?? NaN);
    return html`${Number.isNaN(number) || newest.some((lap) => lap.number === number) ? nothing : this.option(chosen, `Lap ${number}`, chosen)}
    ${newest.map((lap) => {
      const kind = lap.kind === 'flying' ? '' : ` ${lap.kind}`;
      return this.option(`lap-${lap.number}`, `Lap ${lap.number} · ${lapTime(lap.time_s)}${lap.number === this.best ? ' best' : kind}`, chosen);
    })}`;
  }

  private tell(name: string, event: Event): void {
    const detail = { [name]: (event.target as HTMLSelectElement).value };
    this.dispatchEvent(new CustomEvent('selection-changed', { detail }));
  }
}
