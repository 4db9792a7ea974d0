import type { EventFrame } from '../wire/live-frames.js';
import type { Lap, Warning } from '../wire/words.js';
import { Revisions } from './revisions.js';

export interface WarningOfCar extends Warning {
  car: string;
}

/** The laps and warnings of all cars, each in the newest form that was stated. */
export class TimingBook {
  /** The newest first. */
  warnings: WarningOfCar[] = [];

  private readonly lapsByCar = new Map<string, Lap[]>();
  private readonly revisions = new Revisions();

  laps(car: string): Lap[] {
    return this.lapsByCar.get(car) ?? [];
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

  /** A correction carries a higher revision; an older statement never replaces a newer one. */
  take(frame: EventFrame): void {
    const { car } = frame;
    if (!this.revisions.take(car, frame.subject, frame.revision, frame.type === 'lap')) {
      return;
    }
    switch (frame.type) {
      case 'lap':
        this.putLaps(car, [...this.without(car, frame.lap.number), frame.lap]);
        break;
      case 'withdrawn':
        this.putLaps(car, this.laps(car).filter((lap) => subjectOf(lap) !== frame.subject));
        this.putWarnings(this.warnings.filter((warning) => warning.car !== car || warning.subject !== frame.subject));
        break;
      case 'warning':
        this.takeWarning({ ...frame.warning, car });
        break;
      case 'sector':
      case 'passing':
      case 'track':
        break;
    }
  }

  clear(): void {
    this.warnings = [];
    this.lapsByCar.clear();
    this.revisions.clear();
  }

  private without(car: string, number: number): Lap[] {
    return this.laps(car).filter((lap) => lap.number !== number);
  }

  private putLaps(car: string, laps: Lap[]): void {
    this.lapsByCar.set(car, [...laps].sort((a, b) => a.number - b.number));
  }

  private takeWarning(warning: WarningOfCar): void {
    const { car, subject } = warning;
    const others = this.warnings.filter((each) => each.car !== car || each.subject !== subject);
    this.putWarnings([...others, warning]);
  }

  private putWarnings(warnings: WarningOfCar[]): void {
    this.warnings = warnings.sort((a, b) => (b.at_s ?? 0) - (a.at_s ?? 0));
  }
}

/** As the platform names it in the frames of laps. */
const subjectOf = (lap: Lap): string => `lap/${lap.number}`;
