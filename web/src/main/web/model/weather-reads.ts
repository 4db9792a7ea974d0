import { rest } from '../wire/rest.js';
import type { Series } from '../wire/words.js';
import { TRACKSIDE } from './trackside-flags.js';

/**
 * Reads what the circuit measured from the beginning to a moment; a circuit without a weather station is no problem.
 *
 * @param wanted channels, as far as the circuit sends them
 * @param points of each, at most
 */
export async function readWeather(
  session: string,
  wanted: readonly string[],
  end_s: number,
  points: number,
  signal?: AbortSignal,
): Promise<Series[]> {
  const sent = await rest.channels(session, TRACKSIDE, signal);
  const names = wanted.filter((channel) => sent.some(({ name }) => name === channel));
  const end = Math.max(1, end_s);
  return names.length === 0 ? [] : (await rest.seriesBetween(session, TRACKSIDE, names, 0, end, points, signal)).series;
}
