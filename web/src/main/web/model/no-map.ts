import type { Session } from '../wire/words.js';

/**
 * Why there is no map, in words.
 *
 * @param placeChannels those of the shown car; null while they or the track are not known
 */
export function whyNoMap(state: Session['state'] | undefined, placeChannels: readonly string[] | null): string {
  if (state !== 'stored') {
    return 'The map is drawn from the first positions that arrive.';
  }
  if (placeChannels === null) {
    return 'Nothing is known of the track yet.';
  }
  return placeChannels.length === 0
    ? 'The recording has no positions.'
    : 'The map is drawn from a timed lap, and the recording has none with positions.';
}
