import type { Channel } from '../wire/words.js';

/** As they stand on the car, seen from above. */
export const WHEELS = ['fl', 'fr', 'rl', 'rr'] as const;
export type Wheel = (typeof WHEELS)[number];

export type WheelQuantity = 'tyreTemperature' | 'tyrePressure' | 'brakeTemperature' | 'damper' | 'wheelSpeed' | 'slip';
/** Across the tyre; 'whole' where it has one sensor. */
export type TyrePlace = 'outer' | 'middle' | 'inner' | 'whole';

export interface WheelChannel {
  wheel: Wheel;
  quantity: WheelQuantity;
  place: TyrePlace;
}

/** The channels of one wheel, as far as the car has them. */
export interface WheelChannels {
  tyre: Partial<Record<TyrePlace, Channel>>;
  of: Partial<Record<Exclude<WheelQuantity, 'tyreTemperature'>, Channel>>;
}

/** How loggers and games name the wheel; the last form is glued to what follows. */
const WHEEL_NAMES: [Wheel, RegExp][] = [
  ['fl', /(?:^|_)(?:fl|lf|front_left|left_front)(?:_|$)|^lf(?=temp|press|speed|shock|brake|wheel|tyre|tire)/],
  ['fr', /(?:^|_)(?:fr|rf|front_right|right_front)(?:_|$)|^rf(?=temp|press|speed|shock|brake|wheel|tyre|tire)/],
  ['rl', /(?:^|_)(?:rl|lr|rear_left|left_rear)(?:_|$)|^lr(?=temp|press|speed|shock|brake|wheel|tyre|tire)/],
  ['rr', /(?:^|_)(?:rr|rear_right|right_rear)(?:_|$)|^rr(?=temp|press|speed|shock|brake|wheel|tyre|tire)/],
];

/** What is measured, by what is left of the name; the first that fits. */
const QUANTITIES: [WheelQuantity, RegExp, RegExp?][] = [
  ['brakeTemperature', /(?:brake|disc|disk|rotor).*temp/, /pad|line|fluid/],
  ['tyrePressure', /(?:tyre|tire|wheel|tpms).*press|^press(?:ure)?$/, /brake|cold/],
  ['tyreTemperature', /(?:tyre|tire|tread).*temp|^temp/, /brake|hub|optimal/],
  ['slip', /slip/, /angle|combined/],
  ['damper', /damper|susp.*(?:pos|travel|defl|height|raw)|shock.*(?:defl|pos|travel)|^susp(?:ension)?$/, /(?:^|_)(?:vel|speed|force|load|acc|norm|rate)/],
  ['wheelSpeed', /wheel.*(?:speed|spd|rot)|^speed$/, /slip|rumble/],
];

const PLACES: [TyrePlace, RegExp][] = [
  ['middle', /(?:^|_)(?:mid|middle|centre|center|cm|m|c)(?:_|$)/],
  ['inner', /(?:^|_)(?:inner|inside|in|i)(?:_|$)/],
  ['outer', /(?:^|_)(?:outer|outside|out|o)(?:_|$)/],
];

/** Which wheel a channel tells of, and what; null where it does not look like one of a wheel. */
export function wheelChannel(name: string): WheelChannel | null {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '_');
  const [wheel, pattern] = WHEEL_NAMES.find(([, each]) => each.test(words)) ?? [];
  if (!wheel || !pattern) {
    return null;
  }
  const rest = words.replace(pattern, '_').replaceAll(/^_+|_+$/g, '');
  const [quantity] = QUANTITIES.find(([, is, not]) => is.test(rest) && !not?.test(rest)) ?? [];
  return quantity ? { wheel, quantity, place: quantity === 'tyreTemperature' ? placeOf(rest, wheel) : 'whole' } : null;
}

function placeOf(rest: string, wheel: Wheel): TyrePlace {
  const named = PLACES.find(([, pattern]) => pattern.test(rest))?.[0];
  // Some say left and right of the tyre as it stands: the outer edge is the one away from the car.
  const side = /(?:^|_)c?([lr])$/.exec(rest)?.[1];
  return named ?? (side === undefined ? 'whole' : side === wheel[1] ? 'outer' : 'inner');
}

/** All wheels with their channels; of two for the same the shorter name, which is the plainer. */
export function wheelsOf(channels: readonly Channel[]): Record<Wheel, WheelChannels> {
  const wheels = Object.fromEntries(WHEELS.map((wheel) => [wheel, { tyre: {}, of: {} }])) as Record<Wheel, WheelChannels>;
  for (const channel of channels.toSorted((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name))) {
    // The platform's names have lost the capitals that part the words of some.
    const is = wheelChannel(channel.name) ?? wheelChannel(channel.original_name ?? '');
    if (is?.quantity === 'tyreTemperature') {
      wheels[is.wheel].tyre[is.place] ??= channel;
    } else if (is) {
      wheels[is.wheel].of[is.quantity] ??= channel;
    }
  }
  return wheels;
}

/** Below it a wheel that turns a little faster is far off in percent. In the unit of both. */
const LEAST_SPEED = 30;

/** By how much a wheel turns faster than the car moves, in percent; null at low speed. */
export function slipOf(wheelSpeed: number | null, speed: number | null): number | null {
  return wheelSpeed === null || speed === null || speed < LEAST_SPEED ? null : (wheelSpeed / speed - 1) * 100;
}
