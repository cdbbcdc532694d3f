/** Finding one's way in numbers that ascend. */

/** @returns index of the first entry greater than `value`; the length when there is none (binary search) */
export function indexAfter(ascending: ArrayLike<number>, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle] <= value) low = middle + 1
    else high = middle
  }
  return low
}
