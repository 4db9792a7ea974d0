/** Viridis at nine places (van der Walt and Smith, 2015): even in brightness, and read in every form of colour blindness. */
const VIRIDIS: readonly (readonly [number, number, number])[] = [
  [72, 40, 120],
  [65, 68, 135],
  [53, 95, 141],
  [42, 120, 142],
  [33, 145, 140],
  [34, 168, 132],
  [68, 191, 112],
  [122, 209, 81],
  [253, 231, 37],
];

/** The colour of a share from 0 to 1, low to high. */
export function heat(share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (VIRIDIS.length - 1);
  const low = VIRIDIS[Math.floor(at)] as readonly [number, number, number];
  const high = VIRIDIS[Math.ceil(at)] as readonly [number, number, number];
  const part = at - Math.floor(at);
  const mixed = low.map((each, i) => Math.round(each + ((high[i] as number) - each) * part));
  return `rgb(${mixed.join(' ')})`;
}
