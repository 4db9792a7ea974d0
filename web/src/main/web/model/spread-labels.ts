/**
 * Moves labels apart that would stand on one another, as little as can be, and keeps them between two bounds; what
 * does not fit is left out, the least important first.
 *
 * @param wanted where each label should stand, the most important one first
 * @returns where each one stands; null where there was no room for it
 */
export function spreadLabels(wanted: readonly number[], height: number, top: number, bottom: number): (number | null)[] {
  const room = Math.max(0, Math.floor((bottom - top) / height) + 1);
  const kept = wanted.map((at, index) => ({ at, index })).slice(0, room);
  const order = [...kept].sort((a, b) => a.at - b.at || a.index - b.index);
  const places = order.map(({ at }) => Math.min(bottom, Math.max(top, at)));
  for (let i = 1; i < places.length; i++) {
    places[i] = Math.max(places[i] ?? 0, (places[i - 1] ?? 0) + height);
  }
  let most = bottom;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] ?? 0, most);
    most = (places[i] ?? 0) - height;
  }
  const found: (number | null)[] = wanted.map(() => null);
  order.forEach(({ index }, i) => (found[index] = places[i] ?? null));
  return found;
}
