import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, tables } from '../design/styles.js';
import { count } from '../model/format.js';
import { summarise, type LedgerSummary } from '../model/ledger-summary.js';
import { Problem, rest } from '../wire/rest.js';
import type { LedgerLine, Source } from '../wire/words.js';
import { clippedName, clippedNames } from './clipped-name.js';
import './note.js';

const ASK_EVERY_MS = 5_000;

const ORDER: Source['state'][] = ['silent', 'sending', 'ended'];
const worstFirst = (a: Source, b: Source): number => ORDER.indexOf(a.state) - ORDER.indexOf(b.state);

/** Who sends, and what the ledger says about it: what arrived, what is missing, what was healed. */
@customElement('vc-source-health')
export class SourceHealth extends LitElement {
  static override styles = [
    base,
    tables,
    clippedNames,
    css`
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--gap-4);
        padding: 6px 10px;
        border-bottom: 1px solid var(--line);
      }
      dl div {
        display: flex;
        gap: 6px;
      }
      dt {
        color: var(--text-third);
      }
      dd {
        font-weight: 600;
      }
      table {
        table-layout: fixed;
      }
      td {
        height: calc(var(--row) + 16px);
        line-height: 1.35;
      }
      .doing {
        width: 72px;
      }
      .missing {
        width: 62px;
      }
      .id {
        color: var(--text-third);
        font-size: var(--size-small);
      }
      .old {
        padding: 4px 10px;
      }
      .state::before {
        display: inline-block;
        width: 7px;
        height: 7px;
        margin-right: 6px;
        border-radius: 50%;
        background: currentcolor;
        content: '';
      }
      .silent::before {
        border-radius: 0;
      }
      .ended::before {
        background: none;
        border: 1px solid currentcolor;
      }
    `,
  ];

  @property() session = '';
  @state() private sources: Source[] | null = null;
  @state() private ledger: LedgerLine[] = [];
  @state() private problem: Problem | null = null;
  private asking = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.asking = window.setInterval(() => void this.load(), ASK_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.asking);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('session') && this.session !== '') {
      void this.load();
    }
  }

  private async load(): Promise<void> {
    const session = this.session;
    try {
      const [sources, ledger] = await Promise.all([rest.sources(session), rest.ledger(session)]);
      if (session === this.session) {
        this.sources = sources;
        this.ledger = ledger;
        this.problem = null;
      }
    } catch (cause) {
      this.problem = Problem.from(cause);
    }
  }

  override render() {
    if (this.problem && this.sources === null) {
      const { title, detail, remedy } = this.problem;
      return html`<vc-note kind="problem" heading=${title} detail=${detail} remedy=${remedy}></vc-note>`;
    }
    if (this.sources === null) {
      return html`<vc-note kind="loading" heading="Sources"></vc-note>`;
    }
    const names = { cars: this.sources.map(({ car }) => car), ids: this.sources.map(({ id }) => id) };
    return html`${this.problem ? html`<p class="old warn">Not refreshed: ${this.problem.title}</p>` : nothing}
      ${this.summary(summarise(this.ledger))}
      <table data-testid="sources">
        <thead>
          <tr>
            <th scope="col" class="left">Car, source</th>
            <th scope="col" class="left doing" title="Samples a second of what sends">State</th>
            <th scope="col" class="missing">Missing</th>
          </tr>
        </thead>
        <tbody>
          ${[...this.sources].sort(worstFirst).map((source) => this.row(source, names))}
        </tbody>
      </table>`;
  }

  private summary(sum: LedgerSummary) {
    const item = (name: string, number: number, style: string) =>
      html`<div><dt>${name}</dt><dd class=${number > 0 ? style : 'second'} data-ledger=${name}>${count(number)}</dd></div>`;
    return html`<dl data-testid="ledger" title="Blocks of all sources of the session">
      ${item('arrived', sum.arrived, '')} ${item('missing', sum.missing, 'bad')}
      ${item('healed', sum.healed, 'good')} ${item('refused', sum.refused, 'bad')}
      ${item('duplicate', sum.duplicate, '')}
    </dl>`;
  }

  private row(source: Source, among: { cars: string[]; ids: string[] }) {
    const style = source.state === 'sending' ? 'good' : source.state === 'silent' ? 'warn' : 'third';
    const { missing } = summarise(this.ledger.filter((line) => line.source === source.id));
    return html`<tr title="Car ${source.car}, ${source.format ?? source.id} (${source.id}): ${count(source.samples)} samples, last seen ${source.last_seen ?? 'never'}">
      <td class="left">
        ${clippedName(source.car, among.cars)}
        <div class="id">${clippedName(source.id, among.ids)}</div>
      </td>
      <td class="left" aria-label=${source.state}>
        <span class="state ${source.state} ${style}">${source.state === 'sending' ? `${count(source.rate_samples_per_s)}/s` : source.state}</span>
      </td>
      <td class=${missing > 0 ? 'bad' : 'third'}>${missing}</td>
    </tr>`;
  }
}
