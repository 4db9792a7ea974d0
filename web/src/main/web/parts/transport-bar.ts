import { LitElement, html, nothing, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { provisionalOf } from '../model/finality.js';
import { clock } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { giveBack } from '../model/keys.js';
import { StoreController } from '../model/store-controller.js';
import { DELAYS_S, RATES } from '../model/timeline.js';
import { endOf } from '../model/past-entries.js';
import { timeLineStyles } from './time-line-styles.js';
import { transportStyles } from './transport-styles.js';

const STEP_S = 10;
/** The cursor has moved visibly when it is so small a part of the line further. */
const SEEN_PARTS = 500;

/** The one cursor in time of all views: where it stands, and how it moves. */
@customElement('vc-transport-bar')
export class TransportBar extends LitElement {
  static override styles = [base, controls, timeLineStyles, transportStyles];

  @property({ attribute: false }) store!: FrameStore;
  /** The car of which the laps are marked. */
  @property() car: string | null = null;
  @query('input') private slider!: HTMLInputElement | null;
  @query('.now') private now!: HTMLElement | null;
  @query('.end') private end!: HTMLElement | null;
  /** For which moment the marks and flags were drawn last. */
  private marked: { at_s: number; end_s: number } | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.show());
  }

  override render() {
    const { timeline, session } = this.store;
    const live = session?.state === 'live';
    const { motion } = timeline;
    const rate = motion.kind === 'playing' ? motion.rate : timeline.rate;
    return html`<button data-testid="to-start" title="To the beginning (Home)" aria-label="To the beginning" @click=${() => this.seek(0)}>
        ${icon('M3 2h2v10H3zM12 2v10L6 7z')}
      </button>
      <button class="roomy" title="Ten seconds back (←)" aria-label="−10 seconds" @click=${() => this.step(-STEP_S)}>−10</button>
      <button
        data-testid="play"
        aria-pressed=${timeline.running}
        title=${timeline.running ? 'Pause (Space)' : 'Play (Space)'}
        aria-label=${timeline.running ? 'Pause' : 'Play'}
        @click=${() => this.store.move((each) => each.toggle())}
      >
        ${timeline.running ? icon('M3 2h3v10H3zM8 2h3v10H8z') : icon('M3 1l9 6-9 6z')}
      </button>
      <button class="roomy" title="Ten seconds on (→)" aria-label="+10 seconds" @click=${() => this.step(STEP_S)}>+10</button>
      <select class="roomy" data-testid="rate" aria-label="Speed" title="Speed" @change=${this.chooseRate}>
        ${RATES.map((each) => html`<option value=${each} ?selected=${each === rate}>${each}×</option>`)}
      </select>
      <div class="line" title=${this.finalText() || nothing}>
        <svg class="marks" aria-hidden="true">${this.flags()}${this.marks()}</svg>
        <input type="range" data-testid="scrub" min="0" step="0.1" aria-label="Time in the session" aria-description=${this.finalText() || nothing} @input=${this.scrub} />
      </div>
      <span class="times"><b class="now" data-testid="cursor"></b> <span class="roomy">/ <span class="end"></span></span></span>
      ${live
        ? html`<select class="roomy" data-testid="delay" aria-label="Delay" title="Show everything so much later" @change=${this.chooseDelay}>
              <option value="0" ?selected=${motion.kind !== 'delayed'}>no delay</option>
              ${DELAYS_S.map(
                (each) =>
                  html`<option value=${each} ?selected=${motion.kind === 'delayed' && motion.by_s === each}>${each} s late</option>`,
              )}
            </select>
            <button
              class="edge"
              data-testid="back-to-now"
              aria-pressed=${motion.kind === 'live'}
              title="Back to what happens now (End)"
              @click=${() => this.store.move((each) => each.goLive())}
            >
              Live
            </button>`
        : html`<button title="To the end (End)" data-testid="to-end" aria-label="To the end" @click=${() => this.store.move((each) => each.goLive())}>
            ${icon('M10 2h2v10h-2zM3 2v10l6-5z')}
          </button>`}
      <span class="break"></span>`;
  }

  override updated(): void {
    const { at_s, newest_s } = this.store.timeline;
    this.marked = { at_s, end_s: Math.max(newest_s, 1) };
    this.show();
  }

  /** The slider and the times move with each frame: nothing of it is rendered anew. */
  private show(): void {
    const { timeline } = this.store;
    const { slider } = this;
    const at = timeline.at_s;
    const end = Math.max(timeline.newest_s, 1);
    if (this.marked && Math.abs(at - this.marked.at_s) + end - this.marked.end_s > end / SEEN_PARTS) {
      this.requestUpdate();
    }
    if (slider) {
      slider.max = end.toFixed(1);
      slider.value = at.toFixed(1);
      slider.style.setProperty('--done', `${((100 * at) / end).toFixed(2)}%`);
      const { final_s } = this.store.finality.session;
      slider.style.setProperty('--final', `${((100 * Math.min(end, final_s)) / end).toFixed(2)}%`);
      slider.dataset['final'] = Number.isFinite(final_s) ? final_s.toFixed(1) : 'all';
      slider.setAttribute('aria-valuetext', clock(at));
    }
    if (this.now && this.end) {
      this.now.textContent = clock(at);
      this.now.dataset['at'] = at.toFixed(2);
      this.end.textContent = clock(end);
    }
  }

  /** Empty where nothing is held back. */
  private finalText(): string {
    const provisional = provisionalOf(this.store.finality.session);
    return provisional ? `Hatched is ${provisional.word}` : '';
  }

  /** Up to the cursor: a flag that came later is told nowhere. */
  private flags() {
    const { timeline, control } = this.store;
    const end = Math.max(timeline.newest_s, 1);
    return control
      .spans(timeline.at_s)
      .filter(({ flag }) => flag !== 'green' && flag !== 'chequered')
      .map(({ flag, from_s, to_s }) => {
        const [x, width] = [`${((100 * from_s) / end).toFixed(2)}%`, `${((100 * (to_s - from_s)) / end).toFixed(2)}%`];
        return svg`<rect class=${flag} x=${x} width=${width} y="22" height="4"></rect>`;
      });
  }

  private marks() {
    const end = Math.max(this.store.timeline.newest_s, 1);
    const laps = this.store.timing.laps(this.car);
    return laps.length > 400
      ? nothing
      : laps
          .map(endOf)
          .filter((at) => at <= end)
          .map((at) => {
            const x = `${((100 * at) / end).toFixed(2)}%`;
            return svg`<line x1=${x} x2=${x} y1="1" y2="7"></line>`;
          });
  }

  private seek(at_s: number): void {
    this.store.move((timeline) => timeline.seek(at_s));
  }

  private step(by_s: number): void {
    this.store.move((timeline) => timeline.step(by_s));
  }

  private readonly scrub = (): void => {
    this.seek(Number(this.slider?.value ?? 0));
  };

  private readonly chooseRate = (event: Event): void => {
    const rate = Number((event.target as HTMLSelectElement).value);
    this.store.move((timeline) => timeline.play(rate));
    giveBack(event.target);
  };

  private readonly chooseDelay = (event: Event): void => {
    const delay = Number((event.target as HTMLSelectElement).value);
    this.store.move((timeline) => (delay === 0 ? timeline.goLive() : timeline.delay(delay)));
    giveBack(event.target);
  };
}

const icon = (path: string) => html`<svg viewBox="0 0 14 14" aria-hidden="true"><path d=${path}></path></svg>`;
