import { LapPair } from '../model/lap-pair.js';
import { rest, type LapAddress } from '../wire/rest.js';
import type { Lap } from '../wire/words.js';

/** A lap by its name, and what is known of it. */
export interface KnownLap {
  address: LapAddress;
  lap: Lap;
  /** How often samples of the session had come late. */
  healings: number;
}

/** Names what was asked of: a lap that was corrected, or may have got samples, is another one. */
export const keyOf = ({ address, lap, healings }: KnownLap): string =>
  `${address.session}/${address.car}/${address.lap}.${lap.revision}.${healings}`;

const MOST_KEPT = 6;

/** Laps laid over each other, from the platform; the last few are kept. */
export class LapPairs {
  private readonly kept = new Map<string, Promise<LapPair>>();

  of(reference: KnownLap, lap: KnownLap): Promise<LapPair> {
    const key = `${keyOf(reference)} ${keyOf(lap)}`;
    const known = this.kept.get(key);
    if (known) {
      return known;
    }
    const asked = rest
      .overlay(reference.address, lap.address, ['speed'], new AbortController().signal)
      .then((overlay) => new LapPair(overlay, reference.lap, lap.lap));
    this.kept.set(key, asked);
    // What was refused may be given later.
    asked.catch(() => this.kept.delete(key));
    [...this.kept.keys()].slice(0, -MOST_KEPT).forEach((oldest) => this.kept.delete(oldest));
    return asked;
  }
}
