import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { MOST_PANELS } from '../model/channel-look.js';
import type { Problem } from '../wire/rest.js';
import type { Channel, MathChannel } from '../wire/words.js';
import './note.js';

/**
 * The saved math channels. Tells `math-edit` (detail: the channel), `math-delete` once that is confirmed (detail: its
 * name) and `channels-chosen` when one is to be traced or no longer.
 */
@customElement('vc-math-list')
export class MathList extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        max-height: 230px;
        border-bottom: 1px solid var(--line);
        overflow: auto;
        scrollbar-width: thin;
      }
      vc-note {
        padding: var(--gap-3) var(--gap-4);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 11em) 5em minmax(0, 1fr) auto;
        gap: var(--gap-3);
        align-items: center;
        min-height: calc(var(--control) + 8px);
        padding: 0 var(--gap-2) 0 var(--gap-3);
        border-bottom: 1px solid var(--line);
      }
      li[data-edited='true'] {
        background: var(--selected);
      }
      li > span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .does {
        display: flex;
        gap: var(--gap-1);
      }
      code {
        color: var(--text-second);
        font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;
        font-size: var(--size-small);
      }
      @media (max-width: 720px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
          gap: 2px var(--gap-2);
          padding: var(--gap-1) var(--gap-2) var(--gap-1) var(--gap-3);
        }
        .expression {
          grid-column: 1 / -1;
        }
        .does {
          grid-area: 3 / 1 / auto / span 2;
          justify-content: flex-end;
        }
      }
    `,
  ];

  /** null: they are on their way. */
  @property({ attribute: false }) saved: MathChannel[] | null = null;
  /** Why they are not known. */
  @property({ attribute: false }) problem: Problem | null = null;
  /** All channels of the car; those that are calculated among them. */
  @property({ attribute: false }) channels: Channel[] = [];
  /** Names of those that are traced. */
  @property({ attribute: false }) chosen: string[] = [];
  /** Name of the one that is in the form. */
  @property() edited: string | null = null;
  /** Name of the one that is to be deleted, if that is confirmed. */
  @state() private doomed: string | null = null;

  override render() {
    if (this.problem) {
      const { title, detail, remedy } = this.problem;
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    if (this.saved === null) {
      return html`<vc-note kind="loading" heading="Math channels"></vc-note>`;
    }
    return this.saved.length === 0
      ? html`<vc-note heading="None yet" detail="Write an expression over channels beneath, and save it under a name."></vc-note>`
      : html`<ul aria-label="Saved math channels">
          ${this.saved.map((channel) => this.line(channel))}
        </ul>`;
  }

  private line(channel: MathChannel) {
    const { name, expression, unit, description } = channel;
    return html`<li data-testid="math-saved" data-channel=${name} data-edited=${name === this.edited}>
      <span title=${description || name}>${name}</span>
      <span class="third">${this.channels.find((each) => each.name === name)?.unit ?? unit}</span>
      <span class="expression" title=${expression}><code>${expression}</code></span>
      <div class="does">${name === this.doomed ? this.confirmation(name) : this.actions(channel)}</div>
    </li>`;
  }

  private actions(channel: MathChannel) {
    const { name } = channel;
    const why = this.whyNotTraced(name);
    return html`<button
        data-testid="math-trace"
        aria-pressed=${this.chosen.includes(name)}
        ?disabled=${why !== null}
        title=${why ?? 'Show it among the traces'}
        @click=${() => this.trace(name)}
      >
        Trace
      </button>
      <button data-testid="math-edit" aria-label="Edit ${name}" @click=${() => this.tell('math-edit', channel)}>Edit</button>
      <button data-testid="math-delete" aria-label="Delete ${name}" @click=${() => this.doom(name)}>Delete</button>`;
  }

  private whyNotTraced(name: string): string | null {
    if (!this.channels.some((each) => each.name === name)) {
      return 'The chosen car lacks a channel that it is made of';
    }
    const full = !this.chosen.includes(name) && this.chosen.length >= MOST_PANELS;
    return full ? `At most ${MOST_PANELS} channels are traced` : null;
  }

  private confirmation(name: string) {
    return html`<button class="bad" data-testid="math-delete-confirm" @click=${() => this.delete(name)}>Delete ${name}</button>
      <button data-testid="math-keep" @click=${() => (this.doomed = null)}>Keep</button>`;
  }

  /** The keyboard stands on what does no harm. */
  private doom(name: string): void {
    this.doomed = name;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-testid=math-keep]')?.focus());
  }

  private delete(name: string): void {
    this.doomed = null;
    this.tell('math-delete', name);
  }

  private trace(name: string): void {
    const without = this.chosen.filter((each) => each !== name);
    const detail = without.length < this.chosen.length ? without : [...this.chosen, name].slice(0, MOST_PANELS);
    this.dispatchEvent(new CustomEvent('channels-chosen', { detail, bubbles: true, composed: true }));
  }

  private tell(what: 'math-edit' | 'math-delete', detail: MathChannel | string): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
