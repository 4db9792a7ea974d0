import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { channelTitle, plain } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { pictureFacts } from '../model/picture-facts.js';
import { SelectedSamples, type SamplesWanted } from '../model/selected-samples.js';
import { selectionFrom, spanOf, type Selection, type Span } from '../model/selection.js';
import { StoreController } from '../model/store-controller.js';
import '../parts/note.js';
import '../parts/png-button.js';
import { Problem } from '../wire/rest.js';
import type { Channel } from '../wire/words.js';
import { analysisStyles } from './analysis-styles.js';
import './channel-select.js';
import './selection-bar.js';

/** An option that is empty is none: its usual value holds. */
const NO_CHANNEL = 'none';

/** What the panels of analysis have in common: samples of a selection, and options that they tell of by `panel-options`. */
export abstract class AnalysisPanel extends LitElement {
  static override styles = [base, controls, analysisStyles];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  @property() car: string | null = null;
  /** The chosen lap; null: live. */
  @property({ attribute: false }) lap: number | null = null;
  /** All channels of the car. */
  @property({ attribute: false }) channels: Channel[] = [];
  /** `of`: the selection; `with`: the lap that it is compared with. */
  @property({ attribute: false }) options: Readonly<Record<string, string>> = {};

  protected readonly screen = new StoreController(this, () => this.drawMoment());

  /** Marks the moment that is pointed at. */
  protected abstract drawMoment(): void;

  protected option(name: string, fallback: string): string {
    return this.options[name] ?? fallback;
  }

  protected keep(changed: Record<string, string>): void {
    const kept = Object.entries({ ...this.options, ...changed }).filter(([, value]) => value !== '');
    this.options = Object.fromEntries(kept);
    this.dispatchEvent(new CustomEvent('panel-options', { detail: changed, bubbles: true, composed: true }));
  }

  protected channel(name: string): Channel | undefined {
    return this.channels.find((channel) => channel.name === name);
  }

  protected spanOf(selection: Selection): Span | null {
    const { store, car, lap } = this;
    return spanOf(selection, {
      laps: store.timing.laps(car),
      allLaps: store.timing.allLaps(car),
      chosen: lap,
      best: store.timing.entry(car)?.best_lap ?? null,
      now_s: store.now_s,
    });
  }

  /** @param more a channel that tells more of the moments of the others, such as a colour */
  protected wanted(channels: string[], more: string | null = null, of = this.options['of']): SamplesWanted | null {
    // Before its laps are known the car has none to choose from.
    const span = this.car === null || !this.store.timing.known ? null : this.spanOf(selectionFrom(of));
    const all = more === null ? channels : [...channels, more];
    return this.car === null || span === null ? null : { car: this.car, channels: all, deciding: channels.length, span };
  }

  /** The lap beside which the selection is shown; null where none is chosen or it is the same. */
  protected wantedBeside(channels: string[]): SamplesWanted | null {
    const beside = this.options['with'];
    const wanted = beside === undefined ? null : this.wanted(channels, null, beside);
    return wanted && wanted.span.lap !== this.wanted(channels)?.span.lap ? wanted : null;
  }

  protected selectionBar(comparable = true): TemplateResult {
    return html`<vc-selection-bar
      .laps=${this.store.timing.laps(this.car)}
      .best=${this.store.timing.entry(this.car)?.best_lap ?? null}
      .of=${this.options['of'] ?? ''}
      .beside=${comparable ? (this.options['with'] ?? '') : null}
      @selection-changed=${(event: CustomEvent<Record<string, string>>) => this.keep(event.detail)}
    ></vc-selection-bar>`;
  }

  protected channelSelect(name: string, title: string, chosen: string, none: string | null = null): TemplateResult {
    return html`<vc-channel-select
      .heading=${title}
      .channels=${this.channels}
      .chosen=${chosen}
      .none=${none}
      data-testid="choose-${name}"
      @channel-chosen=${(event: CustomEvent<string>) => this.keep({ [name]: event.detail || NO_CHANNEL })}
    ></vc-channel-select>`;
  }

  /** @param panel a word for the panel in the name of the file */
  protected pngButton(title: string, panel: string): TemplateResult {
    const facts = () => {
      const { session, car } = this;
      return pictureFacts(this.store, { title, panel, session, car, lap: this.spanOf(selectionFrom(this.options['of']))?.lap ?? null });
    };
    return html`<vc-png-button .parts=${() => [...this.renderRoot.querySelectorAll('.body, .numbers')]} .facts=${facts}></vc-png-button>`;
  }

  /** Why there is nothing to see; null where there is. */
  protected note(samples: SelectedSamples): TemplateResult | null {
    if (this.car === null || this.channels.length === 0 || !this.store.timing.known) {
      return html`<vc-note kind="loading" heading="Channels and laps"></vc-note>`;
    }
    if (samples.wanted === null) {
      return html`<vc-note heading="No such lap" detail="The car has not driven it yet."></vc-note>`;
    }
    if (samples.rows && samples.rows.t.length > 0) {
      return null;
    }
    if (samples.problem !== null) {
      const { title, detail, remedy } = Problem.from(samples.problem);
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    return samples.loading
      ? html`<vc-note kind="loading" heading="Samples" detail=${samples.wanted.span.label}></vc-note>`
      : html`<vc-note heading="No samples" detail=${`${this.silentIn(samples)} in ${samples.wanted.span.label}.`}></vc-note>`;
  }

  private silentIn(samples: SelectedSamples): string {
    const silent = samples.wanted?.channels.filter((_, i) => samples.found?.series[i]?.x.length === 0) ?? [];
    return silent.length === 0 ? 'No moment has all of its channels' : `Nothing of ${silent.map(channelTitle).join(' and ')}`;
  }

  /** What the panel stands on: which samples, how many, and what is not said by them. */
  protected basis(samples: SelectedSamples): TemplateResult {
    const { rows, wanted } = samples;
    const n = rows?.t.length ?? 0;
    const rate = n > 1 && rows ? n / rows.dt.reduce((sum, dt) => sum + dt, 0) : null;
    return html`<span class="basis third" data-testid="basis" data-rows=${n}
      >${wanted?.span.label ?? ''} · ${plain(n)} samples${rate === null ? nothing : ` at ${rate >= 9.5 ? rate.toFixed(0) : rate.toFixed(1)} Hz`}${samples.loading
        ? ' · loading'
        : nothing}${samples.found?.thinned
        ? html` · <span class="warn" title="There are more samples than are sent: of those that lie together only the lowest and the highest are counted">thinned</span>`
        : nothing}</span
    >`;
  }

  protected momentShown(): number | null {
    return this.store.pointer_s ?? (this.store.timeline.atEnd && this.store.session?.state === 'stored' ? null : this.store.now_s);
  }

  protected titleOf(name: string): string {
    const unit = this.channel(name)?.unit;
    return unit ? `${channelTitle(name)} ${unit}` : channelTitle(name);
  }
}
