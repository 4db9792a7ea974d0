import type { FrameSheet } from '../wire/frame-sheet.js';

/** What cars say of tyres and pits; codes and counts. */
export const TYRE_CHANNELS = ['tyre_compound', 'tyre_age', 'pit_stops', 'in_pit_lane'] as const;
export type TyreChannel = (typeof TYRE_CHANNELS)[number];

/** A channel that is not a count but noise must not fill the memory; a race has a step a lap. */
const MOST_STEPS = 4_000;

interface Steps {
  at_s: number[];
  value: number[];
}

/** A time in the pit lane; one that is not over has no end. */
export interface LaneTime {
  from_s: number;
  to_s: number | null;
}

/** The steps of {@link TYRE_CHANNELS} of all cars over the whole session: a handful of values a lap. */
export class TyreLog {
  /** Up to here all is known. */
  until_s = 0;
  /** How often it learnt something. */
  puts = 0;
  /** Seconds between two looks: by so much the instant of a step may be late. */
  resolution_s = 0;
  private readonly byCar = new Map<string, Map<string, Steps>>();

  /** Takes frames up to a moment: they follow those it has, or take the place of those of the same time. */
  put(sheet: FrameSheet, until_s: number): void {
    const later = this.takeFrom(until_s);
    this.takeFrom(sheet.from_s);
    this.resolution_s = Math.max(this.resolution_s, 1 / sheet.hz);
    for (const [car, columns] of sheet.columns) {
      const ofCar = this.byCar.get(car) ?? new Map<string, Steps>();
      this.byCar.set(car, ofCar);
      sheet.channels.forEach((channel, i) => {
        const column = columns[i];
        const steps = ofCar.get(channel) ?? { at_s: [], value: [] };
        ofCar.set(channel, steps);
        column?.above.forEach((above, k) => {
          const at_s = sheet.from_s + k / sheet.hz;
          if (at_s < until_s) {
            add(steps, at_s, column.base + above);
          }
        });
      });
    }
    later.forEach(([steps, { at_s, value }]) => at_s.forEach((at, i) => add(steps, at, value[i] as number)));
    this.until_s = Math.max(this.until_s, until_s);
    this.puts += 1;
  }

  /** Whether any car says anything of tyres or pits. */
  get empty(): boolean {
    return this.byCar.size === 0;
  }

  /** The last value at or before a moment; null where there was none. */
  valueAt(car: string, channel: TyreChannel, at_s: number): number | null {
    const steps = this.byCar.get(car)?.get(channel);
    const index = steps ? steps.at_s.findLastIndex((each) => each <= at_s) : -1;
    return steps?.value[index] ?? null;
  }

  /**
   * The longest time in the pit lane of which some lies between two moments, as it was known at `until_s`; null where
   * there is none.
   */
  laneTime(car: string, from_s: number, to_s: number, until_s: number): LaneTime | null {
    const steps = this.byCar.get(car)?.get('in_pit_lane');
    const times = (steps?.at_s ?? []).flatMap((at_s, i): LaneTime[] => {
      const end = steps?.at_s[i + 1];
      const inSight = at_s <= Math.min(to_s, until_s) && (end ?? Infinity) >= from_s;
      return steps?.value[i] === 1 && inSight ? [{ from_s: at_s, to_s: end === undefined || end > until_s ? null : end }] : [];
    });
    const length = (time: LaneTime): number => (time.to_s ?? Infinity) - time.from_s;
    return times.reduce<LaneTime | null>((longest, time) => (longest && length(longest) >= length(time) ? longest : time), null);
  }

  clear(): void {
    this.byCar.clear();
    this.until_s = 0;
  }

  /** Takes out the steps from a moment on. */
  private takeFrom(from_s: number): [from: Steps, taken: Steps][] {
    const all = [...this.byCar.values()].flatMap((channels) => [...channels.values()]);
    return all.map((steps) => {
      const kept = steps.at_s.filter((each) => each < from_s).length;
      return [steps, { at_s: steps.at_s.splice(kept), value: steps.value.splice(kept) }];
    });
  }
}

function add(steps: Steps, at_s: number, value: number): void {
  const last = steps.at_s.length - 1;
  const known = !Number.isNaN(value) && at_s > (steps.at_s[last] ?? -Infinity);
  if (known && value !== steps.value[last] && steps.at_s.length < MOST_STEPS) {
    steps.at_s.push(at_s);
    steps.value.push(value);
  }
}
