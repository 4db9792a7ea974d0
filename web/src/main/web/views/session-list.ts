import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base, controls, tables } from '../design/styles.js';
import { clock, instant } from '../model/format.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { nameBeside } from '../model/names.js';
import { hrefOf } from '../model/routes.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import '../parts/note.js';
import { Poll } from '../wire/poll.js';
import { Problem, rest } from '../wire/rest.js';
import type { ExpectedSession, Session, Sessions } from '../wire/words.js';
import { listStyles } from './list-styles.js';

const ASK_EVERY_MS = 3_000;

/** Where commands look for the platform unless told. */
const USUAL_ORIGIN = 'http://127.0.0.1:8080';

/** All sessions, the newest first, and above them those that are expected; a session that starts appears by itself. */
@customElement('vc-session-list')
export class SessionList extends LitElement {
  static override styles = [
    base,
    controls,
    tables,
    listStyles,
    css`
      .report {
        color: var(--reference);
      }
      .report:hover {
        text-decoration: underline;
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        width: 64px;
      }
      .state::before {
        flex: none;
        width: 8px;
        height: 8px;
        border: 2px solid currentcolor;
        content: '';
      }
      .live {
        color: var(--good);
        font-weight: 600;
      }
      .live::before {
        border-radius: 50%;
        background: currentcolor;
      }
      .stored,
      .expected {
        color: var(--text-third);
      }
      .expected {
        width: auto;
      }
      tr[data-state='expected'] td.title {
        font-weight: 400;
      }
      .since {
        display: none;
      }
      pre {
        display: inline-block;
        max-width: 100%;
        margin: var(--gap-3) 0 0;
        padding: var(--gap-2) var(--gap-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--ground);
        color: var(--text);
        font: 12px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        text-align: left;
        white-space: pre-wrap;
      }
      @media (max-width: 720px) {
        .state {
          width: auto;
        }
        tr[data-state='expected'] td.title {
          padding: 4px 6px;
        }
        .since {
          display: block;
          color: var(--text-third);
          font-size: var(--size-small);
        }
        .since time {
          display: block;
          white-space: normal;
        }
      }
    `,
  ];

  @state() private listed: Sessions | null = null;
  @state() private problem: Problem | null = null;
  private readonly asking = new Poll((signal) => this.load(signal), () => ASK_EVERY_MS);
  private readonly bindings: KeyBinding[] = [
    {
      keys: ['?'],
      shown: ['?'],
      does: 'Show the keys',
      run: () => this.renderRoot.querySelector<KeysHelp>('vc-keys-help')?.open(),
    },
  ];

  constructor() {
    super();
    new Keys(this, () => this.bindings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Sessions · VitalCORE';
    this.asking.now();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking.stop();
  }

  override render() {
    return html`<div class="page">
        <h1>Sessions</h1>
        <div class="frame">${this.content()}</div>
      </div>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  private content() {
    if (this.problem) {
      const { title, detail, remedy } = this.problem;
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    if (this.listed === null) {
      return html`<vc-note kind="loading" heading="Sessions"></vc-note>`;
    }
    const { sessions, expected } = this.listed;
    return sessions.length + expected.length === 0 ? this.empty() : this.table(sessions, expected);
  }

  private empty() {
    return html`<vc-note
      data-testid="no-sessions"
      heading="No session yet"
      detail="Replay a recording into the running platform; the session appears here by itself."
      ><pre>./vitalcore replay recording.vbo --session practice${elsewhere(location.origin)}</pre></vc-note
    >`;
  }

  private table(sessions: Session[], expected: ExpectedSession[]) {
    return html`<table data-testid="sessions">
      <thead>
        <tr>
          <th scope="col" class="left">State</th>
          <th scope="col" class="left">Session</th>
          <th scope="col" class="left roomy">Track</th>
          <th scope="col" class="left roomy">Start</th>
          <th scope="col">Duration</th>
          <th scope="col">Cars</th>
          <th scope="col" class="roomy" aria-label="Report"></th>
        </tr>
      </thead>
      <tbody>
        ${expected.map((session) => this.expectedRow(session))} ${sessions.map((session) => this.row(session))}
      </tbody>
    </table>`;
  }

  private row(session: Session) {
    const href = hrefOf({ view: 'session', id: session.id, car: null, lap: null, at_s: null, layout: null });
    const name = nameBeside(session);
    return html`<tr
      data-testid="session-row"
      data-session=${session.id}
      data-state=${session.state}
      @click=${() => (location.hash = href)}
    >
      <td class="left"><span class="state ${session.state}">${session.state}</span></td>
      <td class="left title"><a href=${href} title=${session.title}>${session.title}</a>${name === null ? nothing : html`<span class="name">${name}</span>`}</td>
      <td class="left second roomy">${session.track ?? nothing}</td>
      <td class="left second roomy">${instant(session.start)}</td>
      <td>${clock(session.duration_s)}</td>
      <td>${session.entries}</td>
      <td class="roomy" @click=${(event: Event) => event.stopPropagation()}>
        <a class="report" href=${hrefOf({ view: 'report', id: session.id, order: null })} aria-label="Report of ${session.title}">Report</a>
      </td>
    </tr>`;
  }

  /** There is nothing to look at yet but what race control decided. */
  private expectedRow(session: ExpectedSession) {
    const href = hrefOf({ view: 'decisions', id: session.id, knownAt: null, about: null, car: null, kind: null });
    const name = nameBeside(session);
    const since = instant(session.at);
    return html`<tr data-testid="expected-row" data-session=${session.id} data-state="expected" @click=${() => (location.hash = href)}>
      <td class="left"><span class="state expected">expected</span></td>
      <td class="left title second">
        <a href=${href} title=${session.title}>${session.title}</a>${name === null ? nothing : html`<span class="name">${name}</span>`}
        <span class="since">${session.circuit}<time datetime=${session.at}>since ${since}</time></span>
      </td>
      <td class="left third roomy">${session.circuit}</td>
      <td class="left third roomy">since ${since}</td>
      <td colspan="2"></td>
      <td class="roomy"></td>
    </tr>`;
  }

  private async load(signal: AbortSignal): Promise<void> {
    try {
      this.listed = await rest.sessions(signal);
      this.problem = null;
    } catch (cause) {
      if (!signal.aborted) {
        this.problem = Problem.from(cause);
      }
      throw cause;
    }
  }
}

/** What the address of this platform adds to a command: nothing for the usual one. */
function elsewhere(origin: string): string {
  return origin === USUAL_ORIGIN ? '' : ` --server ${origin}`;
}
