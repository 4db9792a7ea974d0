import {
  DEEPEST,
  EMPTY,
  LEAST_WEIGHT,
  MOST_PANELS_IN_LAYOUT,
  WHOLE,
  column,
  depthOf,
  groupWith,
  groupsOf,
  panelsOf,
  row,
  tabs,
  tidy,
  type Axis,
  type DockLayout,
  type DockNode,
  type Edge,
  type Group,
  type PanelOptions,
  type Split,
} from './dock-layout.js';

/** A place for a panel: among the tabs of the group of another one, at an edge of that group, or at an edge of all. */
export type Place = { beside: string; index?: number } | { beside: string; edge: Edge } | { edge: Edge };

const NEW_AT_EDGE = 250;
const MOST_OF_A_KIND = 99;

/** @returns the id of a further panel of a kind; null where there is one already and may be no other */
export function freshId(layout: DockLayout, kind: string, several: boolean): string | null {
  const taken = panelsOf(layout);
  if (!taken.includes(kind)) {
    return kind;
  }
  for (let number = 2; several && number <= MOST_OF_A_KIND; number++) {
    if (!taken.includes(`${kind}.${number}`)) {
      return `${kind}.${number}`;
    }
  }
  return null;
}

/** Adds a panel and brings it to the front; one that is there already only comes to the front. */
export function add(layout: DockLayout, panel: string, place: Place | null): DockLayout {
  if (groupWith(layout, panel)) {
    return activate(layout, panel);
  }
  const first = groupsOf(layout.root)[0];
  if (layout.root === null || first === undefined) {
    return { ...EMPTY, root: tabs(panel) };
  }
  if (panelsOf(layout).length >= MOST_PANELS_IN_LAYOUT) {
    return layout;
  }
  const root = placed(layout.root, panel, place ?? { beside: first.active });
  return activate(within(layout, root), panel);
}

export function close(layout: DockLayout, panel: string): DockLayout {
  if (layout.root === null || !groupWith(layout, panel)) {
    return layout;
  }
  const { [panel]: _, ...options } = layout.options;
  return {
    root: tidy(without(layout.root, panel)),
    options,
    maximised: layout.maximised === panel ? null : layout.maximised,
  };
}

/** Moves a panel; where that would change nothing or go too deep, the layout stays the same. */
export function move(layout: DockLayout, panel: string, place: Place): DockLayout {
  const group = groupWith(layout, panel);
  const to = group && anchored(group, panel, place);
  if (layout.root === null || !to) {
    return layout;
  }
  const left = without(layout.root, panel);
  return within({ ...layout, maximised: null }, placed(left, panel, to));
}

/** A group cannot be the anchor of its only panel: that leaves it first. */
function anchored(group: Group, panel: string, place: Place): Place | null {
  if (!('beside' in place) || !group.panels.includes(place.beside)) {
    return place;
  }
  const other = group.panels.find((each) => each !== panel);
  return other === undefined ? null : { ...place, beside: other };
}

/** One step by keyboard: out of its tabs to their edge; from a group of its own into the next one; else to the edge of all. */
export function moveTowards(layout: DockLayout, panel: string, edge: Edge): DockLayout {
  const group = groupWith(layout, panel);
  if (!group || layout.root === null) {
    return layout;
  }
  if (group.panels.length > 1) {
    return move(layout, panel, { beside: panel, edge });
  }
  const next = neighbour(layout.root, panel, edge);
  if (next) {
    return move(layout, panel, { beside: next.active });
  }
  return layout.root.kind === 'group' || atEdge(layout.root, group, edge) ? layout : move(layout, panel, { edge });
}

/** Moves the border after a part by a share of the whole split, as far as both sides keep a visible rest. */
export function resize(layout: DockLayout, path: readonly number[], border: number, by: number): DockLayout {
  const resized = (node: DockNode, [index, ...rest]: readonly number[]): DockNode => {
    if (node.kind === 'group') {
      return node;
    }
    if (index !== undefined) {
      return { ...node, parts: node.parts.map((part, i) => (i === index ? resized(part, rest) : part)) };
    }
    return { ...node, weights: shifted(node.weights, border, by) };
  };
  return layout.root === null ? layout : { ...layout, root: resized(layout.root, path) };
}

function shifted(weights: number[], border: number, by: number): number[] {
  const before = weights[border];
  const after = weights[border + 1];
  if (before === undefined || after === undefined || !Number.isFinite(by)) {
    return weights;
  }
  const step = Math.round(Math.min(after - LEAST_WEIGHT, Math.max(LEAST_WEIGHT - before, by * WHOLE)));
  return weights.map((weight, i) => (i === border ? weight + step : i === border + 1 ? weight - step : weight));
}

