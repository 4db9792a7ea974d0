import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CommandDialog } from '../decisions/command-dialog.js';
import '../decisions/command-dialog.js';
import '../decisions/decision-board.js';
import '../decisions/decision-timeline.js';
import '../decisions/decisions-head.js';
import '../decisions/known-at-bar.js';
import '../decisions/object-history.js';
import '../decisions/status-strip.js';
import { WayToHistory } from '../decisions/way-to-history.js';
import { base, controls } from '../design/styles.js';
import { formsFor } from '../model/command-forms.js';
import { DecisionFeed } from '../model/decision-feed.js';
import { subjectName, subjectWithin, type Kind } from '../model/decision-ties.js';
import { openOf } from '../model/decision-text.js';
import { DrivenSession } from '../model/driven-session.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { isBy } from '../model/moments.js';
import { hrefOf, type DecisionsRoute } from '../model/routes.js';
import { StandingFeed } from '../model/standing-feed.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import '../parts/note.js';
import '../parts/panel.js';
import type { SessionState, Subject } from '../wire/decision-words.js';
import type { Problem } from '../wire/rest.js';
import type { SessionWithEntries } from '../wire/words.js';
import { raceControlStyles } from './race-control-styles.js';

/** Browsers take only so many addresses in a while: who drags through moments leaves one where he rests. */
const ADDRESS_MS = 250;

/** What race control decided about a session: the board, the decisions, the history of an object; now, or as it was believed. */
@customElement('vc-race-control-view')
export class RaceControlView extends LitElement {
  static override styles = [base, controls, raceControlStyles];

  @property() session = '';
  @property() knownAt: string | null = null;
  @property() about: Subject | null = null;
  @property() car: string | null = null;
  @property() kind: Kind | null = null;
  @state() private revision = 0;
  @query('vc-keys-help') private help!: KeysHelp | null;
  @query('vc-command-dialog') private command!: CommandDialog | null;
  @query('.history') private history!: HTMLElement | null;
  private readonly way = new WayToHistory(this);
  private addressing = 0;
  private feed: DecisionFeed | null = null;
  private standing: StandingFeed | null = null;
  private looking: DrivenSession | null = null;

