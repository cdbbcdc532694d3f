/** Numbers with fewer digits. */

/** @returns the number to so many digits after the point */
export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}

/** @returns lists of coordinates at any depth, each number {@link rounded} */
export function roundedDeep<T>(value: T, digits: number): T {
  if (typeof value === 'number') return rounded(value, digits) as T
  return (value as unknown as unknown[]).map((part) => roundedDeep(part, digits)) as T
}
