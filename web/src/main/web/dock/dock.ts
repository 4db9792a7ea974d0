import { LitElement, html, nothing, render } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base, controls } from '../design/styles.js';
import { panelKind, panelKinds, type PanelContext } from '../panels/registry.js';
import type { Menu } from '../parts/menu.js';
import '../parts/menu.js';
import type { BorderMove } from './border.js';
import { activate, close, move, moveTowards, resize, setOptions, toggleMaximised, type Place } from './dock-changes.js';
import { frames, phoneFrame, type FrameActions } from './dock-frames.js';
import { EMPTY, groupWith, kindOf, panelsInSight, panelsOf, type Axis, type DockLayout, type Edge } from './dock-layout.js';
import { addMenu, panelMenu } from './dock-menus.js';
import { dockStyles } from './dock-styles.js';
import type { Box } from './drop-zone.js';
import { TabDrag, type Drop } from './tab-drag.js';

const PHONE = '(max-width: 720px)';
const EDGES: Record<string, Edge> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'top', ArrowDown: 'bottom' };

/**
 * Panels that share the screen as a layout says. The dock draws frames and tabs; the panels are its children, each in
 * a slot, so that a panel that moves keeps its element and its canvas. Those that are not in sight are no children.
 * On a phone one panel is shown at a time. Changes are told by `layout-changed`.
 */
@customElement('vc-dock')
export class Dock extends LitElement implements FrameActions {
  static override styles = [base, controls, dockStyles];

  @property({ attribute: false }) layout: DockLayout = EMPTY;
  @property({ attribute: false }) contextOf!: (panel: string) => PanelContext;
  @state() private phone = false;
  /** The panel on the phone. */
  @state() private front: string | null = null;
  @state() private preview: Box | null = null;
  /** While a border is dragged. */
  @state() private resizing: DockLayout | null = null;
  @query('vc-menu') private menu!: Menu;

  private used: string | null = null;
  private readonly drag = new TabDrag(this);
  private readonly width = matchMedia(PHONE);
  private readonly onWidth = (): void => void (this.phone = this.width.matches);

  override connectedCallback(): void {
    super.connectedCallback();
    this.width.addEventListener('change', this.onWidth);
    this.onWidth();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.width.removeEventListener('change', this.onWidth);
  }

  override render() {
    return html`${this.frames()}
      <vc-menu></vc-menu>
      ${this.preview ? html`<div class="preview" .style=${this.within(this.preview)}></div>` : nothing}`;
  }

  private frames() {
    const { root, maximised } = this.resizing ?? this.layout;
    const first = this.phonePanel;
    if (root === null || first === null) {
      return html`<div class="empty">
        <p>No panel is shown.</p>
        <button data-testid="add-panel" @click=${() => this.addPanel()}>Add a panel</button>
      </div>`;
    }
    if (this.phone) {
      return phoneFrame(first, panelsOf(this.layout), this);
    }
    const alone = maximised === null ? undefined : groupWith(this.layout, maximised);
    return frames(alone ?? root, this);
  }