  constructor() {
    super();
    new Keys(this, () => this.bindings);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.addressing);
    this.looking?.stop();
    this.feed?.stop();
    this.standing?.stop();
    this.looking = this.feed = this.standing = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.isConnected) {
      return;
    }
    if (changed.has('session') || this.feed === null) {
      this.begin();
    }
    this.lookAt();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('about')) {
      this.way.end(this.history);
    }
  }

  private begin(): void {
    this.feed?.stop();
    this.standing?.stop();
    this.standing = null;
    this.feed = new DecisionFeed(this.session, () => this.revision++);
    this.feed.start();
    this.looking?.stop();
    this.looking = new DrivenSession(this.session, () => this.revision++);
    this.looking.start();
  }

  /** What the newest decision or a later moment says is what is known now; a moment is asked for once there is anything to know. */
  private lookAt(): void {
    const { feed } = this;
    const newest = feed?.book.all.at(-1);
    if (feed && newest) {
      const knownAt = this.knownAt === null || isBy(newest.recorded, this.knownAt) ? null : this.knownAt;
      feed.lookAt(knownAt);
      this.standing ??= this.standingOf(feed);
      this.standing?.lookAt(knownAt);
    }
  }

  /** Timing knows an order where there are samples, and race control what it goes by. */
  private standingOf({ book }: DecisionFeed): StandingFeed | null {
    const { driven } = this;
    const kind = book.now?.schedule?.kind;
    if (driven === null || kind === undefined) {
      return null;
    }
    const standing = new StandingFeed(this.session, kind === 'race' ? 'race' : 'best_lap', driven.start, driven.state === 'live', () => this.revision++);
    standing.begin();
    return standing;
  }

  /** What was recorded of it; null where there are no samples. */
  private get driven(): SessionWithEntries | null {
    return this.looking?.found ?? null;
  }

  override render() {
    const { feed } = this;
    if (feed === null || !feed.book.known) {
      return feed?.failed
        ? this.problem(feed.failed)
        : html`<vc-note kind="loading" heading="Race control" detail=${this.session}></vc-note>`;
    }
    if (feed.book.all.length === 0) {
      return this.empty();
    }
    const { now, shown } = feed.book;
    if (now === null) {
      return feed.failed ? this.problem(feed.failed) : html`<vc-note kind="loading" heading="Race control" detail=${this.session}></vc-note>`;
    }
    const { incidents } = openOf(now);
    document.title = `${incidents > 0 ? `(${incidents}) ` : ''}Race control: ${now.schedule?.name ?? this.session} · VitalCORE`;
    return html`<vc-decisions-head .feed=${feed} .revision=${this.revision} .session=${this.session} .driven=${this.driven !== null}></vc-decisions-head>
      <vc-known-at-bar .book=${feed.book} .revision=${this.revision} @moment-chosen=${this.chooseMoment}></vc-known-at-bar>
      ${feed.failedThen
        ? html`<vc-note kind="problem" heading=${feed.failedThen.title} detail=${feed.failedThen.detail} remedy=${feed.failedThen.remedy}></vc-note>`
        : this.board(feed, shown ?? now)}
      <vc-command-dialog .session=${this.session} @decided=${() => feed.refresh()}></vc-command-dialog>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  /** @param shown until the board of a moment is here the one before it, in grey */
  private board(feed: DecisionFeed, shown: SessionState) {
    const { book } = feed;
    const { revision, about } = this;
    return html`<div class="believed" aria-busy=${feed.waiting} @object-chosen=${this.chooseObject} @moment-chosen=${this.chooseMoment} @narrowed=${this.narrow}>
      <vc-status-strip .book=${book} .state=${shown} .revision=${revision} .about=${about}></vc-status-strip>
      <div class="panels" data-history=${about !== null}>
        <vc-panel class="board" heading="Board">
          ${this.commands(feed, 'session')}
          <vc-decision-board data-testid="board" .book=${book} .state=${shown} .standing=${this.standing} .revision=${revision} .about=${about}></vc-decision-board>
        </vc-panel>
        <vc-panel class="timeline" heading="Decisions">
          <vc-decision-timeline
            .book=${book}
            .revision=${revision}
            .about=${about}
            .car=${this.car}
            .kind=${this.kind}
            .day=${book.all.at(-1)?.at ?? null}
          ></vc-decision-timeline>
        </vc-panel>
        ${about === null
          ? nothing
          : html`<vc-panel class="history" tabindex="-1" heading="History of ${subjectWithin(about)}">
              ${about === 'session' ? nothing : this.commands(feed, about)}
              <button slot="tools" class="away" data-testid="history-close" aria-label="Hide the history" title="Hide the history (Esc)" @click=${() => this.go({ about: null })}>✕</button>
              <vc-object-history .book=${book} .revision=${revision} .about=${about} .session=${this.session} .start=${this.driven?.start ?? null}></vc-object-history>
            </vc-panel>`}
      </div>
    </div>`;
  }

  /** Who looks at the past decides nothing in it. */
  private commands({ book }: DecisionFeed, about: Subject) {
    const { now, knownAt } = book;
    return knownAt !== null || now === null
      ? nothing
      : formsFor(about, now).map(
          (form) =>
            html`<button slot="tools" data-testid="command-${form.command}" @click=${() => this.command?.open(form, subjectName(about))}>${form.title}</button>`,
        );
  }

  private sessionHref(): string {
    return hrefOf({ view: 'session', id: this.session, car: null, lap: null, at_s: null, layout: null });
  }

  private problem({ title, detail, remedy }: Problem) {
    return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}>
      <p><a class="button" href=${hrefOf({ view: 'board' })}>All sessions</a></p>
    </vc-note>`;
  }

  private empty() {
    return html`<vc-note
      data-testid="no-decisions"
      heading="Nothing was decided"
      detail="Race control has not heard of session '${this.session}'. A session is scheduled, and decided about, by commands: POST api/v1/sessions/${this.session}/commands."
    >
      <p>
        ${this.driven === null ? nothing : html`<a class="button" href=${this.sessionHref()}>The session</a>`}
        <a class="button" href=${hrefOf({ view: 'board' })}>All sessions</a>
      </p>
    </vc-note>`;
  }

  private readonly chooseObject = (event: Event): void => {
    const about = (event as CustomEvent<Subject | null>).detail;
    this.way.begin(this.history);
    this.go({ about: about === this.about ? null : about });
  };

  private readonly chooseMoment = (event: Event): void => this.go({ knownAt: (event as CustomEvent<string | null>).detail }, true);

  private readonly narrow = (event: Event): void => this.go((event as CustomEvent<Pick<DecisionsRoute, 'car' | 'kind'>>).detail);

  /** @param passing who goes through moments does not want each of them in the history of the browser */
  private go(changed: Partial<DecisionsRoute>, passing = false): void {
    // The address is read a moment later; who presses a key twice meanwhile goes two steps.
    Object.assign(this, changed);
    this.lookAt();
    window.clearTimeout(this.addressing);
    if (passing) {
      this.addressing = window.setTimeout(() => location.replace(this.href), ADDRESS_MS);
    } else {
      location.hash = this.href;
    }
  }

  private get href(): string {
    const { session: id, knownAt, about, car, kind } = this;
    return hrefOf({ view: 'decisions', id, knownAt, about, car, kind });
  }

  private step(by: number): void {
    const book = this.feed?.book;
    if (book && book.stops.length > 0) {
      this.go({ knownAt: book.knownAtOf(book.stop + by) }, true);
    }
  }

  private readonly bindings: KeyBinding[] = [
    { keys: ['ArrowLeft'], shown: ['←'], does: 'What was believed before the last decision', run: () => this.step(-1) },
    { keys: ['ArrowRight'], shown: ['→'], does: 'What was believed after the next one', run: () => this.step(1) },
    { keys: ['Home'], shown: ['Home'], does: 'After the first decision', run: () => this.step(-Infinity) },
    { keys: ['End'], shown: ['End'], does: 'What is known now', run: () => this.go({ knownAt: null }, true) },
    { keys: [], shown: ['↑', '↓'], does: 'From decision to decision in the list, Enter tells the history', run: () => undefined },
    { keys: ['Escape'], shown: ['Esc'], does: 'Close the history of an object', run: () => this.go({ about: null }) },
    { keys: ['?'], shown: ['?'], does: 'Show the keys', run: () => this.help?.open() },
  ];
}
