import { FrameStore } from '../../main/web/model/frame-store.js';
import type { LiveFrame } from '../../main/web/wire/live-frames.js';
import type { Lap, Warning } from '../../main/web/wire/words.js';
import { entry } from './entries.js';

/** Frames of the live socket about car 25, and a store that took some. */
export const lap = (number: number, revision: number, time_s: number): Lap => ({
  number,
  stated_number: null,
  kind: 'flying',
  start_s: number * 100,
  time_s,
  sectors_s: [],
  witness: 'gate',
  uncertainty_s: 0.02,
  uncertain: false,
  revision,
  provisional: false,
});
export const at = (at_s: number, speed: number, latitude: number) => ({
  type: 'samples' as const,
  at_s,
  cars: { '25': { values: { speed, latitude, longitude: -88 }, times: { speed: at_s, latitude: at_s, longitude: at_s }, trace: { speed: { x: [at_s], y: [speed] } } } },
});
export const lapFrame = (car: string, stated: Lap) => ({
  type: 'lap' as const,
  car,
  subject: `lap/${stated.number}`,
  revision: stated.revision,
  lap: stated,
});
export const withdrawn = (number: number, revision: number) => ({
  type: 'withdrawn' as const,
  car: '25',
  subject: `lap/${number}`,
  revision,
});
export const warned = (revision: number, message: string) => ({
  type: 'warning' as const,
  car: '25',
  subject: 'warning/hole/5000000000',
  revision,
  warning: { subject: 'warning/hole/5000000000', code: 'hole', message, at_s: 5 },
});
export const hello = (laps: Lap[], warnings: Warning[], start = '2025-08-01T19:43:33Z') => ({
  type: 'hello' as const,
  session: { id: 'fp1', title: 'Practice', track: null, start, duration_s: 300, state: 'live' as const, entries: 1 },
  entries: [entry('25', 1)],
  laps: { '25': laps },
  warnings: { '25': warnings },
  now_s: 301.5,
});
export const times = (store: FrameStore): (number | null)[] => store.timing.laps('25').map((each) => each.time_s);
export const live = (): FrameStore => {
  const store = new FrameStore();
  store.take(hello([lap(1, 1, 99), lap(2, 1, 97), lap(3, 1, 98)], []));
  return store;
};
/** What came of car 25 at a moment. */
export const heard = (at_s: number, values: Record<string, number>): LiveFrame => ({
  type: 'samples',
  at_s,
  cars: { '25': { values, times: Object.fromEntries(Object.keys(values).map((channel) => [channel, at_s])) } },
});
