import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, controls } from '../design/styles.js';
import { clock } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { StoreController } from '../model/store-controller.js';
import type { RaceControlMessage } from '../wire/words.js';
import './note.js';

/** What the circuit told up to the cursor, the newest first; choosing a message goes to its moment. */
@customElement('vc-race-control-feed')
export class RaceControlFeed extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        height: 100%;
        overflow: auto;
        scrollbar-color: var(--line-strong) transparent;
        scrollbar-width: thin;
      }
      .filter {
        display: flex;
        gap: var(--gap-2);
        align-items: center;
        justify-content: flex-end;
        padding: 3px 4px;
        border-bottom: 1px solid var(--line);
      }
      li button {
        display: grid;
        grid-template-columns: 52px 12px minmax(0, 1fr);
        gap: var(--gap-2);
        align-items: center;
        width: 100%;
        min-height: var(--row);
        padding: 2px 10px;
        border: 0;
        border-bottom: 1px solid var(--line);
        background: none;
        color: var(--text);
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      li span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      li button:hover {
        background: var(--hover);
      }
      time {
        color: var(--text-third);
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      i {
        width: 10px;
        height: 10px;
        border: 1px solid var(--text-third);
      }
      .yellow,
      .double_yellow,
      .slippery,
      .safety_car {
        background: var(--flag-yellow);
      }
      .red {
        background: var(--flag-red);
      }
      .green,
      .clear {
        background: var(--flag-green);
      }
      .chequered {
        background: repeating-conic-gradient(var(--flag-chequered) 0 25%, var(--ground) 0 50%) 50% / 5px 5px;
      }
      .incident {
        border: 0;
        border-radius: 50%;
        background: var(--warn);
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  /** Whether cars that ran wide are told of too: in a race there are many. */
  @property({ type: Boolean }) offTrack = false;

  constructor() {
    super();
    new StoreController(this);
  }

  override render() {
    const all = this.store.control.until(this.store.now_s);
    const messages = this.offTrack ? all : all.filter(({ incident }) => incident !== 'off_track');
    const { failed, known } = this.store.control;
    if (all.length === 0 && !known) {
      return failed
        ? html`<vc-note
            kind="problem"
            heading="Flags are not known"
            detail=${failed.detail}
            remedy="They are asked for again."
          ></vc-note>`
        : html`<vc-note kind="loading" heading="Race control"></vc-note>`;
    }
    if (all.length === 0) {
      return html`<vc-note
        heading="Nothing from race control"
        detail="Flags, incidents and weather are told here where a circuit sends them."
      ></vc-note>`;
    }
    return html`<div class="filter">
        ${this.old()}
        <button
          class="toggle"
          data-testid="off-track"
          aria-pressed=${this.offTrack}
          title="Tell of cars that ran wide, too"
          @click=${() => this.tell({ wide: this.offTrack ? '' : 'yes' })}
        >
          Off track ${all.length - all.filter(({ incident }) => incident !== 'off_track').length}
        </button>
      </div>
      <ol aria-label="Race control, the newest first" data-testid="race-control">
      ${repeat(messages, keyOf, (message) => this.message(message))}
    </ol>`;
  }

  /** That what is shown may lack what came since. */
  private old() {
    const { failed, refreshed_s } = this.store.control;
    const since = refreshed_s === null ? 'not known before now' : `not refreshed since ${clock(refreshed_s)}`;
    return failed ? html`<span class="warn" role="status" data-testid="flags-old" title=${failed.detail}>${since}</span>` : nothing;
  }

  private tell(options: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent('panel-options', { detail: options, bubbles: true, composed: true }));
  }

  private message({ at_s, kind, flag, text }: RaceControlMessage) {
    return html`<li>
      <button title="${text}. Go to ${clock(at_s)}" @click=${() => this.store.move((timeline) => timeline.seek(at_s))}>
        <time>${clock(at_s)}</time><i class=${flag ?? kind} aria-hidden="true"></i><span>${text}</span>
      </button>
    </li>`;
  }
}

/** A message stays the same button when others come before it: who is on it stays on it. */
const keyOf = ({ at_s, kind, sector, car, text }: RaceControlMessage): string => [at_s, kind, sector, car, text].join('/');
