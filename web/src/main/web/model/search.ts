/**
 * How many hold, from the first on, where none holds after one that does not: a search by halves.
 *
 * @param length how many there are
 * @param holds whether the one at an index, from 0, does
 */
export function countWhile(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
