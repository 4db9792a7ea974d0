import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { instant } from '../model/format.js';
import { nameBeside } from '../model/names.js';
import { StoreController } from '../model/store-controller.js';
import type { RaceFlag } from '../wire/words.js';
import './connection.js';
import './guarded-calls.js';
import { headStyles } from './head-styles.js';
import './session-clock.js';

/** Which session this is, the time in it, and whether the screen is fresh. */
@customElement('vc-session-head')
export class SessionHead extends LitElement {
  static override styles = [
    base,
    controls,
    headStyles,
    css`
      .name {
        flex: none;
        max-width: 40%;
        overflow: hidden;
        color: var(--text-third);
        font-size: var(--size-small);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      /* Has what the title leaves. */
      .facts {
        flex: 1 1 0;
      }
      .right {
        position: relative;
      }
      .flag {
        display: inline-flex;
        align-items: center;
        height: var(--control);
        margin-right: var(--gap-2);
        padding: 0 10px;
        border-radius: var(--radius);
        background: var(--flag-yellow);
        color: var(--on-flag);
        font-weight: 700;
      }
      .flag.red {
        background: var(--flag-red);
      }
      .flag.chequered {
        background: var(--flag-chequered);
      }
      .clock {
        margin-right: var(--gap-2);
        font-size: var(--size-clock);
        font-weight: 600;
        line-height: 1;
      }
      .clock[data-fresh='false'] {
        color: var(--warn);
      }
      @media (min-width: 721px) and (max-width: 1100px) {
        .name {
          display: none;
        }
      }
      @media (max-width: 720px) {
        .right {
          flex-wrap: wrap;
          gap: var(--gap-1);
        }
        .name {
          max-width: 100%;
        }
        .facts {
          display: none;
        }
        .clock {
          margin-right: auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;

  constructor() {
    super();
    new StoreController(this);
  }

  /** Green is how it should be: only what is otherwise is said. */
  private flag() {
    const flag = this.store.control.flagAt(this.store.now_s);
    const text = FLAGS[flag];
    return text === undefined ? nothing : html`<span class="flag ${flag}" aria-hidden="true" data-testid="flag">${text}</span>`;
  }

  /** Only regions that are there before their text are read out for certain; red interrupts. */
  private saidOfFlag() {
    const flag = this.store.control.flagAt(this.store.now_s);
    const text = FLAGS[flag] ?? (flag === 'green' ? 'Green flag' : '');
    return html`<span class="unseen" role="status">${flag === 'red' ? '' : text}</span
      ><span class="unseen" role="alert">${flag === 'red' ? text : ''}</span>`;
  }

  override render() {
    const { session } = this.store;
    const name = session && nameBeside(session);
    const facts = [session?.track, instant(session?.start ?? ''), cars(this.store.timing.entries().length)];
    return html`<h1 data-testid="session-title">${session?.title}</h1>
      ${name === null ? nothing : html`<p class="name" data-testid="session-name" title=${name}>${name}</p>`}
      <p class="facts">${facts.filter((fact) => fact).join(' · ')}</p>
      <div class="right">
        ${this.flag()} ${this.saidOfFlag()}
        <vc-session-clock class="clock" data-fresh=${this.store.fresh} .store=${this.store}></vc-session-clock>
        <slot name="tools"></slot>
        <vc-guarded-calls .live=${session?.state === 'live'}></vc-guarded-calls>
        <vc-connection .store=${this.store}></vc-connection>
      </div>`;
  }
}

const FLAGS: Partial<Record<RaceFlag, string>> = {
  yellow: 'Yellow',
  safety_car: 'Safety car',
  red: 'Red flag',
  chequered: 'Chequered',
};

const cars = (number: number): string => (number === 1 ? '1 car' : `${number} cars`);
