import type { KeyBinding } from '../model/keys.js';
import type { PlotLink } from '../model/plot-link.js';
import { scaledAt } from '../model/zoom.js';

const FAST = 10;
const CLOSER = 0.5;

/** The keys of a stack of traces that has the focus, in words for the help as well. */
export const STACK_KEYS: readonly Omit<KeyBinding, 'run'>[] = [
  { keys: [], shown: ['←', '→'], does: 'In traces that have the focus: cursor by a pixel; with Shift by ten' },
  { keys: [], shown: ['+', '−', '0'], does: 'In traces: closer, wider, whole; also by wheel, pinch or dragging out a stretch; Shift drags' },
  { keys: [], shown: ['m', 'Esc'], does: 'In traces: measure from the cursor (also Alt and click); measure no more' },
];

/**
 * @param pixel how much of x a pixel is
 * @returns whether the key was one of the stack's
 */
export function runStackKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>, link: PlotLink, pixel: number): boolean {
  const [from, to] = link.visible;
  const step = pixel * (event.shiftKey ? FAST : 1);
  switch (event.key) {
    case 'ArrowLeft':
      link.step(-step);
      return true;
    case 'ArrowRight':
      link.step(step);
      return true;
    case '+':
    case '=':
      link.zoomTo(scaledAt([from, to], inSight(link), CLOSER));
      return true;
    case '-':
    case '−':
      link.zoomTo(scaledAt([from, to], inSight(link), 1 / CLOSER));
      return true;
    case '0':
      link.zoomTo(null);
      return true;
    case 'm':
      link.toggleMark();
      return true;
    case 'Escape':
      return removeMark(link);
    default:
      return false;
  }
}

/** Only a mark that is there is removed: else Escape is the view's. */
function removeMark(link: PlotLink): boolean {
  const had = link.mark !== null;
  if (had) {
    link.markAt(null);
  }
  return had;
}

/** The cursor where it is in sight, else the middle. */
function inSight({ cursor, visible: [from, to] }: PlotLink): number {
  return cursor !== null && cursor >= from && cursor <= to ? cursor : (from + to) / 2;
}
