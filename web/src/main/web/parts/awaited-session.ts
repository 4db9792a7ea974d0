import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { Answer } from '../model/answer.js';
import { phaseText } from '../model/decision-text.js';
import { instant } from '../model/format.js';
import { hrefOf } from '../model/routes.js';
import { decisionCalls } from '../wire/decision-calls.js';
import type { SessionState } from '../wire/decision-words.js';
import type { Problem } from '../wire/rest.js';
import './note.js';

/** In place of a session that has no samples: what race control scheduled, else why it cannot be shown. */
@customElement('vc-awaited-session')
export class AwaitedSession extends LitElement {
  static override styles = [base, controls];

  @property() session = '';
  /** Why there is nothing to show. */
  @property({ attribute: false }) problem!: Problem;
  private readonly decided = new Answer<SessionState>(this, () => ({
    key: this.session,
    ask: (signal) => decisionCalls.state(this.session, null, signal),
  }));

  override render() {
    const { value, loading } = this.decided;
    if (value === null) {
      const { title, detail, remedy } = this.problem;
      return loading
        ? html`<vc-note kind="loading" heading="Session" detail=${this.session}></vc-note>`
        : html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}><p><a class="button" href="#/">All sessions</a></p></vc-note>`;
    }
    const { schedule, phase } = value;
    const what = schedule === null ? this.session : `${schedule.name} at ${schedule.circuit}, scheduled for ${instant(schedule.start)}`;
    return html`<vc-note
      data-testid="awaited"
      heading="Nothing has come yet"
      detail="${what}. Race control: ${phaseText(phase).toLowerCase()}. The session is shown here as soon as its first sample comes."
    >
      <p>
        <a class="button" href=${hrefOf({ view: 'decisions', id: this.session, knownAt: null, about: null, car: null, kind: null })}>Race control</a>
        <a class="button" href="#/">All sessions</a>
      </p>
    </vc-note>`;
  }
}
