import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, tables } from '../design/styles.js';
import { ABSENT, signed, value } from '../model/format.js';
import type { Range } from '../model/plot-link.js';
import { statisticsOf, type Statistics } from '../model/statistics.js';
import { swatch } from './swatch.js';
import type { PanelData, PanelSpec, TraceLine } from './trace-panel.js';

interface Drawn {
  spec: PanelSpec;
  data: PanelData;
}

interface Row {
  spec: PanelSpec;
  line: TraceLine;
  of: Statistics | null;
}

/** Lowest, highest, mean and standard deviation of each line of a stack of traces over a selection. */
@customElement('vc-statistics-table')
export class StatisticsTable extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      :host {
        flex: none;
        max-height: 36%;
        overflow: auto;
        border-top: 1px solid var(--line-strong);
        scrollbar-color: var(--line-strong) transparent;
        scrollbar-width: thin;
        container-type: inline-size;
      }
      caption {
        padding: var(--gap-1) 10px;
        color: var(--text-second);
        text-align: left;
      }
      th:first-child,
      td:first-child {
        padding-left: 10px;
      }
      svg {
        margin-right: 5px;
        vertical-align: middle;
      }
      @container (max-width: 520px) {
        .wide {
          display: none;
        }
        th,
        td {
          padding: 0 5px;
        }
      }
    `,
  ];

  @property() xUnit = 's';
  @state() private rows: Row[] = [];
  @state() private selection: Range = [0, 0];
  @state() private whole = false;

  /** @param samples all of the selection; null: only what is drawn is known */
  show(drawn: readonly Drawn[], selection: Range, samples: ReadonlyMap<string, PanelData> | null): void {
    this.selection = selection;
    this.whole = samples !== null;
    this.rows = drawn.flatMap(({ spec, data }) => {
      const [x, ...lines] = samples?.get(spec.key) ?? data;
      return spec.lines.map((line, i) => ({ spec, line, of: statisticsOf(x, lines[i] ?? [], selection) }));
    });
  }

  override render() {
    const [from, to] = this.selection;
    const of = this.whole ? 'of all samples' : 'of the points drawn';
    return html`<table data-testid="statistics" data-whole=${this.whole}>
      <caption>
        ${this.at(from)} to ${this.at(to)} ${this.xUnit}, ${of}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="left">Channel</th>
          <th scope="col">Min</th>
          <th scope="col" class="wide">at ${this.xUnit}</th>
          <th scope="col">Max</th>
          <th scope="col" class="wide">at ${this.xUnit}</th>
          <th scope="col">Mean</th>
          <th scope="col" title="Standard deviation">SD</th>
          <th scope="col" class="wide" title="How many samples">n</th>
        </tr>
      </thead>
      <tbody>
        ${this.rows.map((row) => this.row(row))}
      </tbody>
    </table>`;
  }

  private row({ spec, line, of }: Row) {
    const several = spec.lines.length > 1;
    const written = (number: number | undefined) =>
      number === undefined ? ABSENT : spec.difference ? signed(number) : value(number);
    return html`<tr data-channel=${spec.key}>
      <td class="left">
        ${swatch(line)}${spec.title}${several ? html` <span class="second">${line.label}</span>` : nothing}
        <span class="third">${spec.unit}</span>
      </td>
      <td>${written(of?.least)}</td>
      <td class="third wide">${of ? this.at(of.leastAt) : nothing}</td>
      <td>${written(of?.most)}</td>
      <td class="third wide">${of ? this.at(of.mostAt) : nothing}</td>
      <td>${written(of?.mean)}</td>
      <td>${value(of?.deviation)}</td>
      <td class="third wide">${of?.samples ?? 0}</td>
    </tr>`;
  }

  private at(x: number): string {
    return x.toFixed(this.xUnit === 'm' ? 1 : 2);
  }
}
