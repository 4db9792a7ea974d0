import { PLACE_CHANNELS } from './ground.js';

/** What the views show of all cars at any moment; a session has those of them that its sources send. */
export const FRAME_CHANNELS: readonly string[] = [
  ...PLACE_CHANNELS,
  'speed',
  'tyre_compound',
  'tyre_age',
  'pit_stops',
  'in_pit_lane',
];

/** Kept of what comes live alone: of the past it is asked for of no car. */
export const LIVE_CHANNELS: readonly string[] = [...FRAME_CHANNELS, 'hazard_distance'];

/**
 * Codes and counts: they hold until the next one and have nothing between them. The platform has the same
 * in StandardChannels.java; CourseTest there compares the two.
 */
const IN_STEPS = new Set([
  'gear',
  'lap_number',
  'lap_time_previous',
  'split_time_previous',
  'satellites',
  'tyre_compound',
  'tyre_age',
  'pit_stops',
  'in_pit_lane',
  'flag',
  'marshal_sectors',
  'hazard_distance',
  'incident_kind',
  'incident_car',
  'incident_distance',
]);

export const comesInSteps = (channel: string): boolean => IN_STEPS.has(channel) || channel.startsWith('flag_sector_');

/** Codes that hold until the next one, however rarely they come; of a hazard that is gone nothing more is sent. */
export const holds = (channel: string): boolean => comesInSteps(channel) && channel !== 'hazard_distance';
