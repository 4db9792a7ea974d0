/**
 * Round numbers within a range.
 *
 * @param steps that may lie between two; null: 1, 2 or 5 of any decade
 */
export function ticks([from, to]: readonly [number, number], most: number, steps: readonly number[] | null): number[] {
  const rough = (to - from) / Math.max(1, most);
  const decade = 10 ** Math.floor(Math.log10(rough));
  const round = [1, 2, 5, 10].map((each) => each * decade).find((each) => each >= rough) ?? rough;
  const step = steps ? (steps.find((each) => each >= rough) ?? steps.at(-1) ?? 1) : round;
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}
