import { html, nothing, type TemplateResult } from 'lit';
import type { BorderMove } from './border.js';
import './border.js';
import { groupsOf, type Axis, type DockNode, type Group, type Split } from './dock-layout.js';

/** What the frames of a dock know of their panels, and whom they tell. */
export interface FrameActions {
  titleOf(panel: string): string;
  badgeOf(panel: string): number | null;
  choose(panel: string): void;
  maximise(panel: string): void;
  pressTab(event: PointerEvent, panel: string): void;
  keyOnTab(event: KeyboardEvent, panel: string): void;
  openMenu(at: HTMLElement, panel: string): void;
  openAddMenu(at: HTMLElement, panel: string): void;
  use(panel: string): void;
  moveBorder(border: HTMLElement, move: BorderMove, at: { axis: Axis; path: number[]; index: number }): void;
}

/** The tree of rows, columns and groups. */
export function frames(node: DockNode, actions: FrameActions, path: number[] = []): TemplateResult {
  return node.kind === 'group' ? group(node, actions) : split(node, actions, path);
}

/** On a phone: one panel, and all of them in a bar at the thumb. */
export function phoneFrame(panel: string, panels: string[], actions: FrameActions): TemplateResult {
  return html`${body(panel, actions)}
    <div class="bar">
      <div class="tabs" role="tablist" aria-label="Panels">${panels.map((each) => tab(each, each === panel, actions))}</div>
      <button
        data-testid="add-panel"
        aria-label="Add a panel"
        @click=${(event: Event) => actions.openAddMenu(buttonOf(event), panel)}
      >
        +
      </button>
    </div>`;
}

function split(node: Split, actions: FrameActions, path: number[]): TemplateResult {
  return html`<div class="split ${node.axis}">
    ${node.parts.map(
      (part, i) =>
        html`${i === 0 ? nothing : border(node, i - 1, actions, path)}
          <div class="part" .style=${`flex-grow:${node.weights[i] ?? 1}`}>${frames(part, actions, [...path, i])}</div>`,
    )}
  </div>`;
}

function border({ axis, parts, weights }: Split, index: number, actions: FrameActions, path: number[]): TemplateResult {
  const [before = 0, after = 0] = weights.slice(index, index + 2);
  const [first, second] = parts.slice(index, index + 2).map((part) => actions.titleOf(groupsOf(part)[0]?.active ?? ''));
  return html`<vc-border
    .axis=${axis}
    aria-label="Border between ${first} and ${second}"
    aria-valuenow=${Math.round((100 * before) / (before + after))}
    data-testid="dock-border"
    @border-moved=${(event: CustomEvent<BorderMove>) =>
      actions.moveBorder(event.currentTarget as HTMLElement, event.detail, { axis, path, index })}
  ></vc-border>`;
}

function group({ panels, active }: Group, actions: FrameActions): TemplateResult {
  const use = (): void => actions.use(active);
  const title = actions.titleOf(active);
  return html`<section class="group" data-testid="dock-group" data-active=${active} @focusin=${use} @pointerdown=${use}>
    <div class="strip">
      <div class="tabs" role="tablist" aria-label="Panels">${panels.map((panel) => tab(panel, panel === active, actions))}</div>
      <div class="aside"><slot name=${`aside-${active}`}></slot></div>
      <button
        class="tool"
        data-testid="add-panel"
        aria-label="Add a panel beside ${title}"
        title="Add a panel here"
        @click=${(event: Event) => actions.openAddMenu(buttonOf(event), active)}
      >
        +
      </button>
      <button
        class="tool"
        data-testid="panel-menu"
        aria-label="Menu of ${title}"
        title="Move, maximise, close"
        @click=${(event: Event) => actions.openMenu(buttonOf(event), active)}
      >
        ⋯
      </button>
    </div>
    ${body(active, actions)}
  </section>`;
}

function body(panel: string, actions: FrameActions): TemplateResult {
  return html`<div class="body" role="tabpanel" aria-label=${actions.titleOf(panel)}><slot name=${`panel-${panel}`}></slot></div>`;
}

function tab(panel: string, chosen: boolean, actions: FrameActions): TemplateResult {
  const badge = actions.badgeOf(panel);
  const title = actions.titleOf(panel);
  const openMenu = (event: MouseEvent): void => {
    const at = buttonOf(event);
    const open = (): void => actions.openMenu(at, panel);
    event.preventDefault();
    if (event.buttons === 0) {
      open();
    } else {
      // The button that is still down would close the menu when it comes up.
      window.addEventListener('pointerup', () => window.setTimeout(open), { once: true });
    }
  };
  return html`<button
    role="tab"
    data-testid="dock-tab"
    data-panel=${panel}
    aria-selected=${chosen}
    tabindex=${chosen ? 0 : -1}
    @pointerdown=${(event: PointerEvent) => actions.pressTab(event, panel)}
    @click=${() => actions.choose(panel)}
    @dblclick=${() => actions.maximise(panel)}
    @keydown=${(event: KeyboardEvent) => actions.keyOnTab(event, panel)}
    @contextmenu=${openMenu}
  >
    ${title}${badge === null
      ? nothing
      : html`<span class="badge" data-testid="badge" aria-label="${badge} ${title.toLowerCase()}">${badge}</span>`}
  </button>`;
}

const buttonOf = (event: Event): HTMLElement => event.currentTarget as HTMLElement;
