/** What stands where a number is not known. */
export const ABSENT = '–';

/**
 * A number as the page writes them all: from five digits on thousands are set off by a narrow space that does not break,
 * the minus is a real one, and zero has none.
 */
export function plain(number: number, decimals = 0): string {
  const text = Math.abs(number).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.length < 5 ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${number < 0 && Number(text) !== 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** How many decimals tell the numbers of an axis apart that lie a step away from one another. */
export function decimalsOfStep(step: number): number {
  const size = Math.abs(step) || 1;
  const isWhole = (decimals: number): boolean => Math.abs(size * 10 ** decimals - Math.round(size * 10 ** decimals)) < 0.01;
  return [0, 1, 2, 3, 4, 5].find((decimals) => size * 10 ** decimals > 0.5 && isWhole(decimals)) ?? 6;
}

/** A number of an axis. */
export const axisNumber = (number: number, step: number): string => plain(number, decimalsOfStep(step));

/** {@link lapTime} on an axis: no more decimals than the step needs, and none cut off. */
export function axisLapTime(seconds: number, step: number): string {
  const decimals = Math.min(3, decimalsOfStep(step));
  return lapTime(seconds).slice(0, decimals === 0 ? -4 : decimals - 3 || undefined);
}

/** {@link signed} on an axis. */
export const axisSigned = (number: number, step: number): string => signed(number, decimalsOfStep(step));

/** 114.96 is shown as 1:54.960; under a minute as 54.960. */
export function lapTime(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) {
    return ABSENT;
  }
  const millis = Math.round(seconds * 1000);
  const minutes = Math.floor(millis / 60_000);
  const rest = ((millis % 60_000) / 1000).toFixed(3);
  return minutes === 0 ? rest : `${minutes}:${rest.padStart(6, '0')}`;
}

/** A difference with its sign, a real minus and three decimals. */
export function signed(value: number | null | undefined, decimals = 3): string {
  if (value === null || value === undefined) {
    return ABSENT;
  }
  const text = plain(value, decimals);
  return value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
}

/** By how much a time may be off: ±54 s, or ±0.4 s below ten seconds. */
export function spread(seconds: number): string {
  return `±${seconds.toFixed(seconds < 9.95 ? 1 : 0)} s`;
}

/** Time within a session: 0:06:56, or 6:56 under an hour. */
export function clock(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) {
    return ABSENT;
  }
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}

/** {@link clock} for an axis: before the session's first sample there is no time to name. */
export function axisClock(seconds: number): string {
  return seconds < 0 ? '' : clock(seconds);
}

/** A measured value with as many decimals as its size deserves. */
export function value(number: number | null | undefined, whole = false): string {
  if (number === null || number === undefined || !Number.isFinite(number)) {
    return ABSENT;
  }
  return plain(number, whole ? 0 : decimalsFor(number));
}

export function decimalsFor(number: number): number {
  const size = Math.abs(number);
  return size >= 1000 ? 0 : size >= 10 ? 1 : 2;
}

/** 1 204 889 is shown as 1.2 M. */
export function count(number: number | null | undefined): string {
  if (number === null || number === undefined) {
    return ABSENT;
  }
  if (number >= 1e6) {
    return `${(number / 1e6).toFixed(1)} M`;
  }
  return number >= 1e4 ? `${(number / 1e3).toFixed(0)} k` : String(Math.round(number));
}

/** 2025-08-01 19:43 UTC: the same for every reader, wherever the browser stands. */
export function instant(iso: string): string {
  return iso.length >= 16 ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : iso;
}

/** Channel names travel in snake_case. */
export function channelTitle(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A text as the platform makes names of it: "FP 1" is kept as "fp-1". */
export function nameOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9._]+/g, '-')
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}

/** How far behind: +3.214, or +2 laps. */
export function gapText(gap: { kind: 'time'; s: number } | { kind: 'laps'; laps: number } | null): string {
  if (gap === null) {
    return '';
  }
  return gap.kind === 'laps' ? `+${gap.laps} lap${gap.laps === 1 ? '' : 's'}` : `+${gap.s < 60 ? gap.s.toFixed(2) : lapTime(Math.round(gap.s * 100) / 100).slice(0, -1)}`;
}
