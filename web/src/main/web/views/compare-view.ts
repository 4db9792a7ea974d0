import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { otherLine } from '../charts/lap-lines.js';
import { STACK_KEYS } from '../charts/stack-keys.js';
import { base, controls } from '../design/styles.js';
import { chosenChannels, inOrder, rememberChannels, rememberedChannels } from '../model/channel-look.js';
import { laidOver, type ComparedLaps } from '../model/compared-laps.js';
import { MOST_OTHERS } from '../model/comparison.js';
import { ComparisonFeed } from '../model/comparison-feed.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { PlotLink, indexNear } from '../model/plot-link.js';
import { hrefOf } from '../model/routes.js';
import { channelKeys, type ChannelDialogs } from '../parts/channel-dialogs.js';
import '../parts/channel-dialogs.js';
import '../parts/compare-legend.js';
import '../parts/compare-stage.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import '../parts/lap-picker.js';
import '../parts/measure-tools.js';
import '../parts/note.js';
import { Poll } from '../wire/poll.js';
import { Problem, rest, type LapAddress } from '../wire/rest.js';
import type { Channel, Session } from '../wire/words.js';
import { compareStyles } from './compare-styles.js';

const FAST = 10;

/** Two or more laps by distance: where is time lost, and by what. */
@customElement('vc-compare-view')
export class CompareView extends LitElement {
  static override styles = [base, controls, compareStyles];

  @property({ attribute: false }) reference: LapAddress | null = null;
  @property({ attribute: false }) others: LapAddress[] = [];
  @state() private sessions: Session[] = [];
  @state() private shown: ComparedLaps | null = null;
  @state() private channels: Channel[] = [];
  @state() private chosen: string[] = [];
  /** Index of the other lap that picker, map and readout are about. */
  @state() private focused = 0;
  /** The next lap that is picked joins the others. */
  @state() private adding = false;
  @state() private statistics = false;
  @state() private loading = false;
  @state() private problem: Problem | null = null;
  /** Why there is nothing to choose from; a comparison that the address names stands without it. */
  @state() private listProblem: Problem | null = null;
  @query('vc-channel-dialogs') private dialogs!: ChannelDialogs | null;
  @query('vc-keys-help') private help!: KeysHelp | null;

  private readonly link = new PlotLink();
  private readonly feed = new ComparisonFeed(rest);
  private request = new AbortController();
  /** Until it was had once. */
  private readonly list = new Poll((signal) => this.loadSessions(signal), () => null);

  constructor() {
    super();
    new Keys(this, () => this.bindings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Compare · VitalCORE';
    this.list.now();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request.abort();
    this.list.stop();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('reference')) {
      this.link.zoomTo(null);
      this.link.markAt(null);
    }
    if (changed.has('reference') || changed.has('others')) {
      this.focused = Math.max(0, Math.min(this.focused, this.others.length - 1));
      void this.load();
    }
  }

  override updated(): void {
    // Beneath here 'the other' is the lap in focus.
    const colour = otherLine(this.focused, '').colour;
    this.style.setProperty('--other', colour);
  }

  private async loadSessions(signal: AbortSignal): Promise<void> {
    try {
      this.sessions = (await rest.sessions(signal)).sessions;
      this.listProblem = null;
    } catch (cause) {
      if (!signal.aborted) {
        this.listProblem = Problem.from(cause);
      }
      throw cause;
    }
  }

  private async load(): Promise<void> {
    const { reference, others } = this;
    this.request.abort();
    const request = (this.request = new AbortController());
    this.problem = null;
    this.loading = reference !== null && others.length > 0;
    if (!reference || others.length === 0) {
      this.shown = null;
      return;
    }
    try {
      await this.loadLaps(reference, others, request.signal);
    } catch (cause) {
      if (!request.signal.aborted) {
        this.problem = Problem.from(cause);
      }
    } finally {
      if (request === this.request) {
        this.loading = false;
      }
    }
  }

  private async loadLaps(reference: LapAddress, others: LapAddress[], signal: AbortSignal): Promise<void> {
    const channels = inOrder(await this.feed.channels(reference, others));
    const chosen = chosenChannels(channels, rememberedChannels());
    const [all, timed, track] = await Promise.all([
      signal.aborted ? [] : this.feed.overlays(reference, others, chosen, signal),
      this.feed.timed([reference, ...others]),
      // The gates are only marks in the panels: without them the comparison still stands.
      rest.track(reference.session).catch(() => null),
    ]);
    if (!signal.aborted) {
      [this.channels, this.chosen] = [channels, chosen];
      this.show(laidOver(reference, all, timed, track));
    }
  }

  private show(shown: ComparedLaps): void {
    this.shown = shown;
    if (this.link.cursor === null) {
      this.link.moveTo(shown.comparison.distance_m[0] ?? 0);
    }
  }

