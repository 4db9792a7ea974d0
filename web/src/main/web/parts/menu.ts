import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { focused } from './focused.js';

export interface MenuAction {
  label: string;
  /** The key that does the same. */
  key?: string;
  /** What else is to be known of it, in a word. */
  note?: string;
  /** Marks the one in use. */
  checked?: boolean;
  disabled?: boolean;
  run(): void;
}

/** A heading stands above a part of the menu; an empty one is only a line. */
export type MenuEntry = MenuAction | { heading: string };

const FROM_EDGE = 8;
const BENEATH = 4;

/** A menu beside what opened it; the browser closes it by a click elsewhere. */
@customElement('vc-menu')
export class Menu extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      [popover] {
        position: fixed;
        inset: auto;
        min-width: 180px;
        max-width: calc(100vw - 16px);
        max-height: calc(100dvh - 16px);
        margin: 0;
        padding: var(--gap-1) 0;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        background: var(--raised);
        color: var(--text);
        box-shadow: 0 10px 32px rgb(0 0 0 / 55%);
        overflow: auto;
      }
      h3 {
        margin: var(--gap-1) 0 0;
        padding: 6px var(--gap-3) 2px;
        color: var(--text-third);
        font-size: var(--size-small);
        font-weight: 500;
      }
      hr {
        margin: var(--gap-1) 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
      button {
        display: flex;
        width: 100%;
        height: calc(var(--row) + 3px);
        padding: 0 var(--gap-3) 0 26px;
        border: 0;
        border-radius: 0;
        background: none;
      }
      button:focus {
        outline: none;
        background: var(--selected);
      }
      button[aria-checked='true']::before {
        width: 14px;
        margin-left: -18px;
        color: var(--reference);
        content: '✓';
      }
      kbd,
      .note {
        margin-left: auto;
      }
      .label {
        overflow: hidden;
        padding-right: var(--gap-4);
        text-overflow: ellipsis;
      }
    `,
  ];

  @state() private entries: MenuEntry[] = [];
  @query('[popover]') private popup!: HTMLElement;
  private opener: HTMLElement | null = null;

  /** Opens beneath a box, or above it where there is no room. */
  async openAt(box: { left: number; top: number; bottom: number }, entries: MenuEntry[]): Promise<void> {
    this.opener = focused();
    this.entries = entries;
    await this.updateComplete;
    this.popup.showPopover();
    const { offsetWidth, offsetHeight, style } = this.popup;
    const beneath = box.bottom + BENEATH;
    const top = beneath + offsetHeight + FROM_EDGE <= innerHeight ? beneath : box.top - BENEATH - offsetHeight;
    style.left = `${Math.max(FROM_EDGE, Math.min(box.left, innerWidth - offsetWidth - FROM_EDGE))}px`;
    style.top = `${Math.max(FROM_EDGE, Math.min(top, innerHeight - offsetHeight - FROM_EDGE))}px`;
    (this.buttons.find((button) => button.ariaChecked === 'true') ?? this.buttons[0])?.focus();
  }

  override render() {
    return html`<div popover role="menu" data-testid="menu" @keydown=${this.onKey}>
      ${this.entries.map((entry) => ('heading' in entry ? heading(entry.heading) : this.item(entry)))}
    </div>`;
  }

  private item(entry: MenuAction) {
    return html`<button
      role=${entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${entry.checked ?? nothing}
      ?disabled=${entry.disabled}
      tabindex="-1"
      data-testid="menu-item"
      @pointermove=${(event: PointerEvent) => (event.currentTarget as HTMLElement).focus()}
      @click=${() => this.choose(entry)}
    >
      <span class="label">${entry.label}</span>
      ${entry.note === undefined ? nothing : html`<span class="note third">${entry.note}</span>`}
      ${entry.key === undefined ? nothing : html`<kbd>${entry.key}</kbd>`}
    </button>`;
  }

  private choose(entry: MenuAction): void {
    // First, so that the focus is back where it was before the action moves it.
    this.close();
    entry.run();
  }

  private close(): void {
    this.popup.hidePopover();
    this.opener?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const { buttons } = this;
    const at = buttons.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const next = to[event.key];
    // The keys of the page stay out while a menu is open.
    event.stopPropagation();
    if (next !== undefined) {
      event.preventDefault();
      buttons.at(next % buttons.length)?.focus();
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      this.close();
    }
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.popup.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  }
}

const heading = (text: string) => (text === '' ? html`<hr role="separator" />` : html`<h3 role="presentation">${text}</h3>`);
