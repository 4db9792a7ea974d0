import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { bodyOf, isAsked, optionText, valuesAtFirst, type CommandField, type CommandForm } from '../model/command-forms.js';
import { sentences } from '../model/decision-text.js';
import { CommandSending } from '../model/command-sending.js';
import { rememberDecider, rememberedDecider } from '../model/decider.js';
import { dialogStyles } from '../parts/dialog-styles.js';
import { fieldStyles } from '../parts/field-styles.js';
import { commandStyles } from './command-styles.js';

/** As long as race control takes a text. */
const LONGEST = 500;

/** A form for one command. Tells `decided` when it was carried out; a refusal is shown with what to do about it. */
@customElement('vc-command-dialog')
export class CommandDialog extends LitElement {
  static override styles = [base, controls, dialogStyles, fieldStyles, commandStyles];

  @property() session = '';
  /** What it is about, for people. */
  @state() private about = '';
  @state() private form: CommandForm | null = null;
  @state() private values: Record<string, string> = {};
  @state() private signature = { who: '', why: '', at: '' };
  private readonly sending = new CommandSending(() => this.requestUpdate());
  @query('dialog') private dialog!: HTMLDialogElement;

  open(form: CommandForm, about: string): void {
    this.form = form;
    this.about = about;
    this.values = valuesAtFirst(form);
    this.signature = { who: rememberedDecider(), why: '', at: '' };
    this.sending.begin();
    this.dialog.showModal();
  }

  override render() {
    const { form } = this;
    return html`<dialog aria-label=${form?.title ?? 'Decide'} data-testid="command-dialog">
      <div class="head">
        <h2>${form?.title}</h2>
        <span class="third">${this.about}</span>
        <button data-testid="command-close" @click=${() => this.dialog.close()}>Cancel</button>
      </div>
      ${form === null ? nothing : this.fields(form)}
    </dialog>`;
  }

  private fields(form: CommandForm) {
    const { sending, problem } = this.sending;
    return html`<form @submit=${this.send}>
      ${form.fields.filter((field) => isAsked(field, this.values)).map((field) => this.field(field))}
      ${this.text('who', 'Decided by', true, this.signature.who, (who) => this.sign({ who }))}
      ${this.text('why', 'Why (may be left empty)', false, this.signature.why, (why) => this.sign({ why }))}
      <label
        >In force from, UTC (empty: now)<input
          name="at"
          data-testid="field-at"
          placeholder="14:32:10, or 2026-05-02 14:32:10"
          pattern="(\\d{4}-\\d\\d-\\d\\d )?([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d"
          title="hours:minutes:seconds of today, UTC; of another day with its date before them: 2026-05-02 14:32:10"
          .value=${this.signature.at}
          @input=${(event: Event) => this.sign({ at: textOf(event) })}
      /></label>
      ${problem === null ? nothing : html`<p class="bad" role="alert" data-testid="command-refused">${sentences(problem.detail, problem.remedy)}</p>`}
      <div class="end"><button type="submit" data-testid="command-send" ?disabled=${sending}>${sending ? 'Sending' : form.title}</button></div>
    </form>`;
  }

  private field(field: CommandField) {
    const { name, label, kind, required, options } = field;
    const value = this.values[name] ?? '';
    const set = (text: string): void => {
      this.values = { ...this.values, [name]: text };
      this.sending.edited();
    };
    if (kind !== 'choice') {
      return this.text(name, label, required, value, set, kind === 'whole' || kind === 'number' ? 'decimal' : 'text');
    }
    return html`<label
      >${label}<select name=${name} data-testid="field-${name}" @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        ${(options ?? []).map((option) => html`<option value=${option} ?selected=${option === value}>${optionText(field, option)}</option>`)}
      </select></label
    >`;
  }

  private text(name: string, label: string, required: boolean, value: string, set: (text: string) => void, mode: 'text' | 'decimal' = 'text') {
    return html`<label
      >${label}<input
        name=${name}
        data-testid="field-${name}"
        autocomplete="off"
        inputmode=${mode}
        maxlength=${LONGEST}
        ?required=${required}
        .value=${value}
        @input=${(event: Event) => set(textOf(event))}
    /></label>`;
  }

  private sign(changed: Partial<typeof this.signature>): void {
    this.signature = { ...this.signature, ...changed };
    this.sending.edited();
  }

  private readonly send = (event: Event): void => {
    event.preventDefault();
    if (this.form !== null) {
      void this.decide(this.form);
    }
  };

  private async decide(form: CommandForm): Promise<void> {
    const { signature } = this;
    const body = bodyOf(form, this.values, signature, new Date().toISOString());
    const { decided, isNewest } = await this.sending.send(this.session, body);
    if (decided) {
      rememberDecider(signature.who.trim());
      this.dispatchEvent(new CustomEvent('decided', { bubbles: true, composed: true }));
    }
    if (decided && isNewest) {
      this.dialog.close();
    }
  }
}

const textOf = (event: Event): string => (event.target as HTMLInputElement).value;
