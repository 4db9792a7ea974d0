import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { LONGEST_EXPRESSION, completed, completions, wordAt, type Completion, type Word } from '../model/math-language.js';
import { expressionStyles } from './expression-styles.js';

/**
 * A field for an expression: names are completed as one writes, and the place where it is wrong is marked beneath its
 * character. Tells `expression-typed` with the text.
 */
@customElement('vc-expression-field')
export class ExpressionField extends LitElement {
  static override styles = [base, expressionStyles];

  @property() value = '';
  /** What may be written: channels and functions. */
  @property({ attribute: false }) names: readonly Completion[] = [];
  /** Where the expression is wrong, from 1; null: nowhere. */
  @property({ attribute: false }) column: number | null = null;
  @state() private offered: Completion[] = [];
  @state() private active = 0;
  @query('textarea') private field!: HTMLTextAreaElement;
  private word: Word | null = null;

  override focus(): void {
    this.field.focus();
  }

  /** Writes a name where the caret stands. */
  insert(name: Completion): void {
    const { selectionStart: from, selectionEnd: to } = this.field;
    this.put(completed(this.value, { from, to, prefix: '' }, name));
  }

  override render() {
    const open = this.offered.length > 0;
    return html`<div class="field ${this.column === null ? '' : 'wrong'}">
      <div class="behind" aria-hidden="true">${this.marked()}</div>
      <textarea
        rows="1"
        role="combobox"
        aria-label="Expression"
        aria-expanded=${open}
        aria-controls="names"
        aria-autocomplete="list"
        aria-activedescendant=${open ? optionId(this.active) : nothing}
        aria-invalid=${this.column !== null}
        data-testid="math-expression"
        data-column=${this.column ?? nothing}
        maxlength=${LONGEST_EXPRESSION}
        placeholder="derivative(speed)"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${this.value}
        @input=${this.typed}
        @keydown=${this.onKey}
        @click=${() => this.offer([])}
        @blur=${() => this.offer([])}
      ></textarea>
      <ul id="names" role="listbox" aria-label="Names" ?hidden=${!open}>
        ${this.offered.map((each, i) => this.option(each, i))}
      </ul>
    </div>`;
  }

  /** Behind the last character there is a place, too: there something is missing. */
  private marked() {
    const { value, column } = this;
    if (column === null) {
      return `${value} `;
    }
    const at = Math.min(column - 1, value.length);
    return html`${value.slice(0, at)}<mark>${value.slice(at, at + 1) || ' '}</mark>${value.slice(at + 1)} `;
  }

  private option(each: Completion, index: number) {
    return html`<li
      id=${optionId(index)}
      role="option"
      class=${index === this.active ? 'active' : ''}
      aria-selected=${index === this.active}
      data-testid="math-completion"
      @pointerdown=${(event: Event) => this.take(event, each)}
    >
      <span>${each.name}</span><span class="note third">${each.note}</span>
    </li>`;
  }

  private typed(): void {
    // An expression is one line, also where several were pasted.
    const { value, selectionStart } = this.field;
    this.value = value.replaceAll(/\s/g, ' ');
    this.field.value = this.value;
    this.field.setSelectionRange(selectionStart, selectionStart);
    this.lookForNames();
    this.tell();
  }

  private lookForNames(): void {
    this.word = wordAt(this.value, this.field.selectionStart);
    this.offer(this.word === null ? [] : completions(this.word.prefix, this.names));
  }

  private offer(names: Completion[]): void {
    this.offered = names;
    this.active = 0;
  }

  private onKey(event: KeyboardEvent): void {
    const { offered, active } = this;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = offered[active];
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      this.word = { from: this.field.selectionStart, to: this.field.selectionStart, prefix: '' };
      this.lookForNames();
      this.offer(this.offered.length > 0 || this.word !== null ? this.offered : completions('', this.names));
    } else if (!chosen) {
      this.onPlainKey(event);
    } else if (step !== 0) {
      event.preventDefault();
      this.active = (active + step + offered.length) % offered.length;
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.take(event, chosen);
    } else if (event.key === 'Escape') {
      // Closes the list, not the dialog.
      event.preventDefault();
      this.offer([]);
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      this.offer([]);
    }
  }

  private onPlainKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('expression-done'));
    }
  }

  private take(event: Event, name: Completion): void {
    event.preventDefault();
    if (this.word) {
      this.put(completed(this.value, this.word, name));
    }
  }

  private put({ text, caret }: { text: string; caret: number }): void {
    this.value = this.field.value = text.slice(0, LONGEST_EXPRESSION);
    this.field.focus();
    this.field.setSelectionRange(caret, caret);
    this.offer([]);
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('expression-typed', { detail: this.value }));
  }
}

const optionId = (index: number): string => `name-${index}`;
