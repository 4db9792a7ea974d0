import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { otherLine, referenceLine } from '../charts/lap-lines.js';
import { swatch } from '../charts/swatch.js';
import { base, controls } from '../design/styles.js';
import type { OtherLap } from '../model/comparison-feed.js';
import { lapTime } from '../model/format.js';
import { lapDifference } from '../model/lap-difference.js';
import { shortened } from '../model/names.js';
import { formatLapAddress, lapName } from '../model/routes.js';
import type { LapAddress } from '../wire/rest.js';
import type { Lap } from '../wire/words.js';

const LONGEST_SESSION = 18;

/**
 * The laps of a comparison with their lines. One of the others is in focus: the picker, the map and the readout are
 * about it. Tells `lap-focused` and `lap-removed` with the index of an other lap.
 */
@customElement('vc-compare-legend')
export class CompareLegend extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-1) var(--gap-2);
        align-items: center;
      }
      li {
        display: flex;
        align-items: center;
      }
      .lap {
        gap: 6px;
        border-radius: var(--radius) 0 0 var(--radius);
      }
      .only,
      .reference {
        border-radius: var(--radius);
      }
      .reference {
        display: flex;
        gap: 6px;
        align-items: center;
        height: var(--control);
        padding: 0 var(--gap-2);
        border: 1px solid var(--line);
      }
      .remove {
        padding: 0 7px;
        border-left: 0;
        border-radius: 0 var(--radius) var(--radius) 0;
        color: var(--text-second);
      }
      @media (max-width: 720px) {
        ul {
          flex-wrap: nowrap;
          overflow-x: auto;
        }
        li {
          flex: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) reference!: LapAddress;
  @property({ attribute: false }) others: OtherLap[] = [];
  @property({ attribute: false }) timed: ReadonlyMap<string, Lap> = new Map();
  @property({ type: Number }) focused = 0;

  override render() {
    const reference = this.timed.get(formatLapAddress(this.reference));
    return html`<ul aria-label="Laps that are compared" data-testid="compare-legend">
      <li>
        <span class="lap reference"
          >${swatch(referenceLine())} ${this.nameOf(this.reference)} ${this.sessionOf(this.reference)}
          <span class="second">${lapTime(reference?.time_s)}</span></span
        >
      </li>
      ${this.others.map((other, i) => this.chip(other, i, reference))}
    </ul>`;
  }

  private chip({ address, overlay, problem }: OtherLap, i: number, reference: Lap | undefined) {
    const timed = this.timed.get(formatLapAddress(address));
    const name = this.nameOf(address);
    const several = this.others.length > 1;
    const difference = lapDifference(overlay?.delta_s.at(-1), reference, timed);
    return html`<li data-testid="compared-lap" data-lap=${formatLapAddress(address)}>
      <button
        class="lap ${several ? '' : 'only'}"
        aria-pressed=${several ? i === this.focused : nothing}
        title=${problem ? `${problem.title}. ${problem.detail}` : (difference.reason ?? nothing)}
        @click=${() => this.tell('lap-focused', i)}
      >
        ${swatch(otherLine(i, name))} ${name} ${this.sessionOf(address)}
        ${problem
          ? html`<span class="warn">not comparable</span>`
          : html`<span class="second">${lapTime(timed?.time_s)}</span> <span>${difference.text}</span>`}
      </button>
      ${several
        ? html`<button class="remove" title="Remove" aria-label="Remove ${name}" @click=${() => this.tell('lap-removed', i)}>×</button>`
        : nothing}
    </li>`;
  }

  private nameOf(lap: LapAddress): string {
    return lapName(lap, this.addresses);
  }

  /** Only where there are several. */
  private sessionOf({ session }: LapAddress) {
    const several = this.addresses.some((each) => each.session !== session);
    return several ? html`<span class="session third" title=${session}>${shortened(session, LONGEST_SESSION)}</span>` : nothing;
  }

  private get addresses(): LapAddress[] {
    return [this.reference, ...this.others.map(({ address }) => address)];
  }

  private tell(what: 'lap-focused' | 'lap-removed', index: number): void {
    this.dispatchEvent(new CustomEvent(what, { detail: index, bubbles: true, composed: true }));
  }
}
