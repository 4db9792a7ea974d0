import type { KeyBinding } from '../model/keys.js';
import type { MenuEntry } from '../parts/menu.js';
import { PANEL_GROUPS, type PanelContext, type PanelGroup, type PanelKind } from '../panels/registry.js';
import { add, close, freshId, moveTowards, setOptions, toggleMaximised, type Place } from './dock-changes.js';
import { kindOf, panelsOf, type DockLayout, type Edge } from './dock-layout.js';

const EDGES: [Edge, string][] = [
  ['left', 'Shift ←'],
  ['right', 'Shift →'],
  ['top', 'Shift ↑'],
  ['bottom', 'Shift ↓'],
];
const TOWARDS: Record<Edge, string> = { left: 'left', right: 'right', top: 'up', bottom: 'down' };

const TITLES: Record<PanelGroup, string> = {
  timing: 'Timing',
  traces: 'Traces',
  map: 'Map',
  analysis: 'Analysis',
  race: 'Race',
  sources: 'Sources',
};

/** What can be done with one panel. */
export function panelMenu(
  layout: DockLayout,
  kind: PanelKind,
  context: PanelContext,
  change: (layout: DockLayout) => void,
): MenuEntry[] {
  const { panel } = context;
  const moves = EDGES.map(([edge, key]): MenuEntry => {
    const moved = moveTowards(layout, panel, edge);
    return { label: `Move ${TOWARDS[edge]}`, key, disabled: moved === layout, run: () => change(moved) };
  });
  const large = layout.maximised !== null;
  return [
    { label: large ? 'Restore' : 'Maximise', key: 'm', run: () => change(toggleMaximised(layout, panel)) },
    ...(large ? [] : moves),
    ...pinning(layout, kind, context, change),
    { heading: '' },
    { label: 'Close', key: 'Del', run: () => change(close(layout, panel)) },
  ];
}

function pinning(
  layout: DockLayout,
  kind: PanelKind,
  { panel, car, options }: PanelContext,
  change: (layout: DockLayout) => void,
): MenuEntry[] {
  if (!kind.pins || car === null) {
    return [];
  }
  const pinned = options['car'] !== undefined;
  return [
    { heading: '' },
    {
      label: pinned ? 'Follow the chosen car' : `Pin to car ${car}`,
      run: () => change(setOptions(layout, panel, { car: pinned ? '' : car })),
    },
  ];
}

/** All kinds of panels by their groups; those that are there already and may be only once come to the front. */
export function addMenu(
  layout: DockLayout,
  kinds: readonly PanelKind[],
  place: Place | null,
  change: (layout: DockLayout, added: string) => void,
): MenuEntry[] {
  return PANEL_GROUPS.flatMap((group): MenuEntry[] => {
    const entries = kinds
      .filter((kind) => kind.group === group)
      .map((kind): MenuEntry => {
        const fresh = freshId(layout, kind.id, kind.several);
        const id = fresh ?? kind.id;
        // Where there may be several, the choice adds one more.
        const isThere = panelsOf(layout).some((panel) => kindOf(panel) === kind.id);
        return { label: kind.title, ...(isThere ? { note: fresh === null ? 'shown' : 'shown, one more' } : {}), run: () => change(add(layout, id, place), id) };
      });
    return entries.length === 0 ? [] : [{ heading: TITLES[group] }, ...entries];
  });
}

/** The keys of a dock, for the view that it is in. */
export function dockKeys(dock: () => { addPanel(): void; toggleMaximised(): void } | null): KeyBinding[] {
  return [
    { keys: ['p'], shown: ['p'], does: 'Add a panel', run: () => dock()?.addPanel() },
    { keys: ['m'], shown: ['m'], does: 'Maximise the panel in use, or restore it', run: () => dock()?.toggleMaximised() },
    // The tabs themselves listen to these.
    { keys: [], shown: ['←', '→'], does: 'On a tab: the tab beside; with Shift and any arrow: move the panel', run: () => {} },
    { keys: [], shown: ['↓', 'Del'], does: 'On a tab: its menu; close the panel', run: () => {} },
  ];
}
