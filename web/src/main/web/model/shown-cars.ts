/** More lines cannot be told apart. */
export const MOST_CARS = 10;
const EACH_WAY = 2;

/** The chosen car, two before it and two behind it; the first five where none is chosen. */
export function carsAround(chosen: string | null, order: readonly string[]): string[] {
  const at = Math.max(0, order.indexOf(chosen ?? ''));
  const from = Math.max(0, Math.min(at - EACH_WAY, order.length - 2 * EACH_WAY - 1));
  return order.slice(from, from + 2 * EACH_WAY + 1);
}

/** Cars that were picked by hand, as an option keeps them; null where there are none of them. */
export function carsOf(option: string | undefined, order: readonly string[]): string[] | null {
  const cars = (option ?? '').split(',').filter((car) => order.includes(car));
  return cars.length === 0 ? null : cars.slice(0, MOST_CARS);
}
