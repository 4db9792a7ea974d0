import { move, type Place } from './dock-changes.js';
import type { DockLayout } from './dock-layout.js';
import { edgeAt, halfOf, indexAt, type Box } from './drop-zone.js';

/** Where a dragged panel would go, and what of the dock shows it. */
export interface Drop {
  place: Place;
  preview: Box;
}

/** A group on the screen: its box, that of its strip of tabs, those of its tabs. */
interface GroupBox {
  active: string;
  box: DOMRect;
  strip: DOMRect;
  tabs: { panel: string; box: DOMRect }[];
}

/** A press that moves less is a click. */
const BEGINS_AFTER = 5;
/** So near to the border of the dock a panel goes to the edge of all. */
const OUTER = 14;
const OUTER_SHARE = 0.25;
const MARK_WIDTH = 3;

/** What a drag asks of its dock. */
export interface DragHost {
  readonly layout: DockLayout;
  readonly renderRoot: HTMLElement | DocumentFragment;
  getBoundingClientRect(): DOMRect;
  showDrop(drop: Drop | null): void;
  drop(panel: string, place: Place): void;
}

/** Drags a tab by mouse, pen or finger; Escape leaves all as it was. */
export class TabDrag {
  private groups: GroupBox[] = [];
  private over: Drop | null = null;

  constructor(private readonly host: DragHost) {}

  /** Begins with the press on the tab. */
  start(event: PointerEvent, panel: string): void {
    const tab = event.currentTarget as HTMLElement;
    if (event.button !== 0) {
      return;
    }
    const { clientX, clientY, pointerId } = event;
    const stop = new AbortController();
    const { signal } = stop;
    let dragging = false;
    const onMove = (at: PointerEvent): void => {
      if (!dragging && Math.hypot(at.clientX - clientX, at.clientY - clientY) > BEGINS_AFTER) {
        dragging = true;
        tab.setPointerCapture(pointerId);
        this.groups = this.boxes();
      }
      if (dragging) {
        this.over = this.dropAt(panel, at.clientX, at.clientY);
        this.host.showDrop(this.over);
      }
    };
    const end = (): void => {
      stop.abort();
      this.host.showDrop(null);
    };
    const drop = (): void => {
      end();
      if (dragging && this.over) {
        this.host.drop(panel, this.over.place);
      }
    };
    // On the window: a fast pointer has left the tab before its first move.
    window.addEventListener('pointermove', onMove, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('pointerup', drop, { signal });
    window.addEventListener('keydown', (key) => key.key === 'Escape' && end(), { signal, capture: true });
  }

  private dropAt(panel: string, x: number, y: number): Drop | null {
    const drop = this.outerDrop(x, y) ?? this.groupDrop(panel, x, y);
    return drop && move(this.host.layout, panel, drop.place) !== this.host.layout ? drop : null;
  }

  private outerDrop(x: number, y: number): Drop | null {
    const box = this.host.getBoundingClientRect();
    const edge = edgeAt(box, x, y);
    const near = Math.min(x - box.left, box.right - x, y - box.top, box.bottom - y);
    if (edge === null || near < 0 || near > OUTER || this.groups.some(({ strip }) => isIn(strip, x, y))) {
      return null;
    }
    const half = halfOf(box, edge);
    const across = edge === 'left' || edge === 'right';
    const width = across ? box.width * OUTER_SHARE : half.width;
    const height = across ? half.height : box.height * OUTER_SHARE;
    const left = edge === 'right' ? box.right - width : half.left;
    const top = edge === 'bottom' ? box.bottom - height : half.top;
    return { place: { edge }, preview: { left, top, width, height } };
  }

  private groupDrop(panel: string, x: number, y: number): Drop | null {
    const group = this.groups.find(({ box }) => isIn(box, x, y));
    if (!group) {
      return null;
    }
    if (isIn(group.strip, x, y)) {
      return amongTabs(group, panel, x);
    }
    const edge = edgeAt(group.box, x, y);
    return edge === null
      ? { place: { beside: group.active }, preview: group.box }
      : { place: { beside: group.active, edge }, preview: halfOf(group.box, edge) };
  }

  /** Read once a drag: nothing moves while it lasts. */
  private boxes(): GroupBox[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>('.group')].map((group) => ({
      active: group.dataset['active'] ?? '',
      box: group.getBoundingClientRect(),
      strip: (group.querySelector('.strip') ?? group).getBoundingClientRect(),
      tabs: [...group.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) => ({
        panel: tab.dataset['panel'] ?? '',
        box: tab.getBoundingClientRect(),
      })),
    }));
  }
}

function amongTabs(group: GroupBox, panel: string, x: number): Drop {
  const others = group.tabs.filter((tab) => tab.panel !== panel).map(({ box }) => box);
  const index = indexAt(others, x);
  const left = others[index]?.left ?? others.at(-1)?.right ?? group.strip.left;
  const { top, height } = group.strip;
  return { place: { beside: group.active, index }, preview: { left: left - 1, top, width: MARK_WIDTH, height } };
}

const isIn = (box: DOMRect, x: number, y: number): boolean => x >= box.left && x < box.right && y >= box.top && y < box.bottom;
