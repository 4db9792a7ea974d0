import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { channelTitle } from '../model/format.js';
import type { Channel } from '../wire/words.js';

const FROM_EDGE = 8;
const BENEATH = 2;

/** Chooses one channel: a button that names it, and a list that narrows as one types. Tells by `channel-chosen`. */
@customElement('vc-channel-select')
export class ChannelSelect extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      button {
        max-width: 190px;
      }
      button .name {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      [popover] {
        position: fixed;
        inset: auto;
        width: min(280px, calc(100vw - 16px));
        margin: 0;
        padding: 0;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        background: var(--raised);
        color: var(--text);
        box-shadow: 0 10px 32px rgb(0 0 0 / 55%);
      }
      input {
        width: 100%;
        height: calc(var(--control) + 4px);
        padding: 0 var(--gap-2);
        border: 0;
        border-bottom: 1px solid var(--line);
        background: var(--ground);
        color: var(--text);
        font: inherit;
      }
      input::placeholder {
        color: var(--text-third);
      }
      ul {
        max-height: 300px;
        padding: var(--gap-1) 0;
        overflow: auto;
        scrollbar-width: thin;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        height: var(--row);
        padding: 0 var(--gap-2);
        white-space: nowrap;
        cursor: pointer;
      }
      li.active {
        background: var(--selected);
      }
      li[aria-selected='true'] .name::after {
        padding-left: 6px;
        color: var(--reference);
        content: '✓';
      }
      li .name {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .unit {
        margin-left: auto;
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: false }) channels: Channel[] = [];
  @property() chosen = '';
  /** What the choice of none is called; null: one has to be chosen. */
  @property({ attribute: false }) none: string | null = null;
  @state() private filter = '';
  @state() private active = 0;
  @query('[popover]') private popup!: HTMLElement;
  @query('input') private input!: HTMLInputElement;
  @query('button') private button!: HTMLButtonElement;

  override render() {
    const shown = this.shown();
    const name = this.chosen === '' ? (this.none ?? '') : channelTitle(this.chosen);
    return html`<button aria-haspopup="listbox" title="${this.heading}: ${name}" @click=${this.open}>
        <span class="third">${this.heading}</span><span class="name">${name}</span>
      </button>
      <div popover @toggle=${this.toggled}>
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="options"
          aria-autocomplete="list"
          aria-activedescendant=${shown.length === 0 ? nothing : `option-${this.active}`}
          aria-label="${this.heading}: name of a channel"
          placeholder="Name of a channel"
          autocomplete="off"
          spellcheck="false"
          .value=${this.filter}
          @input=${this.narrow}
          @keydown=${this.onKey}
        />
        <ul id="options" role="listbox" aria-label=${this.heading}>
          ${shown.map((channel, i) => this.option(channel, i))}
        </ul>
      </div>`;
  }

  private option(channel: Channel, index: number) {
    return html`<li
      id="option-${index}"
      role="option"
      class=${index === this.active ? 'active' : ''}
      aria-selected=${channel.name === this.chosen}
      data-testid="channel-option"
      data-channel=${channel.name}
      @click=${() => this.choose(channel.name)}
    >
      <span class="name">${channel.name === '' ? this.none : channelTitle(channel.name)}</span>
      <span class="unit third">${channel.unit}</span>
    </li>`;
  }

  private shown(): Channel[] {
    const wanted = this.filter.trim().toLowerCase();
    const nothingChosen: Channel[] = this.none === null ? [] : [{ name: '', original_name: null, unit: null, original_unit: null, rate_hz: null, expression: null }];
    const fitting = this.channels.filter(
      ({ name, original_name }) => channelTitle(name).includes(wanted) || name.includes(wanted) || (original_name ?? '').toLowerCase().includes(wanted),
    );
    return wanted === '' ? [...nothingChosen, ...fitting] : fitting;
  }

  private async open(): Promise<void> {
    this.filter = '';
    this.active = Math.max(
      0,
      this.shown().findIndex((channel) => channel.name === this.chosen),
    );
    await this.updateComplete;
    this.popup.showPopover();
    const box = this.button.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = this.popup;
    const beneath = box.bottom + BENEATH;
    const top = beneath + offsetHeight + FROM_EDGE <= innerHeight ? beneath : box.top - BENEATH - offsetHeight;
    style.left = `${Math.max(FROM_EDGE, Math.min(box.left, innerWidth - offsetWidth - FROM_EDGE))}px`;
    style.top = `${Math.max(FROM_EDGE, top)}px`;
    this.input.focus();
    this.showActive();
  }

  private toggled(event: Event): void {
    if ((event as ToggleEvent).newState === 'closed') {
      this.filter = '';
    }
  }

  private narrow(): void {
    this.filter = this.input.value;
    this.active = 0;
  }

  private onKey(event: KeyboardEvent): void {
    const shown = this.shown();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const channel = shown[this.active];
    // The keys of the page stay out while the list is open.
    event.stopPropagation();
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      this.active = (this.active + step + shown.length) % shown.length;
      void this.updateComplete.then(() => this.showActive());
    } else if (event.key === 'Enter' && channel) {
      this.choose(channel.name);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
    }
  }

  private showActive(): void {
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  private choose(name: string): void {
    this.close();
    this.dispatchEvent(new CustomEvent('channel-chosen', { detail: name }));
  }

  private close(): void {
    this.popup.hidePopover();
    this.button.focus();
  }
}
