import type { TemplateResult, nothing } from 'lit';
import type { PanelOptions } from '../dock/dock-layout.js';
import type { FrameStore } from '../model/frame-store.js';
import type { Place } from '../model/ground.js';
import type { Channel } from '../wire/words.js';

/** In the order of the menu that adds panels. */
export const PANEL_GROUPS = ['timing', 'traces', 'map', 'analysis', 'race', 'sources'] as const;
export type PanelGroup = (typeof PANEL_GROUPS)[number];

/** What a panel may know of the view that it is in. */
export interface PanelContext {
  /** Its own id in the layout. */
  readonly panel: string;
  /** What it keeps in the layout; it changes some by the event `panel-options` (bubbling, composed; detail: the changed ones). */
  readonly options: PanelOptions;
  readonly store: FrameStore;
  readonly session: string;
  /** The chosen car, or the one that the panel is pinned to (option `car`). */
  readonly car: string | null;
  /** The chosen lap of that car; null: live. */
  readonly lap: number | null;
  /** The channels that are chosen to be traced. */
  readonly channels: Channel[];
  /** All channels of the chosen car; empty until they are known. */
  readonly allChannels: Channel[];
  /** Those that say where the chosen car is. */
  readonly placeChannels: readonly string[];
  /** Where the chosen car was at the cursor of the traces of a lap. */
  readonly cursorPlace: Place | null;
}

/**
 * A kind of panel. One that is not in sight is taken out of the page, so it draws and asks nothing; what shall outlast
 * that is kept in its options. A panel chooses a car, a lap or the live traces for all by the events `car-chosen`,
 * `lap-chosen`, `lap-of-car-chosen` (detail: car and lap) and `live-chosen` (bubbling, composed).
 */
export interface PanelKind {
  /** Lower case letters, digits and hyphens; it stands in links, so it never changes. */
  readonly id: string;
  readonly title: string;
  readonly group: PanelGroup;
  /** Whether a layout may have more than one. */
  readonly several: boolean;
  /** Whether it can be pinned to a car. */
  readonly pins?: boolean;
  /** What its tab says where that is more than the title. */
  heading?(context: PanelContext): string;
  /** A count that its tab shows even while it is not in sight; null: none. */
  badge?(context: PanelContext): number | null;
  /** A word or a tool beside its tab. */
  aside?(context: PanelContext): TemplateResult | typeof nothing;
  render(context: PanelContext): TemplateResult;
}

const kinds = new Map<string, PanelKind>();

/** Makes kinds known; `panels/all.ts` imports the files that do so. */
export function register(...added: PanelKind[]): void {
  for (const kind of added) {
    if (!/^[a-z][a-z0-9-]{0,31}$/.test(kind.id) || kinds.has(kind.id)) {
      throw new Error(`panel kind '${kind.id}': take an id of lower case letters, digits and hyphens that no other kind has`);
    }
    kinds.set(kind.id, kind);
  }
}

export function panelKinds(): PanelKind[] {
  return [...kinds.values()];
}

export function panelKind(id: string): PanelKind | undefined {
  return kinds.get(id);
}
