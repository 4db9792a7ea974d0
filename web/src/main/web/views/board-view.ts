import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { flagMarks } from '../decisions/flag-mark-styles.js';
import { base, controls, tables } from '../design/styles.js';
import { headed, phaseColour, shortPhase } from '../model/decision-text.js';
import { instant } from '../model/format.js';
import { Keys, type KeyBinding } from '../model/keys.js';
import { timeOfDay } from '../model/moments.js';
import { nameBeside, shortened } from '../model/names.js';
import { hrefOf } from '../model/routes.js';
import type { KeysHelp } from '../parts/keys-help.js';
import '../parts/keys-help.js';
import '../parts/note.js';
import type { AuditLine, BoardLine } from '../wire/decision-words.js';
import { decisionCalls } from '../wire/decision-calls.js';
import { Poll } from '../wire/poll.js';
import { Problem } from '../wire/rest.js';
import { boardViewStyles } from './board-view-styles.js';
import { listStyles } from './list-styles.js';

const ASK_EVERY_MS = 3_000;
/** So many decisions are listed. */
const NEWEST = 50;
const LONGEST_NAME = 24;

/** All sessions that race control has decided about, the newest start first, with what is to be dealt with in each. */
@customElement('vc-board-view')
export class BoardView extends LitElement {
  static override styles = [base, controls, tables, flagMarks, listStyles, boardViewStyles];

  @state() private lines: BoardLine[] | null = null;
  @state() private newest: AuditLine[] = [];
  @state() private failed: Problem | null = null;
  @query('vc-keys-help') private help!: KeysHelp | null;
  private readonly bindings: KeyBinding[] = [{ keys: ['?'], shown: ['?'], does: 'Show the keys', run: () => this.help?.open() }];
  private readonly asking = new Poll(
    (signal) => this.ask(signal),
    () => ASK_EVERY_MS,
  );

  constructor() {
    super();
    new Keys(this, () => this.bindings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Race control · VitalCORE';
    this.asking.now();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking.stop();
  }

  private async ask(signal: AbortSignal): Promise<void> {
    try {
      const [lines, newest] = await Promise.all([decisionCalls.board(signal), decisionCalls.audit(NEWEST, signal)]);
      this.lines = lines;
      this.newest = newest;
      this.failed = null;
    } catch (cause) {
      if (!signal.aborted) {
        this.failed = Problem.from(cause);
      }
      throw cause;
    }
  }

  override render() {
    return html`<div class="page">
        <h1>Race control</h1>
        <div class="frame">${this.content()}</div>
        ${this.newest.length === 0 ? nothing : this.audit()}
      </div>
      <vc-keys-help .bindings=${this.bindings}></vc-keys-help>`;
  }

  private content() {
    const { lines, failed } = this;
    if (lines === null) {
      return failed
        ? html`<vc-note kind="problem" heading=${failed.title} detail=${failed.detail} remedy=${failed.remedy}></vc-note>`
        : html`<vc-note kind="loading" heading="Race control"></vc-note>`;
    }
    if (lines.length === 0) {
      return html`<vc-note
        data-testid="no-board"
        heading="Nothing was decided yet"
        detail="A session stands here as soon as it is scheduled: POST api/v1/sessions/NAME/commands."
      ></vc-note>`;
    }
    return html`${failed ? html`<p class="old warn" role="status" data-testid="board-old">Not refreshed: ${failed.detail} ${failed.remedy}</p>` : nothing}
      <table data-testid="board-of-all">
        <thead>
          <tr>
            <th scope="col" class="left">Phase</th>
            <th scope="col" class="left">Session</th>
            <th scope="col" class="left roomy">Circuit</th>
            <th scope="col" class="left roomy">Start</th>
            <th scope="col" class="roomy">Cars</th>
            <th scope="col" class="roomy">Sectors flagged</th>
            <th scope="col">Incidents open</th>
            <th scope="col">Penalties open</th>
            <th scope="col" class="roomy">Protests open</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => this.row(line))}
        </tbody>
      </table>`;
  }

  /** Who decided what, wherever. */
  private audit() {
    return html`<h2>Newest decisions</h2>
      <div class="frame">
        <table class="audit" data-testid="audit">
          <thead>
            <tr>
              <th scope="col" class="left">Recorded</th>
              <th scope="col" class="left roomy">Session</th>
              <th scope="col" class="left">Decision</th>
              <th scope="col" class="left roomy">By</th>
            </tr>
          </thead>
          <tbody>
            ${this.newest.map((decision) => this.auditLine(decision))}
          </tbody>
        </table>
      </div>`;
  }

  private auditLine({ session, about, recorded, text, who }: AuditLine) {
    const href = hrefOf({ view: 'decisions', id: session, knownAt: null, about, car: null, kind: null });
    const name = this.lines?.find((line) => line.session === session)?.name ?? session;
    return html`<tr data-testid="audit-line">
      <td class="left second" title=${recorded}>${timeOfDay(recorded, this.newest[0]?.recorded ?? null)}</td>
      <td class="left second roomy">${shortened(name, LONGEST_NAME)}</td>
      <td class="left what"><a href=${href} title=${text}>${text}</a><span class="narrow second">${shortened(name, LONGEST_NAME)}, ${who}</span></td>
      <td class="left second roomy">${who}</td>
    </tr>`;
  }

  private row(line: BoardLine) {
    const href = hrefOf({ view: 'decisions', id: line.session, knownAt: null, about: null, car: null, kind: null });
    const name = nameBeside({ id: line.session, title: line.name });
    return html`<tr data-testid="board-row" data-session=${line.session} @click=${() => (location.hash = href)}>
      <td class="left"><span class="phase"><i class="mark-flag ${phaseColour(line.phase)}" aria-hidden="true"></i>${shortPhase(line.phase)}</span></td>
      <td class="left title"><a href=${href} title=${line.name}>${line.name}</a>${name === null ? nothing : html`<span class="name">${name}</span>`}</td>
      <td class="left second roomy">${line.circuit}, ${headed(line.kind).toLowerCase()}</td>
      <td class="left second roomy">${instant(line.start)}</td>
      <td class="roomy">${line.entries}</td>
      <td class="roomy">${open(line.flagged_sectors)}</td>
      <td>${open(line.open_incidents)}</td>
      <td>${open(line.open_penalties)}</td>
      <td class="roomy">${open(line.open_protests)}</td>
    </tr>`;
  }
}

const open = (number: number) => (number === 0 ? html`<span class="third">0</span>` : html`<b class="warn">${number}</b>`);