  /** In an order that a move does not change: a child that changes its place would be taken out and put in again. */
  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('layout')) {
      const chosen = this.renderRoot.querySelectorAll('[role=tab][aria-selected=true]');
      chosen.forEach((tab) => tab.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    }
    const panels = this.inSight.toSorted();
    render(
      repeat(
        panels,
        (panel) => panel,
        (panel) => this.child(panel),
      ),
      this,
    );
  }

  private child(panel: string) {
    const kind = panelKind(kindOf(panel));
    const context = this.contextOf(panel);
    const keep = ({ detail }: CustomEvent<Record<string, string>>): void => this.change(setOptions(this.layout, panel, detail));
    // With a place in the order of focus, so that its content can be scrolled by keys.
    return html`<div slot=${`panel-${panel}`} tabindex="0" data-panel=${panel} @panel-options=${keep}>${kind?.render(context)}</div>
      ${kind?.aside ? html`<div slot=${`aside-${panel}`}>${kind.aside(context)}</div>` : nothing}`;
  }

  private get inSight(): string[] {
    const panel = this.phonePanel;
    return !this.phone ? panelsInSight(this.layout) : panel === null ? [] : [panel];
  }

  private get phonePanel(): string | null {
    const panels = panelsOf(this.layout);
    return panels.find((panel) => panel === this.front) ?? this.layout.maximised ?? panels[0] ?? null;
  }

  /** The panel that keys of the view mean. */
  private get usedLast(): string | null {
    const inSight = this.inSight;
    return inSight.find((panel) => panel === this.used) ?? inSight[0] ?? null;
  }

  /** Offers all kinds of panels; the one that is chosen joins the panel that was used last. */
  addPanel(): void {
    const { usedLast } = this;
    const group = [...this.renderRoot.querySelectorAll<HTMLElement>('.group')].find((each) => each.dataset['active'] === usedLast);
    const button = (group ?? this.renderRoot).querySelector<HTMLElement>('[data-testid=add-panel]');
    this.openAddMenu(button ?? this, usedLast);
  }

  /** Gives the panel that was used last all of the dock, or its place back. */
  toggleMaximised(): void {
    if (this.usedLast !== null) {
      this.maximise(this.usedLast);
    }
  }

  titleOf(panel: string): string {
    const kind = panelKind(kindOf(panel));
    // The bar of a phone has room for the kind; the car is named above it.
    const heading = this.phone && this.layout.options[panel] === undefined ? undefined : kind?.heading?.(this.contextOf(panel));
    return heading ?? kind?.title ?? panel;
  }

  badgeOf(panel: string): number | null {
    return panelKind(kindOf(panel))?.badge?.(this.contextOf(panel)) ?? null;
  }

  use(panel: string): void {
    this.used = panel;
  }

  choose(panel: string): void {
    if (this.phone) {
      this.front = panel;
    } else if (groupWith(this.layout, panel)?.active !== panel) {
      this.change(activate(this.layout, panel));
    }
  }

  maximise(panel: string): void {
    if (!this.phone) {
      this.change(toggleMaximised(this.layout, panel));
    }
  }

  pressTab(event: PointerEvent, panel: string): void {
    if (!this.phone) {
      this.drag.start(event, panel);
    }
  }

  keyOnTab(event: KeyboardEvent, panel: string): void {
    const edge = EDGES[event.key];
    if (edge !== undefined && event.shiftKey && !this.phone) {
      this.changeKeepingFocus(moveTowards(this.layout, panel, edge), panel);
    } else if (edge === 'left' || edge === 'right') {
      this.step(panel, edge === 'left' ? -1 : 1);
    } else if (event.key === 'Delete') {
      const panels = groupWith(this.layout, panel)?.panels ?? [];
      this.changeKeepingFocus(close(this.layout, panel), panels.find((each) => each !== panel) ?? null);
    } else if (event.key !== 'ArrowDown' || event.shiftKey) {
      return;
    } else {
      this.openMenu(event.currentTarget as HTMLElement, panel);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private step(panel: string, by: number): void {
    const panels = this.phone ? panelsOf(this.layout) : (groupWith(this.layout, panel)?.panels ?? []);
    const next = panels[panels.indexOf(panel) + by];
    if (next !== undefined) {
      this.choose(next);
      void this.focusTab(next);
    }
  }

  openMenu(at: HTMLElement, panel: string): void {
    const kind = panelKind(kindOf(panel));
    if (kind) {
      const entries = panelMenu(this.layout, kind, this.contextOf(panel), (layout) => this.changeKeepingFocus(layout, panel));
      void this.menu.openAt(at.getBoundingClientRect(), this.phone ? entries.slice(-1) : entries);
    }
  }

  openAddMenu(at: HTMLElement, panel: string | null): void {
    const place = panel === null ? null : { beside: panel };
    const entries = addMenu(this.layout, panelKinds(), place, (layout, added) => {
      this.front = added;
      this.changeKeepingFocus(layout, added);
    });
    void this.menu.openAt(at.getBoundingClientRect(), entries);
  }

  moveBorder(border: HTMLElement, { pixels, done }: BorderMove, at: { axis: Axis; path: number[]; index: number }): void {
    const whole = border.parentElement;
    const size = at.axis === 'row' ? whole?.clientWidth : whole?.clientHeight;
    const resized = resize(this.layout, at.path, at.index, pixels / (size || 1));
    this.resizing = done ? null : resized;
    if (done) {
      this.change(resized);
    }
  }

  showDrop(drop: Drop | null): void {
    this.preview = drop?.preview ?? null;
  }

  drop(panel: string, place: Place): void {
    this.changeKeepingFocus(move(this.layout, panel, place), panel);
  }

  /** A box of the screen in terms of the dock. */
  private within({ left, top, width, height }: Box): string {
    const own = this.getBoundingClientRect();
    return `left:${left - own.left}px;top:${top - own.top}px;width:${width}px;height:${height}px`;
  }

  private change(layout: DockLayout): void {
    if (layout !== this.layout) {
      this.layout = layout;
      this.dispatchEvent(new CustomEvent('layout-changed', { detail: layout }));
    }
  }

  private changeKeepingFocus(layout: DockLayout, panel: string | null): void {
    this.change(layout);
    void this.focusTab(panel);
  }

  private async focusTab(panel: string | null): Promise<void> {
    await this.updateComplete;
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    tabs.find((tab) => tab.dataset['panel'] === panel)?.focus();
    this.used = panel ?? this.used;
  }
}
