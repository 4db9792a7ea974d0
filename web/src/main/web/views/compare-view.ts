import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PanelMark } from '../charts/panel-drawing.js';
import { base, controls } from '../design/styles.js';
import { chosenChannels, inOrder, rememberChannels, rememberedChannels } from '../model/channel-look.js';
import { gateMarks } from '../model/gate-marks.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { lapDifference } from '../model/lap-difference.js';
import { PlotLink, indexNear } from '../model/plot-link.js';
import { hrefOf } from '../model/routes.js';
import { beginsAtLine } from '../model/timed-laps.js';
import type { ChannelPicker } from '../parts/channel-picker.js';
import '../parts/channel-picker.js';
import '../parts/compare-map.js';
import '../parts/compare-panels.js';
import '../parts/cursor-readout.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import '../parts/lap-picker.js';
import '../parts/note.js';
import '../parts/panel.js';
import { Problem, rest, type LapAddress } from '../wire/rest.js';
import type { Channel, Lap, Overlay, Session, Track } from '../wire/words.js';
import { compareStyles } from './compare-styles.js';

const FAST = 10;
const RETRY_AFTER_MS = 3_000;

/** Only what both cars have can be compared. */
function inBoth(reference: Channel[], other: Channel[]): Channel[] {
  const names = new Set(other.map((channel) => channel.name));
  return reference.filter((channel) => names.has(channel.name));
}

/** The lap as it is timed. How well it is known is only a remark: without it the comparison still stands. */
async function timedLap({ session, car, lap }: LapAddress): Promise<Lap | undefined> {
  const answer = await rest.laps(session, car).catch(() => null);
  return answer?.laps.find(({ number }) => number === lap);
}

/** Two laps by distance: where is time lost, and by what. */
@customElement('vc-compare-view')
export class CompareView extends LitElement {
  static override styles = [base, controls, compareStyles];

  @property({ attribute: false }) reference: LapAddress | null = null;
  @property({ attribute: false }) other: LapAddress | null = null;
  @state() private sessions: Session[] = [];
  @state() private overlay: Overlay | null = null;
  @state() private track: Track | null = null;
  @state() private timed: { reference?: Lap | undefined; other?: Lap | undefined } = {};
  @state() private channels: Channel[] = [];
  @state() private chosen: string[] = [];
  @state() private loading = false;
  @state() private problem: Problem | null = null;
  /** Why there is nothing to choose from; a comparison that the address names stands without it. */
  @state() private listProblem: Problem | null = null;
  @query('vc-channel-picker') private picker!: ChannelPicker | null;
  @query('vc-keys-help') private help!: KeysHelp | null;

  private readonly link = new PlotLink();
  private marks: PanelMark[] = [];
  private request = new AbortController();
  private retryTimer = 0;

  constructor() {
    super();
    new Keys(this, () => this.bindings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Compare · VitalCORE';
    void this.loadSessions();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request.abort();
    window.clearTimeout(this.retryTimer);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('reference') || changed.has('other')) {
      this.link.zoomTo(null);
      void this.load();
    }
    if (changed.has('overlay') || changed.has('track')) {
      this.marks = this.overlay ? gateMarks(this.overlay, this.track) : [];
    }
  }

  private async loadSessions(): Promise<void> {
    try {
      this.sessions = await rest.sessions();
      this.listProblem = null;
    } catch (cause) {
      this.listProblem = Problem.from(cause);
      if (this.isConnected) {
        this.retryTimer = window.setTimeout(() => void this.loadSessions(), RETRY_AFTER_MS);
      }
    }
  }

  private async load(): Promise<void> {
    const { reference, other } = this;
    this.request.abort();
    const request = (this.request = new AbortController());
    this.problem = null;
    this.loading = reference !== null && other !== null;
    if (!reference || !other) {
      this.overlay = null;
      return;
    }
    const { signal } = request;
    try {
      await this.loadChannels(reference, other, signal);
      if (!signal.aborted) {
        await this.loadOverlay(reference, other, signal);
      }
    } catch (cause) {
      if (!signal.aborted) {
        this.problem = Problem.from(cause);
      }
    } finally {
      if (request === this.request) {
        this.loading = false;
      }
    }
  }

  private async loadChannels(reference: LapAddress, other: LapAddress, signal: AbortSignal): Promise<void> {
    const [ofReference, ofOther] = await Promise.all([
      rest.channels(reference.session, reference.car),
      rest.channels(other.session, other.car),
    ]);
    if (!signal.aborted) {
      this.channels = inOrder(inBoth(ofReference, ofOther));
      this.chosen = chosenChannels(this.channels, rememberedChannels());
    }
  }

  private async loadOverlay(reference: LapAddress, other: LapAddress, signal: AbortSignal): Promise<void> {
    const [overlay, track, timedReference, timedOther] = await Promise.all([
      rest.overlay(reference, other, this.chosen, signal),
      // The gates are only marks in the panels: without them the comparison still stands.
      rest.track(reference.session).catch(() => null),
      timedLap(reference),
      timedLap(other),
    ]);
    if (!signal.aborted) {
      this.track = track;
      this.timed = { reference: timedReference, other: timedOther };
      this.show(overlay);
    }
  }

