import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { MathDesk } from '../model/math-desk.js';
import { MATH_FUNCTIONS, type Completion } from '../model/math-language.js';
import { Problem, rest } from '../wire/rest.js';
import type { Channel, MathChannel } from '../wire/words.js';
import { dialogStyles } from './dialog-styles.js';
import type { ExpressionField } from './expression-field.js';
import './expression-field.js';
import { fieldStyles } from './field-styles.js';
import './math-help.js';
import './math-list.js';
import { mathStyles } from './math-styles.js';

const NOTHING: MathChannel = { name: '', expression: '', unit: null, description: '' };
const FUNCTIONS: readonly Completion[] = MATH_FUNCTIONS.map(({ name, parameters }) => ({
  name,
  note: `${name}(${parameters})`,
  isFunction: true,
}));

/**
 * The saved math channels, and a form for one of them. Tells `math-changed` when one was saved or deleted, and
 * `channels-chosen` when one is to be traced or no longer.
 */
@customElement('vc-math-channels')
export class MathChannels extends LitElement {
  static override styles = [base, controls, dialogStyles, fieldStyles, mathStyles];

  @property() session = '';
  @property() car: string | null = null;
  /** All channels of the car; those that are calculated among them. */
  @property({ attribute: false }) channels: Channel[] = [];
  /** Names of those that are traced. */
  @property({ attribute: false }) chosen: string[] = [];
  @state() private saved: MathChannel[] | null = null;
  @state() private listProblem: Problem | null = null;
  @state() private problem: Problem | null = null;
  @state() private form: MathChannel = NOTHING;
  /** Name of the saved one that is in the form. */
  @state() private edited: string | null = null;
  @state() private told = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('vc-expression-field') private field!: ExpressionField;

  private readonly desk = new MathDesk(
    (expression, signal) => rest.checkMath(expression, this.checkedFor, signal),
    () => this.requestUpdate(),
  );