export function activate(layout: DockLayout, panel: string): DockLayout {
  const group = groupWith(layout, panel);
  if (layout.root === null || !group) {
    return layout;
  }
  const { maximised } = layout;
  return {
    ...layout,
    root: withGroup(layout.root, panel, (each) => ({ ...each, active: panel })),
    maximised: maximised !== null && group.panels.includes(maximised) ? panel : null,
  };
}

export function toggleMaximised(layout: DockLayout, panel: string): DockLayout {
  if (layout.maximised !== null) {
    return { ...layout, maximised: null };
  }
  return groupWith(layout, panel) ? { ...activate(layout, panel), maximised: panel } : layout;
}

/** Sets what a panel keeps; an empty value forgets it. */
export function setOptions(layout: DockLayout, panel: string, changed: PanelOptions): DockLayout {
  if (!groupWith(layout, panel)) {
    return layout;
  }
  const kept = Object.entries({ ...layout.options[panel], ...changed }).filter(([, value]) => value !== '');
  const { [panel]: _, ...others } = layout.options;
  return { ...layout, options: kept.length === 0 ? others : { ...others, [panel]: Object.fromEntries(kept) } };
}

function within(layout: DockLayout, root: DockNode): DockLayout {
  const tidied = tidy(root);
  return depthOf(tidied) > DEEPEST ? layout : { ...layout, root: tidied };
}

function without(node: DockNode, panel: string): DockNode {
  return node.kind === 'split'
    ? { ...node, parts: node.parts.map((part) => without(part, panel)) }
    : removedFrom(node, panel);
}

/** The tab after the one that goes comes to the front, else the one before it. */
function removedFrom(group: Group, panel: string): Group {
  const at = group.panels.indexOf(panel);
  const panels = group.panels.filter((each) => each !== panel);
  return { ...group, panels, active: group.active === panel ? (panels[at] ?? panels[at - 1] ?? '') : group.active };
}

function placed(root: DockNode, panel: string, place: Place): DockNode {
  if (!('beside' in place)) {
    return atEdgeOf(root, panel, place.edge, NEW_AT_EDGE);
  }
  return withGroup(root, place.beside, (group) => {
    if ('edge' in place) {
      return atEdgeOf(group, panel, place.edge, WHOLE / 2);
    }
    const panels = group.panels.toSpliced(place.index ?? group.panels.length, 0, panel);
    return { ...group, panels, active: panel };
  });
}

function atEdgeOf(node: DockNode, panel: string, edge: Edge, weight: number): Split {
  const split = axisOf(edge) === 'row' ? row : column;
  const rest: [number, DockNode] = [WHOLE - weight, node];
  return isFirst(edge) ? split([weight, tabs(panel)], rest) : split(rest, [weight, tabs(panel)]);
}

function withGroup(node: DockNode, panel: string, change: (group: Group) => DockNode): DockNode {
  if (node.kind === 'group') {
    return node.panels.includes(panel) ? change(node) : node;
  }
  return { ...node, parts: node.parts.map((part) => withGroup(part, panel, change)) };
}

/** The nearest group on that side. */
function neighbour(node: DockNode, panel: string, edge: Edge): Group | null {
  if (node.kind === 'group') {
    return null;
  }
  const at = node.parts.findIndex((part) => groupsOf(part).some((group) => group.panels.includes(panel)));
  const inner = node.parts[at];
  const nearer = inner ? neighbour(inner, panel, edge) : null;
  const next = node.axis === axisOf(edge) ? node.parts[at + (isFirst(edge) ? -1 : 1)] : undefined;
  return nearer ?? (next ? nearest(next, edge) : null);
}

function nearest(node: DockNode, edge: Edge): Group | null {
  if (node.kind === 'group') {
    return node;
  }
  const part = node.axis === axisOf(edge) && isFirst(edge) ? node.parts.at(-1) : node.parts[0];
  return part ? nearest(part, edge) : null;
}

const atEdge = (root: Split, group: Group, edge: Edge): boolean =>
  root.axis === axisOf(edge) && (isFirst(edge) ? root.parts[0] : root.parts.at(-1)) === group;
const axisOf = (edge: Edge): Axis => (edge === 'left' || edge === 'right' ? 'row' : 'column');
const isFirst = (edge: Edge): boolean => edge === 'left' || edge === 'top';
