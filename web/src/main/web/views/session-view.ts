import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { chosenChannels, inOrder, rememberChannels, rememberedChannels } from '../model/channel-look.js';
import { FrameStore } from '../model/frame-store.js';
import { PLACE_CHANNELS, type Place } from '../model/ground.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { hrefOf } from '../model/routes.js';
import { ScreenClock } from '../model/screen-clock.js';
import { SessionFeed } from '../model/session-feed.js';
import { StoreController } from '../model/store-controller.js';
import { timelineKeys } from '../model/timeline-keys.js';
import '../parts/car-map.js';
import type { ChannelPicker } from '../parts/channel-picker.js';
import '../parts/channel-picker.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import '../parts/lap-list.js';
import '../parts/note.js';
import '../parts/panel.js';
import '../parts/session-head.js';
import '../parts/source-health.js';
import '../parts/timing-key.js';
import '../parts/timing-table.js';
import '../parts/traces-panel.js';
import '../parts/transport-bar.js';
import '../parts/warnings-feed.js';
import { rest, type Problem } from '../wire/rest.js';
import type { Channel } from '../wire/words.js';
import { sessionStyles } from './session-styles.js';

const TABS = ['timing', 'traces', 'map', 'feed'] as const;

/** One session, live or stored: what an engineer watches from the pit wall. */
@customElement('vc-session-view')
export class SessionView extends LitElement {
  static override styles = [base, controls, sessionStyles];

  @property() session = '';
  @property() car: string | null = null;
  @property({ type: Number }) lap: number | null = null;
  @state() store = new FrameStore();
  @state() private problem: Problem | null = null;
  @state() private channels: Channel[] = [];
  @state() private chosen: string[] = [];
  @state() private cursorPlace: Place | null = null;
  @state() private tab: (typeof TABS)[number] = 'timing';
  @query('vc-channel-picker') private picker!: ChannelPicker | null;
  @query('vc-keys-help') private help!: KeysHelp | null;

  private feed: SessionFeed | null = null;
  private channelsOf: string | null = null;
  private ledAtFirst: string | null = null;
  /** Kept between renderings: a new list would build all panels anew. */
  private shown: Channel[] = [];
  private placeChannels: string[] = [];

