import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { dialogStyles } from './dialog-styles.js';
import { base, controls } from '../design/styles.js';
import { MOST_PANELS } from '../model/channel-look.js';
import { channelTitle } from '../model/format.js';
import { isCalculated } from '../model/math-desk.js';
import type { Channel } from '../wire/words.js';

/** Chooses the traced channels; by keyboard alone: type to narrow, arrows, Enter, Escape. */
@customElement('vc-channel-picker')
export class ChannelPicker extends LitElement {
  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      input {
        flex: none;
        width: 100%;
        height: calc(var(--control) + 6px);
        padding: 0 var(--gap-3);
        border: 0;
        border-bottom: 1px solid var(--line);
        background: var(--ground);
        color: var(--text);
        font: inherit;
        font-size: max(var(--size-large), 16px);
      }
      input::placeholder {
        color: var(--text-third);
      }
      ul {
        flex: 1;
        overflow: auto;
        padding: var(--gap-1) 0;
        scrollbar-width: thin;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        height: calc(var(--row) + 3px);
        padding: 0 var(--gap-3);
        cursor: pointer;
      }
      li.active {
        background: var(--selected);
      }
      li::before {
        width: 10px;
        height: 10px;
        border: 1px solid var(--text-third);
        border-radius: 2px;
        content: '';
      }
      li[aria-selected='true']::before {
        border-color: var(--reference);
        background: var(--reference);
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .rate {
        margin-left: auto;
        white-space: nowrap;
      }
      .foot {
        padding: var(--gap-2) var(--gap-3);
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) channels: Channel[] = [];
  @property({ attribute: false }) chosen: string[] = [];
  @state() private filter = '';
  @state() private active = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;

  open(): void {
    if (!this.dialog.open) {
      this.filter = '';
      this.active = 0;
      this.dialog.showModal();
      this.input.focus();
    }
  }

  override render() {
    const shown = this.shown();
    return html`<dialog aria-label="Channels" @click=${this.closeOutside} data-testid="channel-picker">
      <div class="head">
        <h2>Channels</h2>
        <span class="third">${this.chosen.length} of at most ${MOST_PANELS}</span>
        <button data-testid="math-open" title="Channels that are calculated from others (e)" @click=${() => this.openMath()}>Math channels</button>
        <button @click=${() => this.dialog.close()}>Close</button>
      </div>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="options"
        aria-autocomplete="list"
        aria-activedescendant=${shown.length === 0 ? nothing : optionId(this.active)}
        placeholder="Name of a channel"
        aria-label="Name of a channel"
        autocomplete="off"
        spellcheck="false"
        .value=${this.filter}
        @input=${this.narrow}
        @keydown=${this.onKey}
      />
      <ul id="options" role="listbox" aria-multiselectable="true" aria-label="Channels">
        ${shown.map((channel, i) => this.option(channel, i))}
      </ul>
      <p class="foot third"><kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>Enter</kbd> show or hide · <kbd>Esc</kbd> close</p>
    </dialog>`;
  }

  private option(channel: Channel, index: number) {
    return html`<li
      id=${optionId(index)}
      role="option"
      class=${index === this.active ? 'active' : ''}
      aria-selected=${this.chosen.includes(channel.name)}
      data-testid="channel-option"
      data-channel=${channel.name}
      title=${channel.original_name ?? channel.name}
      @click=${() => this.toggle(channel.name)}
    >
      <span class="name">${channelTitle(channel.name)}</span>
      <span class="third">${channel.unit}</span>
      <span class="rate third">${isCalculated(channel) ? 'math · ' : nothing}${channel.rate_hz === null ? 'irregular' : `${+channel.rate_hz.toFixed(1)} Hz`}</span>
    </li>`;
  }

  private shown(): Channel[] {
    const wanted = this.filter.trim().toLowerCase();
    return this.channels.filter(
      (channel) =>
        channelTitle(channel.name).includes(wanted) ||
        channel.name.includes(wanted) ||
        (channel.original_name ?? '').toLowerCase().includes(wanted),
    );
  }

  private narrow(): void {
    this.filter = this.input.value;
    this.active = 0;
  }

  private onKey(event: KeyboardEvent): void {
    const shown = this.shown();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      this.active = (this.active + step + shown.length) % shown.length;
      void this.updateComplete.then(() => this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' }));
    }
    const channel = shown[this.active];
    if (event.key === 'Enter' && channel) {
      this.toggle(channel.name);
    }
  }

  private toggle(name: string): void {
    const without = this.chosen.filter((each) => each !== name);
    const next = without.length < this.chosen.length ? without : [...this.chosen, name].slice(0, MOST_PANELS);
    this.dispatchEvent(new CustomEvent('channels-chosen', { detail: next, bubbles: true, composed: true }));
  }

  private openMath(): void {
    this.dispatchEvent(new CustomEvent('math-wanted', { bubbles: true, composed: true }));
  }

  private closeOutside(event: MouseEvent): void {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  }
}

/** The field keeps the focus; this names the option that it speaks of. */
const optionId = (index: number): string => `option-${index}`;
