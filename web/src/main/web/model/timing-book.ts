import type { EventFrame } from '../wire/live-frames.js';
import type { Lap, Sector, Warning } from '../wire/words.js';
import { endOf } from './past-entries.js';
import { Revisions } from './revisions.js';
import { countWhile } from './search.js';

export interface WarningOfCar extends Warning {
  car: string;
}

/** The laps and warnings of all cars, each in the newest form that was stated. */
export class TimingBook {
  /** The newest first. */
  warnings: WarningOfCar[] = [];

  private readonly lapsByCar = new Map<string, Lap[]>();
  /** Of laps that are under way: a lap that is over states its sectors itself. */
  private readonly sectorsByCar = new Map<string, Map<string, Sector>>();
  private moments: Float64Array | null = null;
  private readonly revisions = new Revisions();

  laps(car: string): Lap[] {
    return this.lapsByCar.get(car) ?? [];
  }

  /** Sectors stated one by one, of laps with this number or a later one. */
  sectors(car: string, fromLap: number): Sector[] {
    return [...(this.sectorsByCar.get(car)?.values() ?? [])].filter(({ lap }) => lap >= fromLap);
  }

  /** How many laps, sectors and warnings lie at or before a moment: a cursor that passes one changes it. */
  factsUntil(at_s: number): number {
    const moments = (this.moments ??= this.allMoments());
    return countWhile(moments.length, (i) => (moments[i] as number) <= at_s);
  }

  private allMoments(): Float64Array {
    const laps = [...this.lapsByCar.values()].flat();
    return Float64Array.from([
      ...laps.map(endOf),
      ...laps.flatMap(sectorEnds),
      ...[...this.sectorsByCar.values()].flatMap((sectors) => [...sectors.values()].map((each) => each.start_s + each.time_s)),
      ...this.warnings.map((warning) => warning.at_s ?? 0),
    ]).sort();
  }

  /** All laps and warnings of a car, in place of what was known of it. */
  set(car: string, laps: Lap[], warnings: Warning[]): void {
    laps.forEach((lap) => this.revisions.take(car, subjectOf(lap), lap.revision, true));
    this.putLaps(car, laps);
    this.putWarnings([
      ...this.warnings.filter((warning) => warning.car !== car),
      ...warnings.map((warning) => ({ ...warning, car })),
    ]);
  }

  /**
   * A correction carries a higher revision; an older statement never replaces a newer one.
   *
   * @returns whether it tells anything new
   */
  take(frame: EventFrame): boolean {
    const { car } = frame;
    if (!this.revisions.take(car, frame.subject, frame.revision, frame.type === 'lap')) {
      return false;
    }
    this.moments = null;
    switch (frame.type) {
      case 'lap':
        this.putLaps(car, [...this.without(car, frame.lap.number), frame.lap]);
        break;
      case 'withdrawn':
        this.putLaps(car, this.laps(car).filter((lap) => subjectOf(lap) !== frame.subject));
        this.putWarnings(this.warnings.filter((warning) => warning.car !== car || warning.subject !== frame.subject));
        this.sectorsByCar.get(car)?.delete(frame.subject);
        break;
      case 'warning':
        this.takeWarning({ ...frame.warning, car });
        break;
      case 'sector':
        this.takeSector(car, frame.subject, frame.sector);
        break;
      case 'passing':
      case 'track':
        return false;
    }
    return true;
  }

  clear(): void {
    this.moments = null;
    this.sectorsByCar.clear();
    this.warnings = [];
    this.lapsByCar.clear();
    this.revisions.clear();
  }

  private without(car: string, number: number): Lap[] {
    return this.laps(car).filter((lap) => lap.number !== number);
  }

  private putLaps(car: string, laps: Lap[]): void {
    this.moments = null;
    this.lapsByCar.set(car, [...laps].sort((a, b) => a.number - b.number));
  }

  private takeSector(car: string, subject: string, sector: Sector): void {
    const sectors = this.sectorsByCar.get(car) ?? new Map<string, Sector>();
    const underWay = (this.laps(car).at(-1)?.number ?? 0) + 1;
    [...sectors].filter(([, each]) => each.lap < underWay - 1).forEach(([old]) => sectors.delete(old));
    this.sectorsByCar.set(car, sectors.set(subject, sector));
  }

  private takeWarning(warning: WarningOfCar): void {
    const { car, subject } = warning;
    const others = this.warnings.filter((each) => each.car !== car || each.subject !== subject);
    this.putWarnings([...others, warning]);
  }

  private putWarnings(warnings: WarningOfCar[]): void {
    this.moments = null;
    this.warnings = warnings.sort((a, b) => (b.at_s ?? 0) - (a.at_s ?? 0));
  }
}

/** When each sector of a lap was over. */
function sectorEnds(lap: Lap): number[] {
  let end = lap.start_s;
  return lap.sectors_s.map((time) => (end += time ?? 0));
}

/** As the platform names it in the frames of laps. */
const subjectOf = (lap: Lap): string => `lap/${lap.number}`;
