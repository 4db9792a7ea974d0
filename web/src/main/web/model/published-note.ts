import type { PublishedCircuit, Track } from '../wire/words.js';
import { plain, signed } from './format.js';

/** What the map says of the published circuit. */
export interface PublishedNote {
  text: string;
  /** Whose it is, and how old. */
  detail: string;
}

/** A provider that was away for a moment is no news; an outline that is days old may be one of before a rebuilding. */
const OLD_S = 2 * 86_400;

/**
 * Before a lap is timed: whose outline is drawn. After it: how the published length differs from the measured one, where
 * the circuit states its length.
 */
export function publishedNote({ published, track }: { published: PublishedCircuit | null; track: Track | null }): PublishedNote | null {
  if (!published) {
    return null;
  }
  const { name, provider, fetched, length_m, reason } = published;
  const detail = `Published by ${provider}, fetched ${fetched.slice(0, 10)}${reason === null ? '' : `; a newer one cannot be had: ${reason}`}`;
  const measured_m = track?.outline?.distance_m.at(-1);
  const published_km = length_m === null ? '' : ` ${plain(length_m / 1_000, 3)} km`;
  if (measured_m === undefined) {
    return { text: `${name},${published_km} as published${age(published)}`, detail };
  }
  if (length_m === null) {
    return null;
  }
  const share = signed((100 * (measured_m - length_m)) / length_m, 1);
  return { text: `measured ${plain(measured_m / 1_000, 3)} km, published${published_km} (${share} %)`, detail };
}

function age({ state, age_s }: PublishedCircuit): string {
  if (state === 'fresh') {
    return '';
  }
  return age_s < OLD_S ? ', not the newest' : `, ${plain(Math.floor(age_s / 86_400))} days ago`;
}
