/** Parts stand beside each other in a row, above each other in a column. */
export type Axis = 'row' | 'column';
export type Edge = 'left' | 'right' | 'top' | 'bottom';

export interface Split {
  kind: 'split';
  axis: Axis;
  parts: DockNode[];
  /** One a part; whole numbers that sum to {@link WHOLE}. */
  weights: number[];
}

/** Panels at one place, one of them in sight. */
export interface Group {
  kind: 'group';
  panels: string[];
  active: string;
}

export type DockNode = Split | Group;

/** What a panel keeps in the layout, such as the car that it is pinned to. */
export type PanelOptions = Readonly<Record<string, string>>;

/** How panels share the screen. A panel's id is its kind, or `kind.2` and so on for further ones of a kind. */
export interface DockLayout {
  root: DockNode | null;
  options: Readonly<Record<string, PanelOptions>>;
  /** The panel whose group has the screen for itself. */
  maximised: string | null;
}

/** The sum of the weights of a split. */
export const WHOLE = 1000;
export const MOST_PANELS_IN_LAYOUT = 40;
export const DEEPEST = 8;
/** No part is narrower than this share: it could not be seen, nor its border be taken hold of. */
export const LEAST_WEIGHT = 20;

export const EMPTY: DockLayout = { root: null, options: {}, maximised: null };

export const tabs = (...panels: [string, ...string[]]): Group => ({ kind: 'group', panels, active: panels[0] });
export const row = (...parts: [number, DockNode][]): Split => split('row', parts);
export const column = (...parts: [number, DockNode][]): Split => split('column', parts);
export const layoutOf = (root: DockNode): DockLayout => ({ ...EMPTY, root: tidy(root) });

function split(axis: Axis, parts: [number, DockNode][]): Split {
  return { kind: 'split', axis, parts: parts.map(([, part]) => part), weights: shares(parts.map(([weight]) => weight)) };
}

export function groupsOf(node: DockNode | null): Group[] {
  return node === null ? [] : node.kind === 'group' ? [node] : node.parts.flatMap(groupsOf);
}

/** In reading order. */
export function panelsOf(layout: DockLayout): string[] {
  return groupsOf(layout.root).flatMap((group) => group.panels);
}

export function groupWith(layout: DockLayout, panel: string): Group | undefined {
  return groupsOf(layout.root).find((group) => group.panels.includes(panel));
}

export function depthOf(node: DockNode | null): number {
  return node === null ? 0 : node.kind === 'group' ? 1 : 1 + Math.max(...node.parts.map(depthOf));
}

/** Those that have a place on the screen: the others are not drawn at all. */
export function panelsInSight(layout: DockLayout): string[] {
  return layout.maximised === null ? groupsOf(layout.root).map((group) => group.active) : [layout.maximised];
}

export function kindOf(panel: string): string {
  return panel.split('.', 1)[0] ?? panel;
}

/** The same tree without empty groups, splits of one part, and splits within a split of the same axis. */
export function tidy(node: DockNode): DockNode | null {
  if (node.kind === 'group') {
    const [first] = node.panels;
    return first === undefined ? null : node.panels.includes(node.active) ? node : { ...node, active: first };
  }
  const parts: DockNode[] = [];
  const weights: number[] = [];
  node.parts.forEach((each, i) => {
    const part = tidy(each);
    const weight = node.weights[i] ?? NaN;
    if (part?.kind === 'split' && part.axis === node.axis) {
      parts.push(...part.parts);
      weights.push(...part.weights.map((inner) => (inner * weight) / WHOLE));
    } else if (part !== null) {
      parts.push(part);
      weights.push(weight);
    }
  });
  return parts.length > 1 ? { ...node, parts, weights: shares(weights) } : (parts[0] ?? null);
}

/** Weights as shares of {@link WHOLE}; one that is no positive number becomes as large as the others are on average. */
export function shares(weights: number[]): number[] {
  const usable = weights.filter(isUsable);
  const mean = usable.length === 0 ? 1 : sum(usable) / usable.length;
  const all = weights.map((weight) => (isUsable(weight) ? weight : mean));
  const fair = levelled(all.map((weight) => (weight * WHOLE) / sum(all))).map(Math.round);
  const largest = fair.indexOf(Math.max(...fair));
  return fair.map((share, i) => (i === largest ? share + WHOLE - sum(fair) : share));
}

/** Lifts what is too small; the others pay for it, which may make one more too small. */
function levelled(weights: number[]): number[] {
  const small = weights.filter((weight) => weight <= LEAST_WEIGHT);
  const rest = WHOLE - small.length * LEAST_WEIGHT;
  const factor = rest / sum(weights.filter((weight) => weight > LEAST_WEIGHT));
  const lifted = weights.map((weight) => (weight > LEAST_WEIGHT ? weight * factor : LEAST_WEIGHT));
  return lifted.filter((weight) => weight <= LEAST_WEIGHT).length > small.length ? levelled(lifted) : lifted;
}

/** Beyond this their sum would be no number any more. */
const isUsable = (weight: number): boolean => weight > 0 && weight < 1e9;
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
