import type { Channel } from '../wire/words.js';
import { PLACE_CHANNELS } from './ground.js';

/** How a channel is drawn; channels that are not named here scale to their data. */
interface Look {
  /** Always in sight; values beyond it widen the panel. */
  range?: readonly [number, number];
  /** A count or a state: it holds its value until the next sample and has no decimals. */
  whole?: boolean;
}

const LOOKS: Record<string, Look> = {
  throttle: { range: [0, 100] },
  brake: { range: [0, 100] },
  gear: { whole: true },
  lap_number: { whole: true },
  satellites: { whole: true },
};

/** What an engineer looks at first, in this order. */
const FIRST = [
  'speed',
  'throttle',
  'brake',
  'brake_pressure_front',
  'engine_speed',
  'gear',
  'steering',
  'acceleration_longitudinal',
  'acceleration_lateral',
];

const SHOWN_AT_FIRST = 5;
/** More panels than this are lower than their labels. */
export const MOST_PANELS = 10;

export function lookOf(channel: string): Look {
  return LOOKS[channel] ?? {};
}

export function inOrder(channels: Channel[]): Channel[] {
  const rank = (name: string): number => {
    const index = FIRST.indexOf(name);
    return index < 0 ? FIRST.length : index;
  };
  return channels
    // Where the car is belongs on the map, not in a trace.
    .filter((channel) => !PLACE_CHANNELS.includes(channel.name))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
}

/** The channels to show when nobody has chosen: what is there of the usual ones, else the first. */
export function usualChannels(channels: Channel[]): string[] {
  const names = inOrder(channels).map((channel) => channel.name);
  const usual = names.filter((name) => FIRST.includes(name));
  return (usual.length > 0 ? usual : names).slice(0, SHOWN_AT_FIRST);
}

const REMEMBERED = 'vitalcore.channels';

/** The choice is kept by the browser: channels that a car does not have are left out, not forgotten. */
export function rememberedChannels(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? '[]');
    return Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : [];
  } catch {
    // Storage may be forbidden or hold something else; the usual channels are shown then.
    return [];
  }
}

export function rememberChannels(names: string[]): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(names));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function chosenChannels(available: Channel[], remembered: string[]): string[] {
  const names = new Set(available.map((channel) => channel.name));
  const kept = remembered.filter((name) => names.has(name)).slice(0, MOST_PANELS);
  return kept.length > 0 ? kept : usualChannels(available);
}
