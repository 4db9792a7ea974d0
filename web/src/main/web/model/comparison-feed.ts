import { Problem, type LapAddress } from '../wire/rest.js';
import type { Channel, Lap, LapsOfEntry, Overlay } from '../wire/words.js';
import { formatLapAddress } from './routes.js';

/** The calls of the platform that a comparison needs. */
export interface CompareCalls {
  channels(session: string, car: string): Promise<Channel[]>;
  laps(session: string, car: string): Promise<LapsOfEntry>;
  overlay(reference: LapAddress, other: LapAddress, channels: string[], signal: AbortSignal): Promise<Overlay>;
}

/** Another lap against the reference, or why it cannot be laid over it. */
export interface OtherLap {
  address: LapAddress;
  overlay: Overlay | null;
  problem: Problem | null;
}

/** The platform works on a few comparisons at a time, and others use it too. */
const AT_A_TIME = 2;
const MOST_KEPT = 16;
/** Samples may come late, of which nobody tells a comparison: a lap that stays is asked for again after so long. */
const KEPT_MS = 60_000;

/** Asks for comparisons, one an other lap; those of laps that stay are not asked for again. */
export class ComparisonFeed {
  private readonly kept = new Map<string, { overlay: Overlay; asked_ms: number }>();

  constructor(private readonly calls: CompareCalls) {}

  /** What the reference has and one of the others as well. A car that cannot be asked is told of by its overlay. */
  async channels(reference: LapAddress, others: LapAddress[]): Promise<Channel[]> {
    const [own, ...theirs] = await Promise.all([
      this.calls.channels(reference.session, reference.car),
      ...carsOf(others).map(({ session, car }) => this.calls.channels(session, car).catch(() => [])),
    ]);
    const names = new Set(theirs.flat().map(({ name }) => name));
    return own.filter(({ name }) => names.has(name));
  }

  async overlays(reference: LapAddress, others: LapAddress[], channels: string[], signal: AbortSignal): Promise<OtherLap[]> {
    const found: OtherLap[] = [];
    for (let i = 0; i < others.length && !signal.aborted; i += AT_A_TIME) {
      const some = others.slice(i, i + AT_A_TIME);
      found.push(...(await Promise.all(some.map((other) => this.one(reference, other, channels, signal)))));
    }
    return found;
  }

  private async one(reference: LapAddress, address: LapAddress, channels: string[], signal: AbortSignal): Promise<OtherLap> {
    const key = [formatLapAddress(reference), formatLapAddress(address), ...channels].join(' ');
    try {
      const known = this.kept.get(key);
      const asked_ms = performance.now();
      const fresh = known && asked_ms - known.asked_ms < KEPT_MS ? known : null;
      const overlay = fresh?.overlay ?? (await this.calls.overlay(reference, address, channels, signal));
      this.keep(key, fresh ?? { overlay, asked_ms });
      return { address, overlay, problem: null };
    } catch (cause) {
      return { address, overlay: null, problem: Problem.from(cause) };
    }
  }

  /** What the platform calculates is calculated otherwise now. */
  forget(): void {
    this.kept.clear();
  }

  private keep(key: string, answer: { overlay: Overlay; asked_ms: number }): void {
    this.kept.delete(key);
    this.kept.set(key, answer);
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST_KEPT && !oldest.done) {
      this.kept.delete(oldest.value);
    }
  }

  /** The laps as they are timed, by address. How well they are known is only a remark: without it a comparison still stands. */
  async timed(laps: LapAddress[]): Promise<ReadonlyMap<string, Lap>> {
    const cars = carsOf(laps);
    const answers = await Promise.all(cars.map(({ session, car }) => this.calls.laps(session, car).catch(() => null)));
    const found = cars.flatMap(({ session, car }, i) =>
      (answers[i]?.laps ?? []).map((lap): [string, Lap] => [formatLapAddress({ session, car, lap: lap.number }), lap]),
    );
    return new Map(found);
  }
}

function carsOf(laps: LapAddress[]): { session: string; car: string }[] {
  return [...new Map(laps.map(({ session, car }) => [`${session}/${car}`, { session, car }])).values()];
}
