/** Longest bar, CSS pixels. */
const LONGEST = 110

/**
 * @param metresPerPixel ground length of one CSS pixel
 * @returns a round length and how long it is drawn
 */
export function scaleBar(metresPerPixel: number): { metres: number; pixels: number } {
  const most = metresPerPixel * LONGEST
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power
  return { metres, pixels: metres / metresPerPixel }
}