  private show(overlay: Overlay): void {
    this.overlay = overlay;
    if (this.link.cursor === null) {
      this.link.moveTo(overlay.distance_m[0] ?? 0);
    }
  }

  override render() {
    return html`${this.head()} ${this.content()}
      <vc-channel-picker
        .channels=${this.channels}
        .chosen=${this.chosen}
        @channels-chosen=${(event: CustomEvent<string[]>) => this.chooseChannels(event.detail)}
      ></vc-channel-picker>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  private head() {
    return html`<div class="head">
      <vc-lap-picker
        purpose="reference"
        .sessions=${this.sessions}
        .value=${this.reference}
        @lap-picked=${(event: CustomEvent<LapAddress>) => this.go(event.detail, this.other)}
      ></vc-lap-picker>
      <button title="Swap the laps (x)" aria-label="Swap the laps" @click=${() => this.go(this.other, this.reference)}>⇄</button>
      <vc-lap-picker
        purpose="other"
        .sessions=${this.sessions}
        .value=${this.other}
        @lap-picked=${(event: CustomEvent<LapAddress>) => this.go(this.reference, event.detail)}
      ></vc-lap-picker>
      <div class="tools">
        <button data-testid="reset-zoom" ?disabled=${!this.overlay} @click=${() => this.link.zoomTo(null)}>Whole lap</button>
        <button data-testid="choose-channels" ?disabled=${!this.overlay} @click=${() => this.picker?.open()}>Channels</button>
      </div>
    </div>`;
  }

  private content() {
    const problem = this.problem ?? (this.overlay || this.loading ? null : this.listProblem);
    if (problem) {
      const { title, detail, remedy } = problem;
      return html`<vc-note class="start" kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    const { overlay, link } = this;
    if (!overlay) {
      return this.loading
        ? html`<vc-note class="start" kind="loading" heading="Laps"></vc-note>`
        : html`<vc-note
            class="start"
            data-testid="compare-empty"
            heading="Choose two laps"
            detail="A reference and another lap, of any session and any car. In a session, 'Compare' beside a lap brings it here."
          ></vc-note>`;
    }
    const difference = lapDifference(overlay.delta_s.at(-1), this.timed.reference, this.timed.other);
    return html`<div class="grid" aria-busy=${this.loading} data-testid="compare">
      <vc-panel class="panels" heading="By distance">
        <span slot="aside" class="second" data-testid="lap-delta" title=${difference.reason ?? nothing}
          >other ${difference.text} over the lap</span
        >
        <vc-compare-panels .overlay=${overlay} .link=${link} .marks=${this.marks}></vc-compare-panels>
      </vc-panel>
      <vc-panel class="map" heading="Where">
        <vc-compare-map
          .overlay=${overlay}
          .gates=${this.track?.gates ?? []}
          .link=${link}
          ?fromStart=${beginsAtLine(this.timed.reference)}
        ></vc-compare-map>
      </vc-panel>
      <vc-panel class="readout" heading="At the cursor">
        <vc-cursor-readout .overlay=${overlay} .link=${link}></vc-cursor-readout>
      </vc-panel>
    </div>`;
  }

  private go(reference: LapAddress | null, other: LapAddress | null): void {
    location.hash = hrefOf({ view: 'compare', reference, other });
  }

  private chooseChannels(names: string[]): void {
    rememberChannels(names);
    void this.load();
  }

  /** Moves from point to point of the overlay, so that each press reads another value. */
  private step(points: number): void {
    const distances = this.overlay?.distance_m ?? [];
    const at = indexNear(distances, this.link.cursor ?? 0) + points;
    this.link.moveTo(distances[Math.min(distances.length - 1, Math.max(0, at))] ?? null);
  }

  private readonly bindings: KeyBinding[] = [
    { keys: ['ArrowRight'], shown: ['→'], does: 'Cursor forward; with Shift ten points', run: (e) => this.step(e.shiftKey ? FAST : 1) },
    { keys: ['ArrowLeft'], shown: ['←'], does: 'Cursor back; with Shift ten points', run: (e) => this.step(e.shiftKey ? -FAST : -1) },
    { keys: ['Home'], shown: ['Home'], does: 'Start of the lap', run: () => this.step(-Infinity) },
    { keys: ['End'], shown: ['End'], does: 'End of the lap', run: () => this.step(Infinity) },
    { keys: ['z', 'Escape'], shown: ['z', 'Esc'], does: 'Whole lap; drag over a panel to zoom in', run: () => this.link.zoomTo(null) },
    { keys: ['x'], shown: ['x'], does: 'Swap the laps', run: () => this.go(this.other, this.reference) },
    { keys: ['c', '/'], shown: ['c', '/'], does: 'Choose channels', run: () => this.picker?.open() },
    { keys: ['?'], shown: ['?'], does: 'Show the keys', run: () => this.help?.open() },
  ];
}
