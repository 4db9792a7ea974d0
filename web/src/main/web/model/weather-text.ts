import type { Series } from '../wire/words.js';
import { clock, value } from './format.js';
import { rangeOf, type ReportFacts } from './report.js';

/** What is said of the weather, in a line; empty where nobody measured it and nobody told. */
export function weatherText({ weather, whyNoWeather, control }: ReportFacts): string {
  const unknown = whyNoWeather === null ? [] : [`What was measured is not known: ${whyNoWeather} Make the report anew.`];
  const measured = weather.map(seriesText).filter((text) => text !== null);
  const told = control.messages.filter(({ kind }) => kind === 'weather').map(({ at_s, text }) => `${clock(at_s)} ${text}`);
  return [...unknown, ...measured, ...told].join(' · ');
}

const WEATHER_WORDS: Record<string, string> = {
  air_temperature: 'air',
  track_temperature: 'track',
  track_wetness: 'wet up to',
  rain_intensity: 'rain up to',
  wind_speed: 'wind up to',
};

function seriesText(series: Series): string | null {
  const range = rangeOf(series);
  const word = WEATHER_WORDS[series.channel];
  if (range === null || word === undefined) {
    return null;
  }
  if (range.high === 0) {
    return series.channel === 'rain_intensity' ? 'no rain' : null;
  }
  const unit = series.unit ?? '';
  const high = value(range.high);
  return word.endsWith('to') ? `${word} ${high} ${unit}` : `${word} ${value(range.low)} to ${high} ${unit}`;
}
