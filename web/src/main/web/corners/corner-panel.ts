import { LitElement, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base, controls, tables } from '../design/styles.js';
import type { PanelOptions } from '../dock/dock-layout.js';
import type { Answer } from '../model/answer.js';
import { againstFrom, referenceFor, whyNotWhole, wholeLaps, type LapOfCar } from '../model/corner-choice.js';
import { lapTime } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import type { LapPair } from '../model/lap-pair.js';
import { PointerListener } from '../model/pointer-listener.js';
import { StoreController } from '../model/store-controller.js';
import '../parts/note.js';
import { Problem, type LapAddress } from '../wire/rest.js';
import { cornerStyles } from './corner-styles.js';
import { LapPairs, type KnownLap } from './lap-pairs.js';
import './reference-choice.js';

/** What the panels of corners have in common: a lap, the reference that it is measured against, and where it is pointed at. */
export abstract class CornerPanel extends LitElement {
  static override styles = [base, controls, tables, cornerStyles];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  @property() car: string | null = null;
  /** The chosen lap; null: the last whole one. */
  @property({ attribute: false }) lap: number | null = null;
  /** `against`: the reference. */
  @property({ attribute: false }) options: PanelOptions = {};
  /** Why a moment could not be pointed at. */
  @state() protected pointing = '';
  /** What this panel has pointed at, until somebody points elsewhere: a corner, or where a stretch begins. */
  @state() protected marked: number | null = null;

  protected readonly pairs = new LapPairs();
  private pointed = 0;
  private moment_s: number | null = null;

  constructor() {
    super();
    new StoreController(this);
    new PointerListener(this, () => this.store.pointer_s !== this.moment_s && (this.marked = null));
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (['session', 'car', 'lap'].some((name) => changed.has(name))) {
      this.marked = null;
    }
  }

  protected get reference(): KnownLap | null {
    const { car, store } = this;
    const found = car === null ? null : referenceFor(againstFrom(this.options['against']), car, store.timing.entries());
    return found && this.known(found);
  }

  protected get compared(): KnownLap | null {
    const { car, store } = this;
    const lap = this.lap ?? wholeLaps(store.timing.laps(car)).at(-1)?.number;
    return car === null || lap === undefined ? null : this.known({ car, lap });
  }

  protected known({ car, lap }: LapOfCar): KnownLap | null {
    const found = this.store.timing.allLaps(car).find(({ number }) => number === lap);
    return found ? { address: { session: this.session, car, lap }, lap: found, healings: this.store.healings } : null;
  }

  /** Why nothing can be asked; null where it can. */
  protected whyNot(): TemplateResult | null {
    if (this.car === null || !this.store.timing.known) {
      return html`<vc-note kind="loading" heading="Laps"></vc-note>`;
    }
    const { compared, reference } = this;
    if (!compared) {
      const detail = 'Corners are compared when the car has driven a lap from line to line.';
      return html`<vc-note heading="No lap yet" detail=${detail}></vc-note>`;
    }
    const why = whyNotWhole(compared.lap);
    if (why !== null) {
      return html`<vc-note heading="Not a whole lap" detail=${why} remedy="Choose a flying lap."></vc-note>`;
    }
    return reference
      ? null
      : html`<vc-note
          heading="No reference yet"
          detail="There is no such lap to compare with."
          remedy="Choose another reference."
        ></vc-note>`;
  }

  /** What stands where there is no answer; null where there is one. */
  protected noteOn(answer: Answer<unknown>, what: string): TemplateResult | null {
    const { problem } = answer;
    if (answer.value !== null) {
      return null;
    }
    if (problem === null || answer.loading) {
      return html`<vc-note kind="loading" heading=${what}></vc-note>`;
    }
    return html`<vc-note kind="problem" heading=${problem.title} detail=${problem.detail} remedy=${problem.remedy}>
      <p class="again"><button data-testid="try-again" @click=${() => answer.retry()}>Try again</button></p>
    </vc-note>`;
  }

  protected referenceChoice(): TemplateResult {
    return html`<vc-reference-choice
      .laps=${this.store.timing.laps(this.car)}
      .best=${this.store.timing.entry(this.car)?.best_lap ?? null}
      .chosen=${this.options['against'] ?? ''}
      @reference-chosen=${(event: CustomEvent<string>) => this.keep({ against: event.detail })}
    ></vc-reference-choice>`;
  }

  protected keep(detail: Record<string, string>): void {
    this.options = Object.fromEntries(Object.entries({ ...this.options, ...detail }).filter(([, value]) => value !== ''));
    this.dispatchEvent(new CustomEvent('panel-options', { detail, bubbles: true, composed: true }));
  }

  /** "lap 7 · 1:35.204"; of another car than the panel's, with its name. */
  protected nameOf({ car, lap }: LapAddress, time_s: number | null): string {
    return `${car === this.car ? '' : `car ${car} `}lap ${lap} · ${lapTime(time_s)}`;
  }

  /**
   * Points all panels and the map at the moment when a lap was at a metre of the reference.
   *
   * @param stretch what the traces zoom to, in metres of the reference
   */
  protected async pointAt(reference: KnownLap, lap: KnownLap, metres: number, stretch: readonly number[] = []): Promise<void> {
    const turn = ++this.pointed;
    try {
      const pair = await this.pairs.of(reference, lap);
      if (turn === this.pointed && this.isConnected) {
        this.show(pair, metres, stretch);
      }
    } catch (cause) {
      this.pointing = turn === this.pointed ? `The moment is not known: ${Problem.from(cause).detail}` : this.pointing;
    }
  }

  private show(pair: LapPair, metres: number, stretch: readonly number[]): void {
    const moment_s = (this.moment_s = pair.momentAt(metres));
    const [from_s, to_s] = stretch.map((each) => pair.momentAt(each));
    this.pointing = moment_s === null ? 'The moment is not known: the reference has no speed in km/h.' : '';
    if (typeof from_s === 'number' && typeof to_s === 'number') {
      this.store.lookAt(from_s, to_s);
    }
    this.store.point(moment_s);
  }

  /** Points nowhere any more. */
  protected unpoint(): void {
    this.pointed++;
    this.pointing = '';
    this.marked = null;
    this.store.point(null);
  }

  protected isSame(a: KnownLap, b: KnownLap): boolean {
    return a.address.car === b.address.car && a.address.lap === b.address.lap;
  }
}
