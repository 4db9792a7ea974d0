import {
  DEEPEST,
  EMPTY,
  MOST_PANELS_IN_LAYOUT,
  depthOf,
  groupsOf,
  kindOf,
  panelsOf,
  tidy,
  type DockLayout,
  type DockNode,
  type PanelOptions,
} from './dock-layout.js';

/**
 * A layout as text, for links and for the browser's storage, in characters that an address leaves alone:
 *
 *     r470.530~0_timing_laps~c500.500~0_map~0_laps.2*car*7
 *
 * The tree in prefix order, its parts joined by `~`: `r` or `c` and the weights of a row or column; a group as the
 * index of its active panel and its panels, joined by `_`, with their options after `*`. `m_map` in front: the panel
 * that is maximised. Nothing at all is `0`.
 */
export function textOf(layout: DockLayout): string {
  const maximised = layout.maximised === null ? [] : [`m_${layout.maximised}`];
  return layout.root === null ? NOTHING : [...maximised, ...tokensOf(layout.root, layout.options)].join('~');
}

const NOTHING = '0';
const LONGEST = 4_000;
const MOST_OPTIONS = 8;
const LONGEST_OPTION = 200;
const PANEL = /^[a-z][a-z0-9-]{0,31}(\.[1-9][0-9]?)?$/;
const OPTION_NAME = /^[a-z][a-z0-9-]{0,23}$/;

/** What is known of a kind of panel; undefined: no such kind. */
export type Kinds = (kind: string) => { several: boolean } | undefined;

/**
 * Reads a layout that came from anywhere: panels that are unknown, doubled or too many are dropped, what lies too deep
 * becomes tabs, weights are made usable.
 *
 * @returns null where the text is no layout
 */
export function layoutFrom(text: string, kinds: Kinds): DockLayout | null {
  if (text.length > LONGEST) {
    return null;
  }
  if (text === NOTHING) {
    return EMPTY;
  }
  try {
    return new Reader(text.split('~'), kinds).layout();
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      return null;
    }
    throw cause;
  }
}

function tokensOf(node: DockNode, options: DockLayout['options']): string[] {
  if (node.kind === 'split') {
    return [`${node.axis[0]}${node.weights.join('.')}`, ...node.parts.flatMap((part) => tokensOf(part, options))];
  }
  const panels = node.panels.map((panel) =>
    [panel, ...Object.entries(options[panel] ?? {}).flatMap(([name, value]) => [name, escaped(value)])].join('*'),
  );
  return [[node.panels.indexOf(node.active), ...panels].join('_')];
}

class Reader {
  private readonly seen = new Set<string>();
  private readonly options: Record<string, PanelOptions> = {};
  private at = 0;

  constructor(
    private readonly tokens: string[],
    private readonly kinds: Kinds,
  ) {}

  layout(): DockLayout | null {
    const maximised = this.tokens[0]?.startsWith('m_') ? (this.tokens[this.at++] ?? '').slice(2) : null;
    const root = tidy(this.node(1));
    if (this.at < this.tokens.length) {
      throw new SyntaxError('more than a layout');
    }
    const layout = { root: root && flatBelow(root, DEEPEST), options: this.options, maximised: null };
    // A layout whose panels are all unknown is no layout: it would show an empty page.
    if (layout.root === null) {
      return null;
    }
    return maximised !== null && panelsOf(layout).includes(maximised)
      ? { ...layout, root: facing(layout.root, maximised), maximised }
      : layout;
  }

  private node(depth: number): DockNode {
    const token = this.tokens[this.at++] ?? '';
    const axis = /^[rc]\d/.test(token) ? (token[0] === 'r' ? 'row' : 'column') : null;
    // Twice the depth that is kept bounds the recursion.
    if (depth > 2 * DEEPEST) {
      throw new SyntaxError('nested too deep');
    }
    if (axis === null) {
      return this.group(token);
    }
    const weights = token.slice(1).split('.').map(Number);
    return { kind: 'split', axis, weights, parts: weights.map(() => this.node(depth + 1)) };
  }

  private group(token: string): DockNode {
    const [index = '', ...texts] = token.split('_');
    if (!/^\d{1,2}$/.test(index) || texts.length === 0) {
      throw new SyntaxError(token);
    }
    const all = texts.map((text) => text.split('*'));
    const panels = all.filter(([id = '', ...options]) => this.takes(id, options)).map(([id = '']) => id);
    const active = all[Number(index)]?.[0] ?? '';
    return { kind: 'group', panels, active };
  }

  private takes(id: string, options: string[]): boolean {
    const kind = PANEL.test(id) ? this.kinds(kindOf(id)) : undefined;
    if (!kind || this.seen.has(id) || this.seen.size >= MOST_PANELS_IN_LAYOUT || (id.includes('.') && !kind.several)) {
      return false;
    }
    this.seen.add(id);
    const read = optionsFrom(options);
    if (read.length > 0) {
      this.options[id] = Object.fromEntries(read);
    }
    return true;
  }
}

function optionsFrom(texts: string[]): [string, string][] {
  const read: [string, string][] = [];
  for (let i = 0; i + 1 < texts.length && read.length < MOST_OPTIONS; i += 2) {
    const name = texts[i] ?? '';
    const value = unescaped(texts[i + 1] ?? '');
    if (OPTION_NAME.test(name) && value !== null && value !== '' && value.length <= LONGEST_OPTION) {
      read.push([name, value]);
    }
  }
  return read;
}

/** What lies deeper becomes the tabs of one group. */
function flatBelow(node: DockNode, depth: number): DockNode {
  if (node.kind === 'group' || depthOf(node) <= depth) {
    return node;
  }
  if (depth > 1) {
    return { ...node, parts: node.parts.map((part) => flatBelow(part, depth - 1)) };
  }
  const groups = groupsOf(node);
  return { kind: 'group', panels: groups.flatMap((group) => group.panels), active: groups[0]?.active ?? '' };
}

function facing(node: DockNode, panel: string): DockNode {
  if (node.kind === 'split') {
    return { ...node, parts: node.parts.map((part) => facing(part, panel)) };
  }
  return node.panels.includes(panel) ? { ...node, active: panel } : node;
}

/** As in an address, but with `!` for `%`, so that an address escapes nothing again; separators are escaped too. */
function escaped(value: string): string {
  return encodeURIComponent(value)
    .replace(/[_.~*!'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '!');
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('!', '%'));
  } catch {
    return null;
  }
}
