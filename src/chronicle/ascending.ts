/** Binary search. */

/**
 * @param isPast false for the first entries and true from some index on
 * @returns that index; `length` when it is true for none
 */
export function firstIndex(length: number, isPast: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isPast(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** @returns index of the first of ascending numbers that is greater than `value`; the length when there is none */
export function indexAfter(ascending: ArrayLike<number>, value: number): number {
  return firstIndex(ascending.length, (index) => ascending[index] > value)
}
