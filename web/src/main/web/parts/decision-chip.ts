import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { flagMarks } from '../decisions/flag-mark-styles.js';
import { base, controls } from '../design/styles.js';
import { decidedAt } from '../model/decided-at.js';
import { DecisionFeed } from '../model/decision-feed.js';
import { counted, phaseColour, phaseText, shortPhase } from '../model/decision-text.js';
import type { FrameStore } from '../model/frame-store.js';
import { hrefOf } from '../model/routes.js';
import { StoreController } from '../model/store-controller.js';

/** What race control has decided by the cursor, in the head of a session; nothing where it has not heard of it. Leads to the board. */
@customElement('vc-decision-chip')
export class DecisionChip extends LitElement {
  static override styles = [
    base,
    controls,
    flagMarks,
    css`
      :host {
        display: inline-block;
      }
      .button {
        gap: 6px;
      }
      @media (min-width: 721px) and (max-width: 1100px) {
        .phase:not(:last-child) {
          display: none;
        }
      }
      .open {
        padding-left: 6px;
        border-left: 1px solid var(--line-strong);
        color: var(--warn);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  private feed: DecisionFeed | null = null;

  constructor() {
    super();
    new StoreController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.feed?.stop();
    this.feed = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.isConnected && (changed.has('session') || this.feed === null)) {
      this.feed?.stop();
      this.feed = new DecisionFeed(this.session, () => this.requestUpdate(), false);
      this.feed.start();
    }
  }

  override render() {
    const { session, now_s } = this.store;
    const decided = session && this.feed ? decidedAt(this.feed.book.all, Date.parse(session.start) + 1_000 * now_s) : null;
    if (decided === null) {
      return nothing;
    }
    const { phase, openIncidents, flaggedSectors } = decided;
    const failed = this.feed?.failed ?? null;
    const says = `Race control: ${phaseText(phase)}, ${counted(openIncidents, 'incident', 'open')}, ${counted(flaggedSectors, 'sector', 'flagged')}`;
    const href = hrefOf({ view: 'decisions', id: this.session, knownAt: null, about: null, car: null, kind: null });
    return html`<a class="button" data-testid="decided" data-phase=${phase} href=${href} title="${says}${failed ? `; not refreshed: ${failed.detail}` : ''}" aria-label=${says}>
      <i class="mark-flag ${phaseColour(phase)}" aria-hidden="true"></i>
      <span class="phase">${shortPhase(phase)}</span>${openIncidents === 0 ? nothing : html`<span class="open">${openIncidents} open</span>`}${failed
        ? html`<span class="open">stale</span>`
        : nothing}
    </a>`;
  }
}
