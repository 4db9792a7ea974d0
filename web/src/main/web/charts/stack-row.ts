import { decimalsFor, signed, value } from '../model/format.js';
import type { PlotLink, Range } from '../model/plot-link.js';
import { stillnessOf } from '../model/stillness.js';
import type { PanelMark } from './panel-drawing.js';
import { TracePanel, type PanelData, type PanelPlacing, type PanelSpec } from './trace-panel.js';

/** One panel of a stack with its label and its values; folded to a line while nothing moves in it. */
export class StackRow {
  readonly element = document.createElement('div');
  data: PanelData = [[]];
  private readonly readouts: { value: HTMLElement; sinceMark: HTMLElement }[];
  private readonly host: HTMLElement;
  private readonly panel: TracePanel;
  /** The one value of each line while the panel is folded. */
  private foldedValues: number[] | null = null;
  private hasMoved = false;

  constructor(
    parent: HTMLElement,
    readonly spec: PanelSpec,
    private readonly link: PlotLink,
    placing: PanelPlacing,
  ) {
    this.element.className = `row${spec.weight ? ' heavy' : ''}${spec.lines.length > 2 ? ' many' : ''}`;
    this.element.dataset['testid'] = 'trace-panel';
    this.element.dataset['channel'] = spec.key;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', `${spec.title} ${spec.unit}`);
    const label = child(this.element, 'div', 'label');
    child(label, 'span', 'title').textContent = spec.title;
    child(label, 'span', 'third').textContent = spec.unit;
    const readout = child(label, 'span', 'readout');
    this.readouts = spec.lines.map((line) => {
      const both = child(readout, 'span', '');
      both.style.setProperty('color', line.colour);
      return { value: child(both, 'span', 'value'), sinceMark: child(both, 'span', 'since-mark') };
    });
    this.host = child(this.element, 'div', 'host');
    parent.append(this.element);
    this.panel = new TracePanel(this.host, spec, link, placing);
  }

  get folded(): boolean {
    return this.foldedValues !== null;
  }

  /** @param staysOpen once it has moved */
  show(data: PanelData | undefined, marks: PanelMark[], staysOpen: boolean): void {
    this.data = data ?? [[], ...this.spec.lines.map((): number[] => [])];
    this.panel.setData(this.data, marks);
    this.judge(this.link.extent, staysOpen);
  }

  private judge([from, to]: Range, staysOpen: boolean): void {
    const stillness = stillnessOf(this.data, from, to);
    this.hasMoved ||= stillness.kind === 'moves';
    const open = this.spec.difference || (staysOpen && this.hasMoved);
    this.foldedValues = stillness.kind === 'still' && !open ? stillness.values : null;
  }

  /** @returns whether it was folded or opened */
  fold(): boolean {
    const changed = this.element.classList.contains('folded') !== this.folded;
    this.element.classList.toggle('folded', this.folded);
    return changed;
  }

  fit(lowest: boolean): void {
    this.element.classList.toggle('last', lowest);
    const { clientWidth, clientHeight } = this.host;
    if (clientWidth > 0 && clientHeight > 0) {
      this.panel.place(clientWidth, clientHeight, lowest);
    }
  }

  redraw(): void {
    this.panel.redraw();
  }

  showRange(): void {
    this.panel.showRange();
  }

  showCursor(): void {
    this.panel.showCursor();
  }

  /** What the lines are at the cursor, and by how much they are above what they are at the mark. */
  showReadout(cursorAttribute: string): void {
    const { cursor, mark } = this.link;
    const values = this.valuesAt(cursor);
    const marked = mark === null || cursor === null || this.folded ? [] : this.panel.valuesAt(mark);
    this.readouts.forEach(({ value: shown, sinceMark }, i) => {
      write(shown, this.written(values[i]));
      const [now, then] = [values[i], marked[i]];
      write(sinceMark, typeof now === 'number' && typeof then === 'number' ? `Δ ${this.change(now - then)}` : '');
    });
    const at = cursor?.toFixed(2) ?? null;
    if (at === null) {
      this.element.removeAttribute(cursorAttribute);
    } else if (at !== this.element.getAttribute(cursorAttribute)) {
      this.element.setAttribute(cursorAttribute, at);
    }
  }

  destroy(): void {
    this.panel.destroy();
    this.element.remove();
  }

  private valuesAt(x: number | null): (number | null)[] {
    return this.foldedValues ?? (x === null ? [] : this.panel.valuesAt(x));
  }

  private written(number: number | null | undefined): string {
    return number === undefined ? '' : this.spec.difference ? signed(number) : value(number, this.spec.whole);
  }

  private change(by: number): string {
    const { whole, difference } = this.spec;
    return signed(by, whole ? 0 : difference ? 3 : decimalsFor(by));
  }
}

/** Text that is there already is laid out anew all the same. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function child(parent: HTMLElement, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}