  constructor() {
    super();
    new StoreController(this);
    new ScreenClock(this);
    new Keys(this, () => this.bindings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
    this.feed = this.channelsOf = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was asked for before may still be answered when nobody looks any more.
    if (!this.isConnected) {
      return;
    }
    if (changed.has('session') || this.feed === null) {
      this.begin();
    }
    if (changed.has('channels') || changed.has('chosen')) {
      this.shown = this.channels.filter((channel) => this.chosen.includes(channel.name));
    }
    const car = this.shownCar;
    if (car !== null && this.channelsOf !== car) {
      this.channelsOf = car;
      void this.loadChannels(car);
    }
  }

  private begin(): void {
    this.feed?.stop();
    this.store = new FrameStore();
    this.channelsOf = this.ledAtFirst = null;
    this.feed = new SessionFeed(this.session, this.store, (problem) => (this.problem = problem));
    void this.feed.start();
  }

  private async loadChannels(car: string): Promise<void> {
    // A car that has just begun to send has no channels yet; they come with its first block.
    const { feed } = this;
    const channels = await rest.channels(this.session, car).catch(() => []);
    if (this.channelsOf !== car || this.feed !== feed) {
      return;
    }
    this.channels = inOrder(channels);
    this.placeChannels = channels.map(({ name }) => name).filter((name) => PLACE_CHANNELS.includes(name));
    this.chosen = chosenChannels(this.channels, rememberedChannels());
    this.subscribe();
    if (channels.length === 0) {
      window.setTimeout(() => this.channelsOf === car && void this.loadChannels(car), 1_000);
    }
  }

  private subscribe(): void {
    if (this.shownCar !== null) {
      this.feed?.trace(this.shownCar, this.chosen);
    }
  }

  /** The chosen car; else the one that led at first, which stays when the lead changes. */
  private get shownCar(): string | null {
    this.ledAtFirst ??= this.store.entries()[0]?.car ?? null;
    return this.store.entry(this.car)?.car ?? this.ledAtFirst;
  }

  /** The chosen lap; at the end of a stored session nothing happens, so there it is the best lap when none is chosen. */
  private get shownLap(): number | null {
    const { session, timeline } = this.store;
    if (this.lap !== null || session?.state !== 'stored' || !timeline.atEnd) {
      return this.lap;
    }
    return this.store.entry(this.shownCar)?.best_lap ?? this.store.laps(this.shownCar).at(-1)?.number ?? null;
  }

  override render() {
    if (this.problem) {
      const { title, detail, remedy } = this.problem;
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}>
        <p class="away"><a class="button" href="#/">All sessions</a></p>
      </vc-note>`;
    }
    if (!this.store.session) {
      return html`<vc-note kind="loading" heading="Session" detail=${this.session}></vc-note>`;
    }
    document.title = `${this.store.session.title} · VitalCORE`;
    return html`<vc-session-head .store=${this.store}></vc-session-head>
      <vc-transport-bar .store=${this.store} .car=${this.shownCar}></vc-transport-bar>
      ${this.grid()} ${this.tabs()}
      <vc-channel-picker
        .channels=${this.channels}
        .chosen=${this.chosen}
        @channels-chosen=${(event: CustomEvent<string[]>) => this.chooseChannels(event.detail)}
      ></vc-channel-picker>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  private grid() {
    const car = this.shownCar;
    const { store } = this;
    const warnings = store.warnings.length;
    return html`<div
      class="grid"
      data-tab=${this.tab}
      data-fresh=${this.store.fresh}
      @car-chosen=${(event: CustomEvent<string>) => this.go(event.detail, null)}
      @lap-chosen=${(event: CustomEvent<number>) => this.go(car, event.detail)}
    >
      <div class="timing">
        <vc-panel class="table" heading="Timing">
          <span slot="aside" class="second" data-testid="order"
            >position and gap by best lap${store.entries().some((entry) => entry.sectors > 1) ? html`<span class="roomy"> · latest sectors</span>` : nothing}</span
          >
          <vc-timing-table .store=${store} .selected=${car}></vc-timing-table>
        </vc-panel>
        <vc-panel class="laps" heading=${car === null ? 'Laps' : `Laps of car ${car}`}>
          <vc-lap-list .store=${store} .car=${car} .selected=${this.shownLap}></vc-lap-list>
        </vc-panel>
        <vc-timing-key></vc-timing-key>
      </div>
      <vc-traces-panel
        class="traces"
        .store=${store}
        .session=${this.session}
        .car=${car}
        .lap=${this.shownLap}
        .channels=${this.shown}
        .placeChannels=${this.placeChannels}
        @live-chosen=${() => this.go(car, null)}
        @channels-wanted=${() => this.picker?.open()}
        @place-at-cursor=${(event: CustomEvent<Place | null>) => (this.cursorPlace = event.detail)}
      ></vc-traces-panel>
      <vc-panel class="map" heading="Track">
        <vc-car-map
          .store=${store}
          .selected=${car}
          .selectedPlace=${this.shownLap === null ? null : this.cursorPlace}
          .placeChannels=${this.channels.length === 0 ? null : this.placeChannels}
        ></vc-car-map>
      </vc-panel>
      <div class="feed">
        <vc-panel heading="Warnings">
          ${warnings > 0 ? html`<span slot="aside" class="warn" data-testid="warning-count">${warnings}</span>` : nothing}
          <vc-warnings-feed .store=${store}></vc-warnings-feed>
        </vc-panel>
        <vc-panel heading="Sources"><vc-source-health .session=${this.session}></vc-source-health></vc-panel>
      </div>
    </div>`;
  }

  private tabs() {
    const warnings = this.store.warnings.length;
    return html`<div class="tabs" role="tablist">
      ${TABS.map(
        (tab) =>
          html`<button role="tab" aria-selected=${tab === this.tab} @click=${() => (this.tab = tab)}>
            ${tab[0]?.toUpperCase()}${tab.slice(1)}${tab === 'feed' && warnings > 0
              ? html`<span class="warn" aria-label="${warnings} warnings">${warnings}</span>`
              : nothing}
          </button>`,
      )}
    </div>`;
  }

  private go(car: string | null, lap: number | null): void {
    location.hash = hrefOf({ view: 'session', id: this.session, car, lap });
  }

  private chooseChannels(names: string[]): void {
    this.chosen = names;
    rememberChannels(names);
    this.subscribe();
  }

  private stepCar(step: number): void {
    const cars = this.store.entries().map((entry) => entry.car);
    const at = cars.indexOf(this.shownCar ?? '');
    const next = cars[Math.min(cars.length - 1, Math.max(0, at + step))];
    if (next !== undefined) {
      this.go(next, null);
    }
  }

  private readonly bindings: KeyBinding[] = [
    { keys: ['ArrowDown', 'j'], shown: ['↓', 'j'], does: 'Next car', run: () => this.stepCar(1) },
    { keys: ['ArrowUp', 'k'], shown: ['↑', 'k'], does: 'Car before', run: () => this.stepCar(-1) },
    { keys: ['c', '/'], shown: ['c', '/'], does: 'Choose channels', run: () => this.picker?.open() },
    ...timelineKeys(
      () => this.store,
      () => this.shownCar,
    ),
    { keys: ['?'], shown: ['?'], does: 'Show the keys', run: () => this.help?.open() },
  ];
}
