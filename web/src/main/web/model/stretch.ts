import type { FrameStore } from './frame-store.js';

/** A part of the session that somebody has picked out in a panel, in its seconds. */
export interface Stretch {
  from_s: number;
  to_s: number;
  /** How it was picked. */
  label: string;
}

type Source = () => Stretch | null;

const sources = new WeakMap<FrameStore, Set<Source>>();

/** @returns how to offer it no longer */
export function offerStretch(store: FrameStore, source: Source): () => void {
  const ofStore = sources.get(store) ?? new Set<Source>();
  sources.set(store, ofStore.add(source));
  return () => ofStore.delete(source);
}

/** What is picked out in the panels in sight; the newest of them first. */
export function pickedStretch(store: FrameStore): Stretch | null {
  const picked = [...(sources.get(store) ?? [])].reverse().map((source) => source());
  return picked.find((stretch) => stretch !== null) ?? null;
}
