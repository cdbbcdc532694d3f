/** How high a panel stands on a phone. */

/** `peek`: the answer in three lines; `half`: beside the map; `full`: up to the head of the page. */
export const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof SHEET_HEIGHTS)[number]

/** A hand that leaves faster than this, pixels a millisecond, means the next height in its direction. */
const FLING = 0.4

/** Answers about one spot leave the map free; what is read through begins higher. */
const BEGIN_LOW: ReadonlySet<string> = new Set(['why', 'position'])

export function firstHeight(panel: string): SheetHeight {
  return BEGIN_LOW.has(panel) ? 'peek' : 'half'
}

/**
 * @param height at which a hand lets the panel go, and `speed` upwards in pixels a millisecond
 * @param heights of `peek`, `half` and `full`, ascending, same unit
 * @returns where the panel comes to rest; `null`: pushed off the page
 */
export function settledHeight(height: number, speed: number, heights: readonly number[]): SheetHeight | null {
  const flung = Math.abs(speed) > FLING
  if (height < heights[0] / (flung && speed < 0 ? 1 : 2)) return null
  if (flung) {
    const next =
      speed > 0 ? heights.findIndex((one) => one > height) : heights.findLastIndex((one) => one < height)
    if (next >= 0) return SHEET_HEIGHTS[next]
  }
  const distances = heights.map((one) => Math.abs(one - height))
  return SHEET_HEIGHTS[distances.indexOf(Math.min(...distances))]
}
