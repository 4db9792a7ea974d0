import { LitElement, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { STACK_KEYS } from '../charts/stack-keys.js';
import { base, controls } from '../design/styles.js';
import type { Dock } from '../dock/dock.js';
import '../dock/dock.js';
import { kindOf, panelsInSight, type DockLayout } from '../dock/dock-layout.js';
import { dockKeys } from '../dock/dock-menus.js';
import { LayoutShelf } from '../dock/layout-shelf.js';
import { chosenChannels, inOrder, rememberChannels, rememberedChannels } from '../model/channel-look.js';
import { DrivenSession } from '../model/driven-session.js';
import { FrameStore } from '../model/frame-store.js';
import { PLACE_CHANNELS, type Place } from '../model/ground.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { hrefOf, type SessionRoute } from '../model/routes.js';
import { isCalculated } from '../model/math-desk.js';
import { ScreenClock } from '../model/screen-clock.js';
import { forgetSamples } from '../model/selected-samples.js';
import { SessionFeed } from '../model/session-feed.js';
import { StoreController } from '../model/store-controller.js';
import { timelineKeys } from '../model/timeline-keys.js';
import '../parts/awaited-session.js';
import { channelKeys, type ChannelDialogs } from '../parts/channel-dialogs.js';
import '../parts/channel-dialogs.js';
import '../parts/decision-chip.js';
import type { ExportDialog } from '../parts/export-dialog.js';
import '../parts/export-dialog.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import type { LayoutMenu } from '../parts/layout-menu.js';
import '../parts/layout-menu.js';
import { noSuchCar } from '../parts/no-such-car.js';
import '../parts/note.js';
import '../parts/session-head.js';
import '../parts/transport-bar.js';
import '../panels/all.js';
import { BUILT_IN } from '../panels/layouts.js';
import { panelKind, type PanelContext } from '../panels/registry.js';
import { Poll } from '../wire/poll.js';
import { rest, type Problem } from '../wire/rest.js';
import type { Channel } from '../wire/words.js';
import { sessionStyles } from './session-styles.js';

/** A car whose channels are not known yet is asked for them so often. */
const NO_CHANNELS_MS = 1_000;
/** Status of a session that has no samples. */
const UNKNOWN = 404;

/** One session, live or stored: what an engineer watches from the pit wall. */
@customElement('vc-session-view')
export class SessionView extends LitElement {
  static override styles = [base, controls, sessionStyles];

  @property() session = '';
  @property() car: string | null = null;
  @property({ type: Number }) lap: number | null = null;
  /** The cursor of a link, in seconds of the session. */
  @property({ attribute: false }) at_s: number | null = null;
  /** The layout of a link, as text. */
  @property() linkedLayout: string | null = null;
  @state() store = new FrameStore();
  @state() private problem: Problem | null = null;
  @state() private channels: Channel[] = [];
  @state() private chosen: string[] = [];
  @state() private cursorPlace: Place | null = null;
  @query('vc-channel-dialogs') private dialogs!: ChannelDialogs | null;
  @query('vc-export-dialog') private exporting!: ExportDialog | null;
  @query('vc-keys-help') private help!: KeysHelp | null;
  @query('vc-dock') private dock!: Dock | null;
  @query('vc-layout-menu') private layoutMenu!: LayoutMenu | null;

  private readonly shelf = new LayoutShelf(BUILT_IN, panelKind, () => localStorage);

  private feed: SessionFeed | null = null;
  private awaited: DrivenSession | null = null;
  private channelsOf: string | null = null;
  private channelsAreOf: string | null = null;
  private asking: Poll | null = null;
  /** Whether the cursor of the link is still to be gone to: there must be a session first. */
  private seeks = false;
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
    this.asking?.stop();
    this.awaited?.stop();
    this.feed = this.channelsOf = this.awaited = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was asked for before may still be answered when nobody looks any more.
    if (!this.isConnected) {
      return;
    }
    if (changed.has('session') || this.feed === null) {
      this.begin();
    }
    this.followLink(changed);
    if (changed.has('channels') || changed.has('chosen')) {
      this.shown = this.channels.filter((channel) => this.chosen.includes(channel.name));
    }
    const car = this.shownCar;
    if (car !== null && this.channelsOf !== car) {
      this.channelsOf = car;
      this.loadChannels(car);
    }
  }

  /** Panels and cursor as the address has them. */
  private followLink(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('linkedLayout') && this.linkedLayout !== null && !this.shelf.openLink(this.linkedLayout)) {
      void this.updateComplete.then(() => this.layoutMenu?.tell('The layout of the link cannot be read; this is yours'));
    }
    const at_s = this.at_s;
    this.seeks = at_s !== null && (this.seeks || changed.has('at_s') || changed.has('session'));
    if (this.seeks && at_s !== null && this.store.session) {
      this.seeks = false;
      this.store.move((timeline) => timeline.seek(at_s));
    }
  }

  private begin(): void {
    this.feed?.stop();
    this.store = new FrameStore();
    this.asking?.stop();
    this.awaited?.stop();
    this.channelsOf = this.ledAtFirst = null;
    this.feed = new SessionFeed(this.session, this.store, (problem) => this.hear(problem));
    void this.feed.start();
  }

  /** A session that nothing has come of is waited for. */
  private hear(problem: Problem | null): void {
    this.problem = problem;
    this.awaited?.stop();
    this.awaited = problem?.status === UNKNOWN ? new DrivenSession(this.session, () => this.begin(), true) : null;
    this.awaited?.start();
  }

  /** A car that has just begun to send has no channels yet; they come with its first block. */
  private loadChannels(car: string): void {
    this.asking?.stop();
    const ask = async (signal: AbortSignal): Promise<void> => {
      try {
        const channels = await rest.channels(this.session, car, signal);
        if (!signal.aborted) {
          this.takeChannels(car, channels);
        }
      } catch (cause) {
        // Those of another car would be taken for its own.
        if (!signal.aborted && this.channelsAreOf !== car) {
          this.takeChannels(car, []);
        }
        throw cause;
      }
    };
    this.asking = new Poll(ask, () => (this.channels.length === 0 ? NO_CHANNELS_MS : null));
    this.asking.now();
  }

  private takeChannels(car: string, channels: Channel[]): void {
    this.channelsAreOf = car;
    this.channels = inOrder(channels);
    this.placeChannels = channels.map(({ name }) => name).filter((name) => PLACE_CHANNELS.includes(name));
    this.chosen = chosenChannels(this.channels, rememberedChannels());
    this.subscribe();
  }

  private subscribe(): void {
    if (this.shownCar !== null) {
      const calculated = this.channels.filter((channel) => isCalculated(channel) && this.chosen.includes(channel.name)).map(({ name }) => name);
      const sent = this.chosen.filter((name) => !calculated.includes(name));
      this.feed?.trace(this.shownCar, sent, calculated);
    }
  }

  /** Channels that are made of others changed: nothing that was calculated before holds. */
  private mathChanged(): void {
    this.feed?.forgetCalculated();
    forgetSamples(this.store);
    if (this.channelsOf !== null) {
      this.loadChannels(this.channelsOf);
    }
  }

  /** The chosen car; else the one that led at first, which stays when the lead changes. */
  private get shownCar(): string | null {
    this.ledAtFirst ??= this.store.timing.entries()[0]?.car ?? null;
    return this.store.timing.entry(this.car)?.car ?? this.ledAtFirst;
  }

  /** The chosen lap; at the end of a stored session nothing happens, so there it is the best lap when none is chosen. */
  private get shownLap(): number | null {
    const { session, timeline } = this.store;
    if (this.lap !== null || session?.state !== 'stored' || !timeline.atEnd) {
      return this.lap;
    }
    return this.store.timing.entry(this.shownCar)?.best_lap ?? this.store.timing.laps(this.shownCar).at(-1)?.number ?? null;
  }

  override render() {
    if (this.problem?.status === UNKNOWN) {
      return html`<vc-awaited-session .session=${this.session} .problem=${this.problem}></vc-awaited-session>`;
    }
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
    return html`<vc-session-head .store=${this.store}>
        <vc-decision-chip slot="tools" .store=${this.store} .session=${this.session}></vc-decision-chip>
        <button slot="tools" data-testid="export-open" title="Samples as a file (x)" @click=${() => this.exporting?.open()}>Export</button>
        <vc-layout-menu
          slot="tools"
          .shelf=${this.shelf}
          .link=${() => this.link()}
          @layout-chosen=${() => this.ownLayout()}
        ></vc-layout-menu>
        <a slot="tools" class="button" data-testid="report-link" href=${hrefOf({ view: 'report', id: this.session, order: null })}>Report</a>
      </vc-session-head>
      <vc-transport-bar .store=${this.store} .car=${this.shownCar}></vc-transport-bar>
      ${this.hasCar ? this.panels() : noSuchCar(this.session, this.car, this.store.timing.entries())}
      <vc-channel-dialogs
        .session=${this.session}
        .car=${this.shownCar}
        .channels=${this.channels}
        .chosen=${this.chosen}
        @channels-chosen=${(event: CustomEvent<string[]>) => this.chooseChannels(event.detail)}
        @math-changed=${() => this.mathChanged()}
      ></vc-channel-dialogs>
      <vc-export-dialog
        .store=${this.store}
        .session=${this.session}
        .car=${this.shownCar}
        .lap=${this.shownLap}
        .channels=${this.channels}
        .shown=${this.chosen}
      ></vc-export-dialog>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  /** A car that the address names may still come to be known; until then no other is shown in its place. */
  private get hasCar(): boolean {
    return this.car === null || !this.store.timing.known || this.store.timing.entry(this.car) !== undefined;
  }

  private panels() {
    return html`<vc-dock
      data-fresh=${this.store.fresh}
      .layout=${this.shelf.layout}
      .contextOf=${(panel: string) => this.contextOf(panel)}
      @layout-changed=${(event: CustomEvent<DockLayout>) => this.changeLayout(event.detail)}
      @car-chosen=${(event: CustomEvent<string>) => this.go(event.detail, null)}
      @lap-chosen=${(event: CustomEvent<number>) => this.go(this.carOf(event), event.detail)}
      @lap-of-car-chosen=${(event: CustomEvent<{ car: string; lap: number }>) => this.go(event.detail.car, event.detail.lap)}
      @live-chosen=${() => this.go(this.shownCar, null)}
      @channels-wanted=${() => this.dialogs?.open()}
      @place-at-cursor=${(event: CustomEvent<Place | null>) => (this.cursorPlace = event.detail)}
    ></vc-dock>`;
  }

  private contextOf(panel: string): PanelContext {
    const options = this.shelf.layout.options[panel] ?? {};
    const car = options['car'] ?? this.shownCar;
    return {
      panel,
      options,
      store: this.store,
      session: this.session,
      car,
      lap: car === this.shownCar ? this.shownLap : null,
      channels: this.shown,
      allChannels: this.channels,
      placeChannels: this.placeChannels,
      cursorPlace: this.cursorPlace,
    };
  }

  /** The car of the panel that an event came from: it may be pinned to another than the chosen one. */
  private carOf(event: Event): string | null {
    const panels = event.composedPath().map((each) => (each instanceof HTMLElement ? each.dataset['panel'] : undefined));
    const panel = panels.find((each) => each !== undefined);
    return panel === undefined ? this.shownCar : this.contextOf(panel).car;
  }

  private changeLayout(layout: DockLayout): void {
    this.shelf.change(layout);
    this.ownLayout();
  }

  /** From now on the layout is that of this browser: the address no longer names the one of a link. */
  private ownLayout(): void {
    this.requestUpdate();
    if (this.linkedLayout !== null) {
      this.linkedLayout = null;
      this.go(this.car, this.lap);
    }
  }

  /** Session, car, lap, cursor and panels: what a colleague sees who opens it. */
  private link(): string {
    const { timeline } = this.store;
    const at_s = timeline.atEnd ? null : timeline.at_s;
    this.address({ car: this.shownCar, lap: this.lap, at_s, layout: this.shelf.text });
    return location.href;
  }

  private go(car: string | null, lap: number | null): void {
    this.address({ car, lap, at_s: null, layout: this.linkedLayout });
  }

  private address(shown: Pick<SessionRoute, 'car' | 'lap' | 'at_s' | 'layout'>): void {
    location.hash = hrefOf({ view: 'session', id: this.session, ...shown });
  }

  private chooseChannels(names: string[]): void {
    this.chosen = names;
    rememberChannels(names);
    this.subscribe();
  }

  private stepCar(step: number): void {
    const { store } = this;
    const byRace = panelsInSight(this.shelf.layout).some((panel) => kindOf(panel) === 'tower');
    const cars = (byRace ? store.race.order(store.raced_s) : store.timing.entries()).map(({ car }) => car);
    const at = cars.indexOf(this.shownCar ?? '');
    const next = cars[Math.min(cars.length - 1, Math.max(0, at + step))];
    if (next !== undefined) {
      this.go(next, null);
    }
  }

  private readonly bindings: KeyBinding[] = [
    { keys: ['ArrowDown', 'j'], shown: ['↓', 'j'], does: 'Next car', run: () => this.stepCar(1) },
    { keys: ['ArrowUp', 'k'], shown: ['↑', 'k'], does: 'Car before', run: () => this.stepCar(-1) },
    ...channelKeys(() => this.dialogs),
    { keys: ['x'], shown: ['x'], does: 'Export samples as a file', run: () => this.exporting?.open() },
    ...timelineKeys(
      () => this.store,
      () => this.shownCar,
    ),
    ...dockKeys(() => this.dock),
    ...STACK_KEYS.map((key) => ({ ...key, run: () => undefined })),
    { keys: ['?'], shown: ['?'], does: 'Show the keys', run: () => this.help?.open() },
  ];
}
