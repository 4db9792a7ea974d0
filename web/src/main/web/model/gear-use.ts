import { binsFor, shares, summaryOf, type BinGrid, type Summary } from './distribution.js';

/** How one gear was used. */
export interface GearUse {
  gear: number;
  seconds: number;
  share: number;
  engineSpeed: Summary;
  /** Share of the gear's time in each bin of engine speed. */
  bins: number[];
  /** Engine speed a unit of speed, the median; null without speed. */
  ratio: number | null;
}

export interface Upshift {
  at_s: number;
  from: number;
  to: number;
  /** Highest engine speed just before. */
  rpm: number;
  speed: number | null;
}

export interface EngineUse {
  grid: BinGrid;
  gears: GearUse[];
  upshifts: Upshift[];
}

/** Columns of equal length at the times t, in seconds; dt is for how long each stands. */
export interface EngineRows {
  t: ArrayLike<number>;
  dt: ArrayLike<number>;
  gear: ArrayLike<number>;
  rpm: ArrayLike<number>;
  speed: ArrayLike<number> | null;
}

const BINS = 24;
/** A gearbox passes neutral, or says nothing, for so long between two gears. */
const LONGEST_SHIFT_S = 0.6;
/** The engine speed falls while the gear is changed: the peak lies so long before it at most. */
const BEFORE_SHIFT_S = 0.4;
/** Below it the clutch slips, and engine speed says nothing of the gear. In the unit of speed. */
const LEAST_SPEED = 15;

/** Time and engine speed in each gear, and the shifts to a higher one; null where nothing is known. */
export function engineUse(rows: EngineRows): EngineUse | null {
  const grid = binsFor([rows.rpm], false, BINS);
  const whole = sum(rows.dt);
  if (!grid || whole === 0) {
    return null;
  }
  const rowsOf = grouped(Array.from({ length: rows.t.length }, (_, i) => i), (i) => Math.round(rows.gear[i] as number));
  const gears = [...rowsOf].sort(([a], [b]) => a - b).flatMap(([gear, of]) => useOf(gear, of, rows, grid, whole));
  return { grid, gears, upshifts: upshiftsIn(rows) };
}

function useOf(gear: number, of: number[], { dt, rpm, speed }: EngineRows, grid: BinGrid, whole: number): GearUse[] {
  const weights = of.map((i) => dt[i] as number);
  const speeds = of.map((i) => rpm[i] as number);
  const engineSpeed = summaryOf(speeds, weights);
  if (!engineSpeed) {
    return [];
  }
  const ratios = of.filter((i) => gear > 0 && ((speed?.[i] ?? 0) as number) >= LEAST_SPEED).map((i) => (rpm[i] as number) / (speed?.[i] as number));
  ratios.sort((a, b) => a - b);
  return [
    {
      gear,
      seconds: engineSpeed.seconds,
      share: engineSpeed.seconds / whole,
      engineSpeed,
      bins: shares(speeds, weights, grid),
      ratio: ratios[ratios.length >> 1] ?? null,
    },
  ];
}

/** From a forward gear to the next higher one, neutral between them passed over. */
export function upshiftsIn({ t, gear, rpm, speed }: EngineRows): Upshift[] {
  const found: Upshift[] = [];
  let inGear = -1;
  for (let i = 0; i < t.length; i++) {
    const now = Math.round(gear[i] as number);
    if (now <= 0) {
      continue;
    }
    const from = inGear < 0 ? now : Math.round(gear[inGear] as number);
    if (now === from + 1 && (i === inGear + 1 || (t[i] as number) - (t[inGear] as number) <= LONGEST_SHIFT_S)) {
      found.push({ at_s: t[inGear] as number, from, to: now, rpm: peakBefore(inGear, t, rpm), speed: (speed?.[inGear] as number | undefined) ?? null });
    }
    inGear = i;
  }
  return found;
}

function peakBefore(last: number, t: ArrayLike<number>, rpm: ArrayLike<number>): number {
  let peak = rpm[last] as number;
  for (let i = last - 1; i >= 0 && (t[last] as number) - (t[i] as number) <= BEFORE_SHIFT_S; i--) {
    peak = Math.max(peak, rpm[i] as number);
  }
  return peak;
}

/** The shifts out of each gear: how many, and the engine speed at which they were mostly. */
export function shiftPoints(upshifts: Upshift[]): Map<number, { count: number; min: number; median: number; max: number }> {
  const byGear = grouped(upshifts, (shift) => shift.from);
  return new Map(
    [...byGear].map(([gear, shifts]) => {
      const rpm = shifts.map((shift) => shift.rpm).sort((a, b) => a - b);
      const at = (index: number): number => rpm[index] as number;
      return [gear, { count: rpm.length, min: at(0), median: at(rpm.length >> 1), max: at(rpm.length - 1) }];
    }),
  );
}

function grouped<T>(items: T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) {
      group.push(item);
    } else {
      groups.set(keyOf(item), [item]);
    }
  }
  return groups;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    total += values[i] as number;
  }
  return total;
}
