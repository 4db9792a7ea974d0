import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { chosenChannels, inOrder, rememberChannels, rememberedChannels } from '../model/channel-look.js';
import { FrameStore, KEPT_S } from '../model/frame-store.js';
import { instant } from '../model/format.js';
import { PLACE_CHANNELS, type Place } from '../model/ground.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { hrefOf } from '../model/routes.js';
import { SessionFeed } from '../model/session-feed.js';
import { StoreController } from '../model/store-controller.js';
import '../parts/car-map.js';
import type { ChannelPicker } from '../parts/channel-picker.js';
import '../parts/channel-picker.js';
import '../parts/connection.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import '../parts/lap-list.js';
import '../parts/lap-traces.js';
import '../parts/live-traces.js';
import '../parts/note.js';
import '../parts/panel.js';
import '../parts/session-clock.js';
import '../parts/source-health.js';
import '../parts/timing-table.js';
import '../parts/warnings-feed.js';
import { rest, type Problem } from '../wire/rest.js';
import type { Channel } from '../wire/words.js';
import { sessionStyles } from './session-styles.js';

const WINDOWS_S = [20, 60, KEPT_S];
const TABS = ['timing', 'traces', 'map', 'feed'] as const;

const cars = (number: number): string => (number === 1 ? '1 car' : `${number} cars`);

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
  @state() private seconds = 60;
  @state() private tab: (typeof TABS)[number] = 'timing';
  @query('vc-channel-picker') private picker!: ChannelPicker | null;
  @query('vc-keys-help') private help!: KeysHelp | null;

  private feed: SessionFeed | null = null;
  private channelsOf: string | null = null;
  /** Kept between renderings: a new list would build all panels anew. */
  private shown: Channel[] = [];
  private placeChannels: string[] = [];

  constructor() {
    super();
    new StoreController(this);
    new Keys(this, () => this.bindings);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
    this.feed = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
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
    this.channelsOf = null;
    this.feed = new SessionFeed(this.session, this.store, (problem) => (this.problem = problem));
    void this.feed.start().then(() => this.subscribe());
  }

  private async loadChannels(car: string): Promise<void> {
    // A car that has just begun to send has no channels yet; they come with its first block.
    const channels = await rest.channels(this.session, car).catch(() => []);
    if (this.channelsOf !== car) {
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
      void this.feed?.trace(this.shownCar, this.chosen);
    }
  }

  /** The chosen car, else the leading one. */
  private get shownCar(): string | null {
    return this.store.entry(this.car)?.car ?? this.store.entries()[0]?.car ?? null;
  }

  /** The chosen lap; a stored session has no live edge, so there it is the best lap when none is chosen. */
  private get shownLap(): number | null {
    if (this.lap !== null || this.store.session?.state !== 'stored') {
      return this.lap;
    }
    return this.store.entry(this.shownCar)?.best_lap ?? this.store.laps(this.shownCar).at(-1)?.number ?? null;
  }

  override render() {
    if (this.problem) {
      const { title, detail, remedy } = this.problem;
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    if (!this.store.session) {
      return html`<vc-note kind="loading" heading="Session" detail=${this.session}></vc-note>`;
    }
    document.title = `${this.store.session.title} · VitalCORE`;
    return html`${this.head()} ${this.grid()} ${this.tabs()}
      <vc-channel-picker
        .channels=${this.channels}
        .chosen=${this.chosen}
        @channels-chosen=${(event: CustomEvent<string[]>) => this.chooseChannels(event.detail)}
      ></vc-channel-picker>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  private head() {
    const session = this.store.session;
    const held = this.store.cursor.kind === 'held';
    return html`<div class="head">
      <h1 data-testid="session-title">${session?.title}</h1>
      <p class="facts">
        ${[session?.track, instant(session?.start ?? ''), cars(this.store.entries().length)]
          .filter((fact) => fact)
          .join(' · ')}
      </p>
      <div class="right">
        <vc-session-clock class="clock" data-fresh=${this.store.fresh} .store=${this.store}></vc-session-clock>
        ${session?.state === 'live'
          ? html`<button data-testid="hold" aria-pressed=${held} @click=${() => this.toggleHold()}>
              ${held ? 'Follow' : 'Hold'}
            </button>`
          : nothing}
        <vc-connection .store=${this.store}></vc-connection>
      </div>
    </div>`;
  }

  private grid() {
    const car = this.shownCar;
    const { store } = this;
    return html`<div
      class="grid"
      data-tab=${this.tab}
      data-fresh=${this.store.fresh}
      @car-chosen=${(event: CustomEvent<string>) => this.go(event.detail, null)}
      @lap-chosen=${(event: CustomEvent<number>) => this.go(car, event.detail)}
    >
      <div class="timing">
        <vc-panel class="table" heading="Timing">
          <vc-timing-table .store=${store} .selected=${car}></vc-timing-table>
        </vc-panel>
        <vc-panel class="laps" heading=${car === null ? 'Laps' : `Laps of car ${car}`}>
          <vc-lap-list .store=${store} .car=${car} .selected=${this.shownLap}></vc-lap-list>
        </vc-panel>
      </div>
      ${this.traces(car)}
      <vc-panel class="map" heading="Track">
        <vc-car-map
          .store=${store}
          .selected=${car}
          .selectedPlace=${this.shownLap === null ? null : this.cursorPlace}
        ></vc-car-map>
      </vc-panel>
      <div class="feed">
        <vc-panel heading="Warnings"><vc-warnings-feed .store=${store}></vc-warnings-feed></vc-panel>
        <vc-panel heading="Sources"><vc-source-health .session=${this.session}></vc-source-health></vc-panel>
      </div>
    </div>`;
  }

  private traces(car: string | null) {
    const lap = this.shownLap;
    const live = this.store.session?.state === 'live';
    return html`<vc-panel class="traces" heading=${car === null ? 'Traces' : `Car ${car}`} data-testid="traces">
      <span slot="aside" class="second">${lap === null ? 'live' : `lap ${lap}`}</span>
      <span slot="tools">
        ${live && lap !== null ? html`<button @click=${() => this.go(car, null)}>Live</button>` : nothing}
        ${lap === null
          ? WINDOWS_S.map(
              (each) =>
                html`<button aria-pressed=${each === this.seconds} @click=${() => (this.seconds = each)}>${each} s</button>`,
            )
          : nothing}
        <button data-testid="choose-channels" @click=${() => this.picker?.open()}>Channels</button>
      </span>
      ${lap === null || car === null
        ? html`<vc-live-traces
            .store=${this.store}
            .car=${car ?? ''}
            .channels=${this.shown}
            .seconds=${this.seconds}
          ></vc-live-traces>`
        : html`<vc-lap-traces
            .session=${this.session}
            .car=${car}
            .lap=${lap}
            .channels=${this.shown}
            .placeChannels=${this.placeChannels}
            @place-at-cursor=${(event: CustomEvent<Place | null>) => (this.cursorPlace = event.detail)}
          ></vc-lap-traces>`}
    </vc-panel>`;
  }

  private tabs() {
    return html`<div class="tabs" role="tablist">
      ${TABS.map(
        (tab) =>
          html`<button role="tab" aria-selected=${tab === this.tab} @click=${() => (this.tab = tab)}>
            ${tab[0]?.toUpperCase()}${tab.slice(1)}
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

  private toggleHold(): void {
    if (this.store.cursor.kind === 'held') {
      this.store.follow();
    } else {
      this.store.hold();
    }
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
    { keys: [' '], shown: ['Space'], does: 'Hold the screen, or follow again', run: () => this.toggleHold() },
    { keys: ['l'], shown: ['l'], does: 'Back to the live traces', run: () => this.go(this.shownCar, null) },
    { keys: ['?'], shown: ['?'], does: 'Show the keys', run: () => this.help?.open() },
  ];
}
