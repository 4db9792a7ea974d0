import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base } from '../design/styles.js';
import { signed, value } from '../model/format.js';
import { PlotLink, type LinkChange, type Range } from '../model/plot-link.js';
import { stillnessOf } from '../model/stillness.js';
import { TracePanel, type PanelData, type PanelSpec } from './trace-panel.js';
import type { PanelMark } from './panel-drawing.js';
import { uplotStyles } from './uplot-styles.js';

interface Mounted {
  spec: PanelSpec;
  row: HTMLElement;
  readout: HTMLElement;
  host: HTMLElement;
  panel: TracePanel;
  /** The one value of each line while the panel is folded. */
  folded: number[] | null;
  hasMoved: boolean;
}

/**
 * Panels above one another with the same x axis, one cursor and one zoom. Specs are set when the
 * choice of channels changes; data is pushed with {@link show} as often as frames arrive. A panel in which
 * nothing moves is folded to one line with its value.
 */
@customElement('vc-trace-stack')
export class TraceStack extends LitElement {
  static override styles = [
    base,
    uplotStyles,
    css`
      :host {
        position: relative;
        overflow: hidden auto;
      }
      .stack {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .row {
        position: relative;
        flex: 1 1 0;
        min-height: 74px;
        border-bottom: 1px solid var(--line);
      }
      .row.heavy {
        flex-grow: 1.6;
      }
      .row.last {
        flex-grow: 1.25;
      }
      .row.folded {
        flex: none;
        height: 24px;
        min-height: 0;
      }
      .folded .host {
        display: none;
      }
      .label {
        position: absolute;
        z-index: 2;
        top: 3px;
        right: 10px;
        left: 52px;
        display: flex;
        gap: var(--gap-2);
        align-items: baseline;
        pointer-events: none;
        font-size: var(--size-small);
      }
      .label > * {
        background: color-mix(in srgb, var(--panel) 72%, transparent);
      }
      .title {
        color: var(--text);
        font-weight: 600;
      }
      .readout {
        display: flex;
        gap: var(--gap-3);
        margin-left: auto;
        font-size: var(--size);
      }
      .readout span {
        min-width: 44px;
        text-align: right;
      }
      .host {
        position: absolute;
        inset: 0;
        touch-action: pan-y;
      }
    `,
  ];

  @property({ attribute: false }) panels: PanelSpec[] = [];
  @property({ attribute: false }) link = new PlotLink();
  @property({ type: Boolean }) zoomable = false;
  /** A panel that has moved stays open while its channel pauses: the panels of a live view do not jump. */
  @property({ type: Boolean }) staysOpen = false;
  /** Writes a number of the x axis. */
  @property({ attribute: false }) xLabel: (x: number) => string = String;
  /** Name of the attribute that states where the cursor stands, e.g. data-cursor-m. */
  @property() cursorAttribute = 'data-cursor-s';
  @query('.stack') private stack!: HTMLElement;

  private mounted: Mounted[] = [];
  private stopListening: (() => void) | null = null;
  private readonly sizes = new ResizeObserver(() => this.fit());

  override render() {
    return html`<div class="stack"></div>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('panels') || changed.has('link')) {
      this.mount();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.unmount();
  }

  /** Draws new data; panels without data stay empty. */
  show(data: ReadonlyMap<string, PanelData>, extent: Range, marks: PanelMark[] = []): void {
    for (const mounted of this.mounted) {
      const { spec, panel } = mounted;
      const shown = data.get(spec.key) ?? [[], ...spec.lines.map((): number[] => [])];
      panel.setData(shown, extent, marks);
      this.judge(mounted, shown, extent);
    }
    this.foldRows();
    this.showReadouts();
  }

  private judge(mounted: Mounted, data: PanelData, [from, to]: Range): void {
    const stillness = stillnessOf(data, from, to);
    mounted.hasMoved ||= stillness.kind === 'moves';
    const open = mounted.spec.difference || (this.staysOpen && mounted.hasMoved);
    mounted.folded = stillness.kind === 'still' && !open ? stillness.values : null;
  }

  /** Folding one panel gives the others another height, and the x axis to the lowest that is open. */
  private foldRows(): void {
    const changed = this.mounted.filter(({ row, folded }) => row.classList.contains('folded') !== (folded !== null));
    if (changed.length > 0) {
      changed.forEach(({ row, folded }) => row.classList.toggle('folded', folded !== null));
      this.fit();
    }
  }

  /** Pixels across a panel: more points than twice this cannot be seen. */
  get pixels(): number {
    return Math.max(100, Math.round(this.clientWidth * devicePixelRatio));
  }

  private mount(): void {
    this.unmount();
    this.mounted = this.panels.map((spec) => this.mountPanel(spec));
    this.fit();
    this.stopListening = this.link.listen((what) => this.follow(what));
    this.dispatchEvent(new CustomEvent('panels-ready'));
  }

  private mountPanel(spec: PanelSpec): Mounted {
    const row = document.createElement('div');
    row.className = `row${spec.weight ? ' heavy' : ''}`;
    row.dataset['testid'] = 'trace-panel';
    row.dataset['channel'] = spec.key;
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', `${spec.title} ${spec.unit}`);
    const label = child(row, 'div', 'label');
    child(label, 'span', 'title').textContent = spec.title;
    child(label, 'span', 'third').textContent = spec.unit;
    const readout = child(label, 'span', 'readout');
    for (const line of spec.lines) {
      child(readout, 'span', '').style.color = line.colour;
    }
    const host = child(row, 'div', 'host');
    this.stack.append(row);
    const placing = { zoomable: this.zoomable, label: (x: number) => this.xLabel(x) };
    return { spec, row, readout, host, panel: new TracePanel(host, spec, this.link, placing), folded: null, hasMoved: false };
  }

  private unmount(): void {
    this.stopListening?.();
    this.stopListening = null;
    this.mounted.forEach(({ panel, row }) => {
      panel.destroy();
      row.remove();
    });
    this.mounted = [];
  }

  private fit(): void {
    const lowest = this.mounted.findLast(({ folded }) => folded === null);
    this.mounted.forEach((each) => each.row.classList.toggle('last', each === lowest));
    for (const each of this.mounted) {
      const { clientWidth, clientHeight } = each.host;
      if (clientWidth > 0 && clientHeight > 0) {
        each.panel.place(clientWidth, clientHeight, each === lowest);
      }
    }
  }

  private follow(what: LinkChange): void {
    for (const { panel } of this.mounted) {
      if (what === 'zoom') {
        panel.showRange();
      } else {
        panel.showCursor();
      }
    }
    this.showReadouts();
  }

  private showReadouts(): void {
    const x = this.link.cursor;
    for (const { spec, row, readout, panel, folded } of this.mounted) {
      const values = folded ?? (x === null ? [] : panel.valuesAt(x));
      spec.lines.forEach((_, i) => {
        const number = values[i];
        const text = number === undefined ? '' : spec.difference ? signed(number) : value(number, spec.whole);
        (readout.children[i] as HTMLElement).textContent = text;
      });
      if (x === null) {
        row.removeAttribute(this.cursorAttribute);
      } else {
        row.setAttribute(this.cursorAttribute, x.toFixed(2));
      }
    }
  }
}

function child(parent: HTMLElement, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}
