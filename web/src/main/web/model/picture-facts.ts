import type { PictureFacts } from '../charts/png.js';
import { clock } from './format.js';
import type { FrameStore } from './frame-store.js';

interface Shown {
  title: string;
  panel: string;
  session: string;
  car: string | null;
  lap: number | null;
  /** Where the cursor of the panel itself stands; absent: the moment of the session that is looked at. */
  cursor?: string | null;
}

/** What a picture of a panel says of itself. */
export function pictureFacts(store: FrameStore, shown: Shown): PictureFacts {
  return {
    cursor: `cursor ${clock(store.pointer_s ?? store.now_s)}`,
    ...shown,
    sessionTitle: store.session?.title ?? shown.session,
  };
}