  open(): void {
    if (!this.dialog.open) {
      this.told = '';
      this.dialog.showModal();
      void this.load();
      // The car may be another one than when it was last checked.
      this.desk.type(this.form.expression, this.form.unit);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.stop();
  }

  private get checkedFor(): { session: string; car: string } | null {
    const { session, car } = this;
    return car === null ? null : { session, car };
  }

  private async load(): Promise<void> {
    try {
      this.saved = await rest.mathChannels();
      this.listProblem = null;
    } catch (cause) {
      this.listProblem = Problem.from(cause);
    }
  }

  override render() {
    return html`<dialog aria-label="Math channels" data-testid="math-channels">
      <div class="head">
        <h2>Math channels</h2>
        ${this.car === null ? nothing : html`<span class="third">checked for car ${this.car}</span>`}
        <button @click=${() => this.dialog.close()}>Close</button>
      </div>
      <div class="scrolls">
        <vc-math-list
          .saved=${this.saved}
          .problem=${this.listProblem}
          .channels=${this.channels}
          .chosen=${this.chosen}
          .edited=${this.edited}
          @math-edit=${(event: CustomEvent<MathChannel>) => this.edit(event.detail)}
          @math-delete=${(event: CustomEvent<string>) => void this.delete(event.detail)}
        ></vc-math-list>
        <div class="work">${this.editor()}<vc-math-help @function-wanted=${this.write}></vc-math-help></div>
      </div>
    </dialog>`;
  }

  private editor() {
    const { judgement } = this.desk;
    return html`<form @submit=${this.save}>
      <div class="pair">${this.nameField()} ${this.unitField()}</div>
      <vc-expression-field
        .value=${this.form.expression}
        .names=${this.names}
        .column=${judgement.kind === 'wrong' ? judgement.column : null}
        @expression-typed=${(event: CustomEvent<string>) => this.type(event.detail)}
        @expression-done=${this.save}
      ></vc-expression-field>
      <div class="judgement" aria-live="polite">${this.judgement()}</div>
      <label
        >Description<input
          data-testid="math-description"
          maxlength="500"
          autocomplete="off"
          .value=${this.form.description}
          @input=${(event: Event) => this.change({ description: textOf(event) })}
      /></label>
      <div class="end">${this.end()}</div>
    </form>`;
  }

  private nameField() {
    return html`<label
      >Name<input
        data-testid="math-name"
        maxlength="80"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder="long_acceleration"
        .value=${this.form.name}
        @input=${(event: Event) => this.change({ name: textOf(event).trim().toLowerCase() })}
    /></label>`;
  }

  private unitField() {
    return html`<label
      >Unit<input
        data-testid="math-unit-stated"
        maxlength="20"
        autocomplete="off"
        spellcheck="false"
        placeholder="as it comes"
        title="The result is converted to it; a result without a unit is taken to be in it"
        .value=${this.form.unit ?? ''}
        @input=${(event: Event) => this.stateUnit(textOf(event).trim() || null)}
    /></label>`;
  }

  private judgement() {
    const { judgement } = this.desk;
    switch (judgement.kind) {
      case 'none':
        return html`<p class="third">
          An expression over channels. Names are completed as you write; <kbd>Ctrl</kbd> <kbd>Space</kbd> lists all.
        </p>`;
      case 'checking':
        return html`<p class="third">…</p>`;
      case 'right':
        return right(judgement.unit, judgement.channels);
      case 'wrong':
        return wrong(`Column ${judgement.column}: ${judgement.message}`, judgement.remedy);
      case 'misfit':
        return wrong(`The result is in ${judgement.unit} and cannot be shown in ${judgement.stated}`, 'State another unit, or none.');
      case 'unknown': {
        const { title, detail, remedy } = Problem.from(judgement.cause);
        return wrong(`${title}: ${detail}`, remedy);
      }
    }
  }

  private end() {
    const { name, expression } = this.form;
    return html`<button data-testid="math-save" ?disabled=${name === '' || expression.trim() === ''}>${this.saveLabel}</button>
      <button type="button" ?disabled=${this.form === NOTHING} @click=${() => this.begin(NOTHING, null)}>
        ${this.edited === null ? 'Clear' : 'New'}
      </button>
      ${this.problem
        ? html`<p class="bad" role="alert" data-testid="math-refused">
            ${this.problem.detail} <span class="second">${this.problem.remedy}</span>
          </p>`
        : html`<p class="second" role="status">${this.told}</p>`}`;
  }

  /** One that is replaced is named: it may be another's. */
  private get saveLabel(): string {
    const { form, edited, saved } = this;
    if (form.name === edited) {
      return 'Save';
    }
    return saved?.some(({ name }) => name === form.name) ? `Replace ${form.name}` : edited === null ? 'Save' : 'Save as new';
  }

  /** Functions, and all channels but the one in the form: no channel is made of itself. */
  private get names(): Completion[] {
    const channels = this.channels.filter(({ name }) => name !== this.edited);
    return [...channels.map(({ name, unit }) => ({ name, note: unit ?? '', isFunction: false })), ...FUNCTIONS];
  }

  private change(changed: Partial<MathChannel>): void {
    this.form = { ...this.form, ...changed };
    this.problem = null;
    this.told = '';
  }

  private type(expression: string): void {
    this.change({ expression });
    this.desk.type(expression, this.form.unit);
  }

  private stateUnit(unit: string | null): void {
    this.change({ unit });
    this.desk.type(this.form.expression, unit);
  }

  private begin(form: MathChannel, edited: string | null): void {
    this.form = form;
    this.edited = edited;
    this.problem = null;
    this.told = '';
    this.desk.type(form.expression, form.unit);
  }

  private edit(channel: MathChannel): void {
    this.begin(channel, channel.name);
    void this.updateComplete.then(() => this.field.focus());
  }

  private readonly write = (event: CustomEvent<{ name: string }>): void => {
    const name = FUNCTIONS.find((each) => each.name === event.detail.name);
    if (name) {
      this.field.insert(name);
    }
  };

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { form } = this;
    if (form.name !== '' && form.expression.trim() !== '') {
      await this.attempt(() => rest.saveMathChannel(form), `${form.name} is saved`);
    }
  };

  private async delete(name: string): Promise<void> {
    await this.attempt(() => rest.deleteMathChannel(name), `${name} is deleted`);
  }

  private async attempt(act: () => Promise<void>, done: string): Promise<void> {
    try {
      await act();
      this.begin(NOTHING, null);
      this.told = done;
      this.dispatchEvent(new CustomEvent('math-changed', { bubbles: true, composed: true }));
    } catch (cause) {
      this.problem = Problem.from(cause);
    }
    await this.load();
  }
}

const right = (unit: string | null, channels: string[]) =>
  html`<p>
      <span class="good" aria-hidden="true">✓</span> Unit
      <b data-testid="math-unit">${unit === null ? 'that of its channels' : unit || 'none'}</b>
    </p>
    <p class="second" data-testid="math-made-of">Made of ${channels.length === 0 ? 'no channel' : channels.join(', ')}</p>`;

const wrong = (message: string, remedy: string) =>
  html`<p class="bad" data-testid="math-problem">${message}</p>
    <p class="second">${remedy}</p>`;

const textOf = (event: Event): string => (event.target as HTMLInputElement).value;
