import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../charts/track-map.js';
import { palette } from '../design/palette.js';
import { Answer, type Question } from '../model/answer.js';
import { sharesOf } from '../model/corner-comparison.js';
import { signed } from '../model/format.js';
import type { LapPair } from '../model/lap-pair.js';
import { Once } from '../model/once.js';
import type { TimeLoss, TimeLosses as Losses } from '../wire/corner-words.js';
import { rest } from '../wire/rest.js';
import { CornerPanel } from './corner-panel.js';
import { keyOf, type KnownLap } from './lap-pairs.js';

interface Shown {
  losses: Losses;
  reference: KnownLap;
  compared: KnownLap;
}

/** Where the chosen lap loses the most time against a reference, in words. Options: `against`. */
@customElement('vc-time-losses')
export class TimeLosses extends CornerPanel {
  static override styles = [
    ...CornerPanel.styles,
    css`
      /* Nothing is read out here that would need a second line. */
      .readout {
        display: block;
        height: calc(var(--size) * 1.4 + 8px);
        white-space: nowrap;
      }
      .loss {
        display: grid;
        grid-template-columns: 104px 1fr;
        gap: 0 var(--gap-3);
        padding: var(--gap-2) 10px;
        border-bottom: 1px solid var(--line);
        cursor: pointer;
      }
      .loss.unmapped {
        grid-template-columns: 1fr;
      }
      .loss:hover {
        background: var(--hover);
      }
      .loss[aria-pressed='true'] {
        background: var(--selected);
      }
      vc-track-map {
        width: 104px;
        height: 78px;
        pointer-events: none;
      }
      .amount {
        display: flex;
        gap: var(--gap-2);
        align-items: baseline;
      }
      .amount b {
        font-size: var(--size-large);
      }
      svg {
        display: block;
        width: 100%;
        height: 6px;
        margin: 3px 0 5px;
      }
      .rail {
        fill: var(--raised);
      }
      .part {
        fill: var(--slower);
      }
      .text {
        max-width: 70ch;
      }
      .total {
        padding: var(--gap-2) 10px;
        color: var(--text-second);
      }
    `,
  ];

  private readonly answer = new Answer<Shown>(this, () => this.question());
  private readonly pair = new Answer<LapPair>(this, () => this.pairQuestion());
  private readonly stretches = new Once<{ points: { x: number; y: number }[]; colour: string }[][]>();

  private question(): Question<Shown> | null {
    const { reference, compared } = this;
    if (this.whyNot() !== null || !reference || !compared || this.isSame(reference, compared)) {
      return null;
    }
    return {
      key: `${keyOf(reference)} ${keyOf(compared)}`,
      ask: async (signal) => ({ losses: await rest.losses(reference.address, compared.address, signal), reference, compared }),
    };
  }

  /** The map of what is shown; it comes after the words. */
  private pairQuestion(): Question<LapPair> | null {
    const shown = this.answer.value;
    return (
      shown && {
        key: `${keyOf(shown.reference)} ${keyOf(shown.compared)}`,
        ask: () => this.pairs.of(shown.reference, shown.compared),
      }
    );
  }

  override render() {
    const note = this.whyNot() ?? this.whySame() ?? this.noteOn(this.answer, 'Where is the time');
    return html`<div class="tools">${this.referenceChoice()}</div>
      ${note ?? (this.answer.value && this.content(this.answer.value))}`;
  }

  private whySame() {
    const { reference, compared } = this;
    return reference && compared && this.isSame(reference, compared)
      ? html`<vc-note
          heading="The lap is the reference itself"
          detail=${`A lap loses nothing to itself: ${this.nameOf(compared.address, compared.lap.time_s)}.`}
          remedy="Choose another lap, or another reference."
        ></vc-note>`
      : null;
  }

  private content({ losses, reference, compared }: Shown) {
    const { total_s } = losses;
    const { shares, ofWhole } = sharesOf(
      losses.losses.map(({ lost_s }) => lost_s),
      total_s,
    );
    return html`<p class="readout" data-testid="losses-readout">
        ${
          this.pointing !== ''
            ? html`<span class="warn">${this.pointing}</span>`
            : html`<b>${this.nameOf(compared.address, compared.lap.time_s)}</b> against
                ${this.nameOf(reference.address, reference.lap.time_s)}`
        }
      </p>
      <div class="body ${this.answer.loading ? 'stale' : ''}">
        ${
          losses.losses.length === 0
            ? html`<vc-note heading="No loss to speak of" detail="In no section does the lap lose 0.02 s or more."></vc-note>`
            : html`<ol>
                ${losses.losses.map((loss, i) => this.loss(loss, i, shares[i] ?? 0, ofWhole))}
              </ol>`
        }
        <p class="total" data-testid="losses-total">
          Whole lap: <b>${signed(total_s)} s</b> ${total_s > 0 ? 'lost' : total_s < 0 ? 'won' : ''}
        </p>
      </div>`;
  }

  private loss(loss: TimeLoss, index: number, share: number, ofWhole: boolean) {
    const choose = () => this.choose(loss);
    const line = this.pair.value?.line ?? null;
    return html`<li>
      <div
        class="loss ${this.pair.value && !line ? 'unmapped' : ''}"
        role="button"
        tabindex="0"
        data-testid="loss"
        aria-pressed=${loss.from_m === this.marked}
        @click=${choose}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && choose()}
      >
        ${
          this.pair.value && !line
            ? nothing
            : html`<vc-track-map
                .line=${line}
                .stretches=${this.stretchesOf(this.answer.value?.losses ?? null)[index] ?? []}
                closed
              ></vc-track-map>`
        }
        <div>
          <p class="amount">
            <b class="worse">${signed(loss.lost_s, 2)} s</b>
            <span class="second">${(share * 100).toFixed(0)} % of ${ofWhole ? 'what the lap loses' : 'these losses together'}</span>
          </p>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="rail" width="100" height="6"></rect>
            <rect class="part" width=${share * 100} height="6"></rect>
          </svg>
          <p class="text">${loss.text}</p>
        </div>
      </div>
    </li>`;
  }

  private stretchesOf(losses: Losses | null) {
    const pair = this.pair.value;
    return this.stretches.get([losses, pair], () =>
      (losses?.losses ?? []).map(({ from_m, until_m }) => [
        { points: pair?.stretch(from_m, until_m) ?? [], colour: palette().warn },
      ]),
    );
  }

  private choose({ from_m, until_m }: TimeLoss): void {
    const shown = this.answer.value;
    if (this.marked === from_m) {
      this.unpoint();
    } else if (shown) {
      this.marked = from_m;
      void this.pointAt(shown.reference, shown.compared, (from_m + until_m) / 2, [from_m, until_m]);
    }
  }
}
