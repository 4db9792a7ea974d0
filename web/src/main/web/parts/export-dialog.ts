import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import {
  EXPORT_FORMATS,
  EXPORT_RATES,
  USUAL_EXPORT,
  fitting,
  parametersOf,
  rowsOf,
  type ExportChoice,
  type ExportFormat,
  type ExportPart,
  type ExportView,
} from '../model/export-question.js';
import { clock, lapTime, plain } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { pickedStretch, type Stretch } from '../model/stretch.js';
import { Problem, rest } from '../wire/rest.js';
import type { Channel } from '../wire/words.js';
import { dialogStyles } from './dialog-styles.js';
import { exportStyles } from './export-styles.js';
import { inputStyles } from './field-styles.js';

const MOST_SECONDS = 86_400;

/** Samples of the session as a file, which the browser downloads. */
@customElement('vc-export-dialog')
export class ExportDialog extends LitElement {
  static override styles = [base, controls, dialogStyles, inputStyles, exportStyles];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  @property() car: string | null = null;
  /** The lap that is looked at. */
  @property({ attribute: false }) lap: number | null = null;
  /** Of the chosen car. */
  @property({ attribute: false }) channels: Channel[] = [];
  /** Names of those that are traced. */
  @property({ attribute: false }) shown: string[] = [];
  @state() private wish: ExportChoice = USUAL_EXPORT;
  /** The cursor and what was picked out when the dialog was opened: both may move on meanwhile. */
  @state() private now_s = 0;
  @state() private stretch: Stretch | null = null;
  @state() private problem: Problem | null = null;
  @state() private state: 'ready' | 'asking' | 'begun' = 'ready';
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    if (!this.dialog.open) {
      const { car, lap } = this;
      this.now_s = this.store.now_s;
      this.stretch = pickedStretch(this.store);
      const part = this.stretch !== null ? 'stretch' : lap !== null ? 'lap' : 'session';
      this.choose({ cars: car === null ? [] : [car], part, lap });
      this.dialog.showModal();
    }
  }

  private get view(): ExportView {
    const { store, channels, shown, now_s, stretch } = this;
    const [only, ...others] = this.wish.cars;
    return {
      cars: store
        .timing.entries()
        .map(({ car }) => car)
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
      channels,
      shown,
      duration_s: store.timeline.end_s,
      now_s,
      stretch,
      laps: only === undefined || others.length > 0 ? [] : store.timing.allLaps(only),
    };
  }

  override render() {
    const { view } = this;
    const choice = fitting(this.wish, view);
    return html`<dialog aria-label="Export" data-testid="export">
      <div class="head">
        <h2>Export</h2>
        <button @click=${() => this.dialog.close()}>Close</button>
      </div>
      <form @submit=${(event: Event) => event.preventDefault()}>
        ${line('Format', this.formats(choice))} ${line('Cars', this.cars(choice, view), 'cars')}
        ${line('Channels', this.channelChoice(choice))} ${line('Part', this.parts(choice, view))} ${line('Rows', this.rows(choice))}
      </form>
      <div class="end">${this.end(choice, view)}</div>
    </dialog>`;
  }

  private formats(choice: ExportChoice) {
    const formats = Object.entries(EXPORT_FORMATS);
    return html`${select('Format', 'export-format', formats, choice.format, (format) => this.choose({ format: format as ExportFormat }))}
    ${choice.cars.length === 1 ? nothing : html`<span class="third">one file a car, in a ZIP archive</span>`}`;
  }

  private cars(choice: ExportChoice, view: ExportView) {
    return html`${toggle('All', choice.cars.length === 0, 'export-all-cars', () => this.choose({ cars: [] }))}
    ${view.cars.map((car) => toggle(car, choice.cars.includes(car), 'export-car', () => this.toggleCar(car)))}`;
  }

  private channelChoice({ channels }: ExportChoice) {
    const { shown, car } = this;
    const all = car === null ? nothing : `Car ${car} has ${this.channels.length}`;
    return html`${toggle(`Shown (${shown.length})`, channels === 'shown', 'export-shown', () => this.choose({ channels: 'shown' }))}
      ${toggle('All', channels === 'all', 'export-all-channels', () => this.choose({ channels: 'all' }))}
      <p class="note third">${channels === 'shown' ? shown.join(', ') : all}</p>`;
  }

  private parts(choice: ExportChoice, view: ExportView) {
    const part = (name: ExportPart, label: string, why: string | null = null) =>
      toggle(label, choice.part === name, `export-part-${name}`, () => this.choose({ part: name }), why);
    return html`${part('session', 'Whole session')}
      ${part('lap', 'A lap', view.laps.length === 0 ? 'Choose one car that has laps' : null)}
      ${part('stretch', 'Picked out', view.stretch === null ? 'Zoom in on a lap, or measure from a mark, and press x' : null)}
      ${part('last', 'Before the cursor')}
      <p class="note second" data-testid="export-span">${this.detail(choice, view)}</p>`;
  }

  private detail(choice: ExportChoice, { laps, stretch, duration_s, now_s }: ExportView) {
    switch (choice.part) {
      case 'session':
        return `All ${clock(duration_s)}`;
      case 'stretch':
        return stretch && lengthOf(stretch);
      case 'lap': {
        const shown = laps.map(({ number, time_s }): [string, string] => [String(number), `Lap ${number} · ${lapTime(time_s)}`]);
        return select('Lap', 'export-lap', shown, String(choice.lap), (lap) => this.choose({ lap: Number(lap) }));
      }
      case 'last':
        return html`<input
            type="number"
            min="1"
            max=${MOST_SECONDS}
            aria-label="Seconds"
            data-testid="export-seconds"
            .value=${String(choice.seconds)}
            @change=${(event: Event) => this.choose({ seconds: bounded(Number(textOf(event))) })}
          />
          s before ${clock(now_s)}`;
    }
  }

  private rows({ hz, filled, format }: ExportChoice) {
    const rates = EXPORT_RATES.map((each): [string, string] => [rateText(each), each === null ? 'as recorded' : `${each} Hz`]);
    const between: [string, string][] = [
      ['linear', 'between samples: on the line'],
      ['none', 'between samples: blank'],
    ];
    const chosen = filled ? 'linear' : 'none';
    return html`${select('Rate', 'export-rate', rates, rateText(hz), (rate) => this.choose({ hz: Number(rate) || null }), !filled)}
    ${select('Between samples', 'export-fill', between, chosen, (fill) => this.choose({ filled: fill === 'linear' }), format === 'motec-csv')}`;
  }

  private end(choice: ExportChoice, view: ExportView) {
    const href = rest.exportPath(this.session, parametersOf(choice, view));
    const asking = this.state === 'asking';
    return html`${this.said(choice, view)}
      <a
        class="button"
        data-testid="export-download"
        href=${href}
        download
        aria-disabled=${asking}
        @click=${(event: Event) => this.download(event, href)}
        >${asking ? 'Asking…' : 'Download'}</a
      >`;
  }

  private said(choice: ExportChoice, view: ExportView) {
    if (this.problem) {
      const { title, detail, remedy } = this.problem;
      return html`<p class="bad" role="alert" data-testid="export-problem">${title}: ${detail} <span class="second">${remedy}</span></p>`;
    }
    const begun = this.state === 'begun';
    return html`<p class="second" role="status" data-testid="export-rows">${begun ? 'The download has begun' : estimate(choice, view)}</p>`;
  }

  /** What the platform refuses is said here, before the browser makes a broken download of it. */
  private readonly download = async (event: Event, href: string): Promise<void> => {
    event.preventDefault();
    if (this.state === 'asking') {
      return;
    }
    this.state = 'asking';
    this.problem = null;
    try {
      await rest.tryDownload(href);
      const link = document.createElement('a');
      link.href = href;
      link.download = '';
      link.click();
      this.state = 'begun';
    } catch (cause) {
      this.problem = Problem.from(cause);
      this.state = 'ready';
    }
  };

  private toggleCar(car: string): void {
    const without = this.wish.cars.filter((each) => each !== car);
    this.choose({ cars: without.length < this.wish.cars.length ? without : [...without, car] });
  }

  private choose(changed: Partial<ExportChoice>): void {
    this.wish = { ...this.wish, ...changed };
    this.problem = null;
    this.state = 'ready';
  }
}

