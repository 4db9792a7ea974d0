import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { RaceLogController } from '../model/race-log-controller.js';
import { raceLogOf } from '../model/race-log.js';

/** Hides the laps that do not tell the pace, in all panels that have it. */
@customElement('vc-pure-toggle')
export class PureToggle extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) store!: FrameStore;

  constructor() {
    super();
    new RaceLogController(this);
  }

  override render() {
    const log = raceLogOf(this.store);
    return html`<button
      data-testid="pure-pace"
      aria-pressed=${log.pureOnly}
      title="Only flying laps that are known well, without yellow, safety car or red${log.flagsKnown
        ? ''
        : ' (no flags are known of this session)'}, within 107 % of the car's median and no outliers of their stint"
      @click=${() => log.showPure(!log.pureOnly)}
    >
      Pure pace
    </button>`;
  }
}
