import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LONGEST_NAME, type LayoutShelf } from '../dock/layout-shelf.js';
import { base, controls } from '../design/styles.js';
import { dialogStyles } from './dialog-styles.js';
import type { Menu, MenuEntry } from './menu.js';
import './menu.js';

/** A word that nobody has to answer goes by itself. */
const NOTE_MS = 4_000;

/** The name of the layout in use, and what can be done with layouts. */
@customElement('vc-layout-menu')
export class LayoutMenu extends LitElement {
  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      :host {
        position: relative;
      }
      .name {
        overflow: hidden;
        max-width: 160px;
        text-overflow: ellipsis;
      }
      .changed {
        width: 6px;
        color: var(--other);
      }
      .note {
        position: absolute;
        z-index: 6;
        top: calc(100% + 4px);
        right: 0;
        padding: 6px var(--gap-3);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        white-space: nowrap;
      }
      .note:empty {
        display: none;
      }
      @media (max-width: 720px) {
        button > .third {
          display: none;
        }
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
        padding: var(--gap-3);
      }
      input {
        flex: 1;
        min-width: 0;
        height: var(--control);
        padding: 0 var(--gap-2);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--ground);
        color: var(--text);
        font: inherit;
        font-size: max(var(--size), 13px);
      }
      form p {
        flex-basis: 100%;
        min-height: 18px;
      }
    `,
  ];

  @property({ attribute: false }) shelf!: LayoutShelf;
  /** Puts all that is shown into the address, and says which that is. */
  @property({ attribute: false }) link!: () => string;
  @state() private asked: { title: string; name: string; take: (name: string) => string | null } | null = null;
  @state() private wrong: string | null = null;
  @state() private note = '';
  @query('vc-menu') private menu!: Menu;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;
  private noteTimer = 0;

  /** Says something beneath the button for a while. */
  tell(note: string): void {
    this.note = note;
    window.clearTimeout(this.noteTimer);
    this.noteTimer = window.setTimeout(() => (this.note = ''), NOTE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.noteTimer);
  }

  override render() {
    const { name, changed } = this.shelf;
    return html`<button
        data-testid="layout-menu"
        aria-haspopup="menu"
        title=${changed ? 'Layout of the panels; changed since it was chosen' : 'Layout of the panels'}
        @click=${(event: Event) => this.menu.openAt((event.currentTarget as HTMLElement).getBoundingClientRect(), this.entries())}
      >
        <span class="third">Layout</span><span class="name">${name ?? 'unnamed'}</span
        ><span class="changed" aria-label=${changed ? 'changed' : nothing}>${changed ? '•' : ''}</span>
      </button>
      <vc-menu></vc-menu>
      <div class="note" role="status" data-testid="layout-note">${this.note}</div>
      ${this.nameDialog()}`;
  }

  private nameDialog() {
    return html`<dialog aria-label=${this.asked?.title ?? 'Layout'} data-testid="layout-name">
      <div class="head">
        <h2>${this.asked?.title}</h2>
        <button @click=${() => this.dialog.close()}>Close</button>
      </div>
      <form @submit=${this.onName}>
        <input
          type="text"
          aria-label="Name of the layout"
          maxlength=${LONGEST_NAME}
          autocomplete="off"
          .value=${this.asked?.name ?? ''}
        />
        <button>Save</button>
        <p class="bad" role="alert">${this.wrong}</p>
      </form>
    </dialog>`;
  }

  private entries(): MenuEntry[] {
    const { shelf } = this;
    const saved = shelf.savedNames;
    const named = shelf.name !== null && saved.includes(shelf.name) ? shelf.name : null;
    const choice = (name: string): MenuEntry => ({
      label: name,
      checked: name === shelf.name,
      run: () => this.finish(() => shelf.choose(name)),
    });
    return [
      { heading: 'Built in' },
      ...shelf.builtInNames.map(choice),
      ...(saved.length === 0 ? [] : [{ heading: 'Saved' }, ...saved.map(choice)]),
      { heading: '' },
      { label: 'Reset', disabled: !shelf.changed && shelf.name !== null, run: () => this.finish(() => shelf.reset()) },
      ...(named === null ? [] : this.savedEntries(named)),
      { label: 'Save as…', run: () => this.ask('Save the layout as', named ?? '', (name) => shelf.save(name)) },
      { heading: '' },
      { label: 'Copy link', run: () => void this.copyLink() },
    ];
  }

  private savedEntries(name: string): MenuEntry[] {
    const { shelf } = this;
    return [
      { label: 'Save', disabled: !shelf.changed, run: () => this.finish(() => this.tell(shelf.save(name) ?? `Saved as ${name}`)) },
      { label: 'Rename…', run: () => this.ask('Rename the layout', name, (to) => shelf.rename(name, to)) },
      { label: 'Delete', run: () => this.finish(() => this.tell(shelf.delete(name) ?? `${name} is deleted`)) },
    ];
  }

  private ask(title: string, name: string, take: (name: string) => string | null): void {
    this.asked = { title, name, take };
    this.wrong = null;
    this.dialog.showModal();
    void this.updateComplete.then(() => {
      this.input.value = name;
      this.input.select();
    });
  }

  private onName(event: Event): void {
    event.preventDefault();
    this.wrong = this.asked?.take(this.input.value) ?? null;
    if (this.wrong === null) {
      this.dialog.close();
      this.finish(() => {});
    }
  }

  private async copyLink(): Promise<void> {
    const link = this.link();
    try {
      await navigator.clipboard.writeText(link);
      this.tell('Link copied');
    } catch {
      // A page that did not come over TLS or from this machine may not write there.
      this.tell('The link is in the address bar');
    }
  }

  private finish(act: () => void): void {
    act();
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('layout-chosen'));
  }
}
