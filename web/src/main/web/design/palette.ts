/** The colours of page.css for what is drawn on a canvas, read once: the page has one theme. */
export interface Palette {
  ground: string;
  panel: string;
  line: string;
  lineStrong: string;
  text: string;
  textSecond: string;
  textThird: string;
  reference: string;
  other: string;
  good: string;
  warn: string;
  bad: string;
  flags: Record<'green' | 'yellow' | 'red' | 'chequered', string>;
  traces: string[];
  /** Of the other laps of a comparison. */
  laps: string[];
  font: string;
}

let read: Palette | null = null;

export function palette(): Palette {
  read ??= readPalette();
  return read;
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const property = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ground: property('--ground'),
    panel: property('--panel'),
    line: property('--line'),
    lineStrong: property('--line-strong'),
    text: property('--text'),
    textSecond: property('--text-second'),
    textThird: property('--text-third'),
    reference: property('--reference'),
    other: property('--other'),
    good: property('--good'),
    warn: property('--warn'),
    bad: property('--bad'),
    flags: {
      green: property('--flag-green'),
      yellow: property('--flag-yellow'),
      red: property('--flag-red'),
      chequered: property('--flag-chequered'),
    },
    traces: [0, 1, 2, 3, 4, 5].map((i) => property(`--trace-${i}`)),
    laps: [1, 2, 3, 4, 5, 6, 7].map((i) => property(`--lap-${i}`)),
    font: `${property('--size-small')} ${property('--font')}`,
  };
}
