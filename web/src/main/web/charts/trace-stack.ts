import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { sameProvisional, type Provisional } from '../model/finality.js';
import { signed } from '../model/format.js';
import { PlotLink, type LinkChange, type Range } from '../model/plot-link.js';
import type { Anchor } from '../model/zoom.js';
import type { PanelMark } from './panel-drawing.js';
import type { StatisticsTable } from './statistics-table.js';
import './statistics-table.js';
import { runStackKey } from './stack-keys.js';
import { StackRow } from './stack-row.js';
import type { PanelData, PanelSpec } from './trace-panel.js';
import { traceStackStyles } from './trace-stack-styles.js';
import { uplotStyles } from './uplot-styles.js';

/** The table of statistics follows after this: a selection that is being drawn needs none. */
const SETTLED_MS = 120;

/**
 * Panels above one another with the same x axis, one cursor, one zoom and one mark. Specs are set when the
 * choice of channels changes; data is pushed with {@link show} as often as frames arrive. A panel in which
 * nothing moves is folded to one line with its value. Tells `selection-changed` with the range that is measured
 * while its statistics are shown.
 */
@customElement('vc-trace-stack')
export class TraceStack extends LitElement {
  static override styles = [base, uplotStyles, traceStackStyles];

  @property({ attribute: false }) panels: PanelSpec[] = [];
  @property({ attribute: false }) link = new PlotLink();
  /** Zoom, pan, and keys while it has the focus. */
  @property({ type: Boolean }) zoomable = false;
  /** A panel that has moved stays open while its channel pauses: the panels of a live view do not jump. */
  @property({ type: Boolean }) staysOpen = false;
  /** Shows a table of the selection beneath. */
  @property({ type: Boolean }) statistics = false;
  /** All samples of the selection where they are known; absent: the table is of what is drawn. */
  @property({ attribute: false }) samples: ReadonlyMap<string, PanelData> | null = null;
  /** From where of the x axis on the samples may still change, and why; null: none may. */
  @property({ attribute: false, hasChanged: (now: Provisional | null, before?: Provisional | null) => !sameProvisional(now, before) })
  provisional: Provisional | null = null;
  @property() xUnit = 's';
  /** Writes a number of the x axis. */
  @property({ attribute: false }) xLabel: (x: number) => string = String;
  /** Name of the attribute that states where the cursor stands, e.g. data-cursor-m. */
  @property() cursorAttribute = 'data-cursor-s';
  @query('.stack') private stack!: HTMLElement;
  @query('.measure') private measure!: HTMLElement;
  @query('.why') private why!: HTMLElement;
  @query('vc-statistics-table') private table!: StatisticsTable | null;

  private rows: StackRow[] = [];
  private mounted: PanelSpec[] | null = null;
  private readonly held = new Map<number, Anchor>();
  private settling = 0;
  private stopListening: (() => void) | null = null;
  private readonly sizes = new ResizeObserver(() => this.fit());

  override render() {
    return html`<div class="plots">
        <div
          class="stack"
          role="group"
          aria-label="Traces"
          data-testid="trace-stack"
          tabindex=${this.zoomable ? 0 : nothing}
          @keydown=${this.onKey}
        ></div>
        <p class="measure" data-testid="measure" hidden></p>
        <p class="measure why" data-testid="provisional-word" hidden></p>
      </div>
      ${this.statistics ? html`<vc-statistics-table .xUnit=${this.xUnit}></vc-statistics-table>` : nothing}`;
  }

  override firstUpdated(): void {
    this.sizes.observe(this.stack);
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('panels') || changed.has('link')) {
      this.mount();
    }
    if (changed.has('provisional')) {
      this.rows.forEach((row) => row.redraw());
      this.showReadouts();
    }
    if (changed.has('statistics') || changed.has('samples')) {
      this.showStatistics();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.sizes.observe(this.stack);
      this.mount();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    window.clearTimeout(this.settling);
    this.settling = 0;
    this.unmount();
  }

  /** Draws new data; panels without data stay empty. While the panels for it are not there (`panels-ready`) nothing is. */
  show(data: ReadonlyMap<string, PanelData>, extent: Range, marks: PanelMark[] = []): void {
    if (this.mounted !== this.panels) {
      return;
    }
    this.link.extent = extent;
    this.rows.forEach((row) => row.show(data.get(row.spec.key), marks, this.staysOpen));
    this.foldRows();
    this.showReadouts();
  }

  /** Folding one panel gives the others another height, and the x axis to the lowest that is open. */
  private foldRows(): void {
    if (this.rows.filter((row) => row.fold()).length > 0) {
      this.fit();
    }
  }

  /** Pixels across a panel: more points than twice this cannot be seen. */
  get pixels(): number {
    return Math.max(100, Math.round(this.clientWidth * devicePixelRatio));
  }

  private mount(): void {
    this.unmount();
    const placing = { zoomable: this.zoomable, label: (x: number) => this.xLabel(x), held: this.held, provisionalFrom: () => this.provisional?.from ?? null };
    this.rows = this.panels.map((spec) => new StackRow(this.stack, spec, this.link, placing));
    this.mounted = this.panels;
    this.fit();
    this.stopListening = this.link.listen((what) => this.follow(what));
    this.dispatchEvent(new CustomEvent('panels-ready'));
  }

  private unmount(): void {
    this.stopListening?.();
    this.stopListening = null;
    this.held.clear();
    this.rows.forEach((row) => row.destroy());
    this.rows = [];
    this.mounted = null;
  }

  private fit(): void {
    const lowest = this.rows.findLast((row) => !row.folded);
    this.rows.forEach((row) => row.fit(row === lowest));
  }

  private follow(what: LinkChange): void {
    this.rows.forEach((row) => (what === 'zoom' ? row.showRange() : row.showCursor()));
    this.showReadouts();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const [from, to] = this.link.visible;
    const across = this.renderRoot.querySelector('.u-over')?.clientWidth || this.clientWidth;
    if (this.zoomable && !event.ctrlKey && !event.metaKey && !event.altKey && runStackKey(event, this.link, (to - from) / across)) {
      // The keys of the view have other meanings.
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private showReadouts(): void {
    this.rows.forEach((row) => row.showReadout(this.cursorAttribute));
    const { cursor, mark } = this.link;
    this.measure.hidden = mark === null;
    const { provisional } = this;
    this.why.hidden = provisional === null || cursor === null || cursor < provisional.from;
    this.why.textContent = provisional?.word ?? '';
    this.toggleAttribute('data-provisional', provisional !== null && provisional.from < this.link.visible[1]);
    if (mark !== null) {
      const decimals = this.xUnit === 'm' ? 1 : 3;
      const length = cursor === null ? '' : `Δ ${signed(cursor - mark, decimals)} ${this.xUnit} `;
      this.measure.textContent = `${length}from the mark at ${this.xLabel(+mark.toFixed(decimals))}`;
    }
    if (this.statistics && this.settling === 0) {
      this.settling = window.setTimeout(() => this.showStatistics(), SETTLED_MS);
    }
  }

  private showStatistics(): void {
    this.settling = 0;
    if (this.table) {
      const { selection } = this.link;
      this.table.show(this.rows, selection, this.samples);
      this.dispatchEvent(new CustomEvent('selection-changed', { detail: selection }));
    }
  }
}
