import type { FrameStore } from './frame-store.js';
import type { KeyBinding } from './keys.js';
import { endOf } from './past-entries.js';

const STEP_S = 10;
const FINE_STEP_S = 0.1;

/** The keys that move the cursor in time. */
export function timelineKeys(store: () => FrameStore, car: () => string | null): KeyBinding[] {
  const step = (by_s: number) => store().move((timeline) => timeline.step(by_s));
  const toLap = (direction: 1 | -1) => {
    const at = lapNear(store(), car(), direction);
    if (at !== null) {
      store().move((timeline) => timeline.seek(at));
    }
  };
  return [
    { keys: [' '], shown: ['Space'], does: 'Pause, or play on', run: () => store().move((timeline) => timeline.toggle()) },
    { keys: ['ArrowLeft'], shown: ['←'], does: 'Ten seconds back', run: () => step(-STEP_S) },
    { keys: ['ArrowRight'], shown: ['→'], does: 'Ten seconds on', run: () => step(STEP_S) },
    { keys: [','], shown: [','], does: 'A tenth of a second back', run: () => step(-FINE_STEP_S) },
    { keys: ['.'], shown: ['.'], does: 'A tenth of a second on', run: () => step(FINE_STEP_S) },
    { keys: ['['], shown: ['['], does: 'To where the lap before began', run: () => toLap(-1) },
    { keys: [']'], shown: [']'], does: 'To where the next lap begins', run: () => toLap(1) },
    { keys: ['Home'], shown: ['Home'], does: 'To the beginning', run: () => store().move((timeline) => timeline.seek(0)) },
    { keys: ['End', 'l'], shown: ['End', 'l'], does: 'Back to now', run: () => store().move((timeline) => timeline.goLive()) },
  ];
}

/** A lap that began less than this before the cursor is the one that it stands at. */
const AT_LAP_S = 1;

function lapNear(store: FrameStore, car: string | null, direction: 1 | -1): number | null {
  const at = store.now_s;
  const starts = store.timing.allLaps(car).flatMap((lap) => [lap.start_s, endOf(lap)]);
  const found =
    direction === 1
      ? starts.filter((start) => start > at + 1e-3).sort((a, b) => a - b)
      : starts.filter((start) => start < at - AT_LAP_S).sort((a, b) => b - a);
  const near = found[0];
  return near === undefined || near === Infinity ? null : near;
}
