/**
 * Colours for little to much, after viridis (S. van der Walt, N. Smith, 2015) from where it stands out on a dark
 * ground: lightness rises evenly, so it reads in every form of colour blindness and in grey.
 */
export const SEQUENTIAL: readonly string[] = ['#31688e', '#287c8e', '#20928c', '#2cad80', '#52c569', '#8bd646', '#c8e020', '#fde725'];

const LEVELS = 32;

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function mixed(share: number): string {
  const place = share * (SEQUENTIAL.length - 1);
  const below = Math.min(SEQUENTIAL.length - 2, Math.floor(place));
  const from = channels(SEQUENTIAL[below] as string);
  const to = channels(SEQUENTIAL[below + 1] as string);
  return `#${from.map((value, i) => Math.round(value + ((to[i] as number) - value) * (place - below)).toString(16).padStart(2, '0')).join('')}`;
}

/** Few enough that dots of one colour can be drawn together. */
export const SEQUENTIAL_LEVELS: readonly string[] = Array.from({ length: LEVELS }, (_, i) => mixed(i / (LEVELS - 1)));

/** Which of {@link SEQUENTIAL_LEVELS}; what lies outside takes the outermost. */
export function levelOf(value: number, min: number, max: number): number {
  const share = max > min ? (value - min) / (max - min) : 0.5;
  return Math.round(Math.min(1, Math.max(0, share)) * (LEVELS - 1));
}

/** Black or white, whichever can be read on the colour. */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
