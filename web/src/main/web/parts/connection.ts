import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { clock } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { StoreController } from '../model/store-controller.js';
import { chipStyles } from './chip-styles.js';

/** How fresh the screen is: live, behind, stale, reconnecting or stored; in words, not by colour alone. */
@customElement('vc-connection')
export class Connection extends LitElement {
  static override styles = [
    base,
    chipStyles,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      .live::before {
        border-radius: 50%;
      }
      .quiet {
        color: var(--text-second);
      }
      .quiet::before {
        background: none;
        border: 2px solid currentcolor;
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  private ticking = 0;

  constructor() {
    super();
    new StoreController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Ages and pauses count by the second even when no frame arrives.
    this.ticking = window.setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.ticking);
  }

  override render() {
    const { style, text, kind } = this.words();
    // Seconds that count are for the eye alone: read out each time they would drown all else.
    return html`<span class="chip ${style}" data-testid="connection" data-state=${kind} aria-hidden="true">${text}</span
      ><span class="unseen" role="status">${SAID[kind]}</span>`;
  }

  private words(): { style: string; text: string; kind: keyof typeof SAID } {
    const { connection, session, timeline } = this.store;
    if (session?.state === 'stored') {
      return { style: 'quiet', text: 'Stored', kind: 'stored' };
    }
    switch (connection.kind) {
      case 'live':
        return timeline.motion.kind === 'live'
          ? { style: 'live good', text: 'Live', kind: 'live' }
          : { style: 'warn', text: `${clock(timeline.end_s - timeline.at_s)} behind`, kind: 'behind' };
      case 'stale':
        return { style: 'warn', text: `Stale ${secondsSince(connection.since)} s`, kind: 'stale' };
      case 'reconnecting': {
        const left = Math.max(0, -secondsSince(connection.retryAt));
        return { style: 'bad', text: `Reconnecting${left > 0 ? ` in ${left} s` : ''}`, kind: 'reconnecting' };
      }
      case 'connecting':
        return { style: 'quiet', text: 'Connecting', kind: 'connecting' };
      case 'closed':
        return { style: 'quiet', text: 'Not connected', kind: 'closed' };
    }
  }
}

/** What is read out when it changes. */
const SAID = {
  stored: 'Stored session',
  live: 'Live',
  behind: 'Behind what happens now',
  stale: 'Stale: nothing arrives',
  reconnecting: 'Reconnecting',
  connecting: 'Connecting',
  closed: 'Not connected',
};

const secondsSince = (epochMs: number): number => Math.round((Date.now() - epochMs) / 1000);
