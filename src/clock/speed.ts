/** How fast the clock plays. */

/** Days a second at speed 1×. At ½× the twelve days to 8 December 2024 take 12 seconds, at 16× a year takes 12. */
export const DAYS_PER_SECOND = 2

/** The speeds on offer, as factors of {@link DAYS_PER_SECOND}. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const
export type Speed = (typeof SPEEDS)[number]

/** @returns the speed on offer that is nearest by ratio (3 lies nearer to 4 than to 2), or `null` for no positive number. */
export function nearestSpeed(factor: number): Speed | null {
  if (!(factor > 0)) return null
  let best: Speed = SPEEDS[0]
  for (const speed of SPEEDS) {
    if (Math.abs(Math.log(speed / factor)) < Math.abs(Math.log(best / factor))) best = speed
  }
  return factor === Number.POSITIVE_INFINITY ? SPEEDS[SPEEDS.length - 1] : best
}