  override render() {
    return html`${this.head()} ${this.content()}
      <vc-channel-dialogs
        .session=${this.reference?.session ?? ''}
        .car=${this.reference?.car ?? null}
        .channels=${this.channels}
        .chosen=${this.chosen}
        @channels-chosen=${(event: CustomEvent<string[]>) => this.chooseChannels(event.detail)}
        @math-changed=${() => this.mathChanged()}
      ></vc-channel-dialogs>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  private head() {
    const focused = this.others[this.focused] ?? null;
    return html`<div class="head">
        <vc-lap-picker
          purpose="reference"
          .sessions=${this.sessions}
          .value=${this.reference}
          @lap-picked=${(event: CustomEvent<LapAddress>) => this.go(event.detail, this.others)}
        ></vc-lap-picker>
        <button title="Swap the laps (x)" aria-label="Swap the laps" @click=${() => this.swap()}>⇄</button>
        <vc-lap-picker
          purpose="other"
          .sessions=${this.sessions}
          .value=${this.adding ? null : focused}
          @lap-picked=${(event: CustomEvent<LapAddress>) => this.pick(event.detail)}
        ></vc-lap-picker>
      </div>
      <div class="second-row">
        ${this.shown
          ? html`<vc-compare-legend
              .reference=${this.shown.reference}
              .others=${this.shown.all}
              .timed=${this.shown.timed}
              .focused=${this.focused}
              @lap-focused=${(event: CustomEvent<number>) => this.focusOn(event.detail)}
              @lap-removed=${(event: CustomEvent<number>) => this.drop(event.detail)}
            ></vc-compare-legend>`
          : nothing}
        <div class="tools">${this.tools()}</div>
      </div>`;
  }

  private tools() {
    const nothingShown = this.shown === null;
    const full = this.others.length === 0 || this.others.length >= MOST_OTHERS;
    return html`<button
        data-testid="add-lap"
        title=${this.others.length >= MOST_OTHERS ? `More than ${MOST_OTHERS} other laps cannot be told apart` : 'The next lap that you pick joins the others (a)'}
        aria-pressed=${this.adding}
        ?disabled=${full}
        @click=${() => (this.adding = !this.adding)}
      >
        Add lap
      </button>
      <vc-measure-tools
        .link=${this.link}
        .statistics=${this.statistics}
        ?disabled=${nothingShown}
        zoomable
        @statistics-wanted=${(event: CustomEvent<boolean>) => (this.statistics = event.detail)}
      ></vc-measure-tools>
      <button data-testid="choose-channels" ?disabled=${nothingShown} @click=${() => this.dialogs?.open()}>Channels</button>`;
  }

  private content() {
    const problem = this.problem ?? (this.shown || this.loading ? null : this.listProblem);
    if (problem) {
      const { title, detail, remedy } = problem;
      return html`<vc-note class="start" kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    if (this.shown) {
      return html`<vc-compare-stage
        .shown=${this.shown}
        .focused=${this.focused}
        .link=${this.link}
        ?statistics=${this.statistics}
        ?loading=${this.loading}
      ></vc-compare-stage>`;
    }
    return this.loading
      ? html`<vc-note class="start" kind="loading" heading="Laps"></vc-note>`
      : html`<vc-note
          class="start"
          data-testid="compare-empty"
          heading="Choose two laps or more"
          detail="A reference and other laps, of any session and any car. In a session, 'Compare' beside a lap brings it here."
        ></vc-note>`;
  }

  private go(reference: LapAddress | null, others: LapAddress[]): void {
    location.hash = hrefOf({ view: 'compare', reference, others });
  }

  private pick(lap: LapAddress): void {
    const next = [...this.others];
    const at = this.adding ? next.length : this.focused;
    next[at] = lap;
    this.adding = false;
    this.focused = at;
    this.go(this.reference, next);
  }

  private focusOn(index: number): void {
    this.adding = false;
    this.focused = index;
  }

  private drop(index: number): void {
    if (index < this.focused) {
      this.focused -= 1;
    }
    this.go(
      this.reference,
      this.others.filter((_, i) => i !== index),
    );
  }

  private swap(): void {
    const { reference, others, focused } = this;
    const other = others[focused] ?? null;
    const rest = others.map((each, i) => (i === focused ? reference : each)).filter((each) => each !== null);
    this.go(other, other === null && reference ? [reference] : rest);
  }

  private chooseChannels(names: string[]): void {
    rememberChannels(names);
    void this.load();
  }

  private mathChanged(): void {
    this.feed.forget();
    void this.load();
  }

  /** Moves from point to point of the comparison, so that each press reads another value. */
  private step(points: number): void {
    const distances = this.shown?.comparison.distance_m ?? [];
    const at = indexNear(distances, this.link.cursor ?? 0) + points;
    this.link.moveTo(distances[Math.min(distances.length - 1, Math.max(0, at))] ?? null);
  }

  /** The next of the other laps. */
  private focusNext(): void {
    this.focusOn((this.focused + 1) % Math.max(1, this.others.length));
  }

  private readonly bindings: KeyBinding[] = [
    { keys: ['ArrowRight'], shown: ['→'], does: 'Cursor forward; with Shift ten points', run: (e) => this.step(e.shiftKey ? FAST : 1) },
    { keys: ['ArrowLeft'], shown: ['←'], does: 'Cursor back; with Shift ten points', run: (e) => this.step(e.shiftKey ? -FAST : -1) },
    { keys: ['Home'], shown: ['Home'], does: 'Start of the lap', run: () => this.step(-Infinity) },
    { keys: ['End'], shown: ['End'], does: 'End of the lap', run: () => this.step(Infinity) },
    { keys: ['z', 'Escape'], shown: ['z', 'Esc'], does: 'Whole lap; drag over a panel to zoom in', run: () => this.link.zoomTo(null) },
    { keys: ['x'], shown: ['x'], does: 'Swap the laps', run: () => this.swap() },
    { keys: ['a'], shown: ['a'], does: 'Add a lap: the next that is picked joins the others', run: () => (this.adding = this.others.length > 0 && this.others.length < MOST_OTHERS) },
    { keys: ['n'], shown: ['n'], does: 'Next of the other laps into focus', run: () => this.focusNext() },
    ...STACK_KEYS.map((key) => ({ ...key, run: () => undefined })),
    ...channelKeys(() => this.dialogs),
    { keys: ['?'], shown: ['?'], does: 'Show the keys', run: () => this.help?.open() },
  ];
}
