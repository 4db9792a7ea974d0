import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, tables } from '../design/styles.js';
import { finalAt, heldText } from '../model/finality.js';
import { count } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { healthText, summarise, type LedgerSummary } from '../model/ledger-summary.js';
import { StoreController } from '../model/store-controller.js';
import type { Source } from '../wire/words.js';
import { clippedName, clippedNames } from './clipped-name.js';
import './note.js';

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
      td:first-child {
        padding-top: 4px;
        padding-bottom: 4px;
      }
      .health {
        color: var(--text-second);
        font-size: var(--size-small);
        white-space: normal;
      }
      .final {
        padding: 5px 10px;
        border-bottom: 1px solid var(--line);
        color: var(--text-second);
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

  @property({ attribute: false }) store!: FrameStore;

  constructor() {
    super();
    new StoreController(this);
  }

  override render() {
    const { sources, ledger, failed } = this.store.finality;
    if (sources === null) {
      return failed
        ? html`<vc-note kind="problem" heading=${failed.title} detail=${failed.detail} remedy=${failed.remedy}></vc-note>`
        : html`<vc-note kind="loading" heading="Sources"></vc-note>`;
    }
    const names = { cars: sources.map(({ car }) => car), ids: sources.map(({ id }) => id) };
    return html`${failed ? html`<p class="old warn">Not refreshed: ${failed.title}</p>` : nothing}
      ${this.summary(summarise(ledger))} ${this.finality()}
      <table data-testid="sources">
        <thead>
          <tr>
            <th scope="col" class="left">Car, source</th>
            <th scope="col" class="left doing" title="Samples a second of what sends">State</th>
            <th scope="col" class="missing">Missing</th>
          </tr>
        </thead>
        <tbody>
          ${[...sources].sort(worstFirst).map((source) => this.row(source, names))}
        </tbody>
      </table>`;
  }

  private finality() {
    const mark = this.store.finality.session;
    return html`<p class="final" data-testid="finality">
      ${mark.held === null
        ? 'Nothing is held back: what is shown is final.'
        : html`<span class="warn">Final up to ${finalAt(mark)}: ${heldText(mark.held)}.</span>`}
    </p>`;
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
    const line = this.store.finality.ledger.find((each) => each.source === source.id);
    const missing = line ? summarise([line]).missing : 0;
    return html`<tr title="Car ${source.car}, ${source.format ?? source.id} (${source.id}): ${count(source.samples)} samples, last seen ${source.last_seen ?? 'never'}">
      <td class="left">
        ${clippedName(source.car, among.cars)}
        <div class="id">${clippedName(source.id, among.ids)}</div>
        <div class="health" data-testid="health" data-source=${source.id}>${healthText(source, line)}</div>
      </td>
      <td class="left" aria-label=${source.state}>
        <span class="state ${source.state} ${style}">${source.state === 'sending' ? `${count(source.rate_samples_per_s)}/s` : source.state}</span>
      </td>
      <td class=${missing > 0 ? 'bad' : 'third'}>${missing}</td>
    </tr>`;
  }
}
