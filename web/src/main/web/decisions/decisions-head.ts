import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import type { DecisionFeed } from '../model/decision-feed.js';
import { headed } from '../model/decision-text.js';
import { instant } from '../model/format.js';
import { hrefOf } from '../model/routes.js';
import { chipStyles } from '../parts/chip-styles.js';
import { headStyles } from '../parts/head-styles.js';

const TICK_MS = 1_000;

/** Which session it is, how fresh what is shown is, and the ways to the race and to all sessions. */
@customElement('vc-decisions-head')
export class DecisionsHead extends LitElement {
  static override styles = [
    base,
    controls,
    headStyles,
    chipStyles,
    css`
      .chip.good::before {
        border-radius: 50%;
      }
    `,
  ];

  @property({ attribute: false }) feed!: DecisionFeed;
  @property({ type: Number }) revision = 0;
  @property() session = '';
  /** Whether the session has samples to go to. */
  @property({ type: Boolean }) driven = false;
  private ticking = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    // Ages count while nothing comes.
    this.ticking = window.setInterval(() => this.requestUpdate(), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.ticking);
  }

  override render() {
    const schedule = this.feed.book.now?.schedule ?? null;
    const facts = schedule === null ? [] : [headed(schedule.kind), schedule.circuit, instant(schedule.start)];
    const race = hrefOf({ view: 'session', id: this.session, car: null, lap: null, at_s: null, layout: null });
    return html`<h1 data-testid="decisions-title">${schedule?.name ?? this.session}</h1>
      <p class="facts">${facts.join(' · ')}</p>
      <div class="right">
        ${this.freshness()}
        ${this.driven ? html`<a class="button" data-testid="to-session" href=${race}>Race</a>` : nothing}
        <a class="button" href=${hrefOf({ view: 'board' })}>All sessions</a>
      </div>`;
  }

  private freshness() {
    const { stale_s, failed, book } = this.feed;
    if (failed !== null || stale_s !== null) {
      const text = stale_s === null ? 'Not refreshed' : `Stale ${stale_s} s`;
      const why = failed === null ? '' : `${failed.detail} ${failed.remedy}`;
      // Seconds that count are for the eye alone.
      return html`<span class="chip warn" data-testid="freshness" data-state="stale" aria-hidden="true" title=${why}>${text}</span
        ><span class="unseen" role="status">Not refreshed. ${why}</span>`;
    }
    const over = book.now?.phase === 'official' || book.now?.phase === 'cancelled';
    return html`<span class="chip ${over ? 'second' : 'good'}" data-testid="freshness" data-state="fresh">${over ? 'Over' : 'Live'}</span>`;
  }
}