const line = (what: string, choices: unknown, className = '') =>
  html`<span class="what">${what}</span>
    <div class="choices ${className}" role="group" aria-label=${what}>${choices}</div>`;

/** @param why it cannot be chosen; null: it can */
const toggle = (label: string, pressed: boolean, testId: string, run: () => void, why: string | null = null) =>
  html`<button
    type="button"
    data-testid=${testId}
    aria-pressed=${pressed}
    ?disabled=${why !== null}
    title=${why ?? nothing}
    @click=${run}
  >
    ${label}
  </button>`;

/** @param options each by its value and its words */
const select = (
  label: string,
  testId: string,
  options: [string, string][],
  chosen: string,
  run: (value: string) => void,
  disabled = false,
) =>
  html`<select aria-label=${label} data-testid=${testId} ?disabled=${disabled} @change=${(event: Event) => run(textOf(event))}>
    ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
  </select>`;

const rateText = (hz: number | null): string => (hz === null ? '' : String(hz));

const lengthOf = ({ from_s, to_s, label }: Stretch): string =>
  `${(to_s - from_s).toFixed(3)} s, ${label}: ${clock(from_s)} to ${clock(to_s)}`;

function estimate(choice: ExportChoice, view: ExportView): string {
  const rows = rowsOf(choice, view);
  return rows === null
    ? 'How many rows is not known: no fixed rate'
    : `About ${plain(rows < 1_000 ? rows : Number(rows.toPrecision(2)))} rows`;
}

const bounded = (seconds: number): number => Math.min(MOST_SECONDS, Math.max(1, Math.round(seconds) || 1));

const textOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
