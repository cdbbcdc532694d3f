/** The rhythm of change: a bar for each day on which ground changed hands, its parts coloured by who gained. */

import type { Day } from '../../chronicle/day.ts'
import type { DayChange } from '../../chronicle/day-changes.ts'

export interface BarPart {
  /** index into `Atlas.factions` */
  faction: number
  /** shares of the tallest bar, from the foot up */
  from: number
  to: number
}

export interface Bar {
  day: Day
  km2: number
  parts: BarPart[]
}

/** The lowest bar that still can be seen, as a share of the tallest. */
const LOWEST = 0.06

/**
 * Heights go with the fourth root of the area: the collapse of one army in a day would else leave everything before
 * and after it flat. The bars compare days at a glance, they are not for reading off values.
 */
export function bars(changes: readonly DayChange[]): Bar[] {
  const tallest = Math.max(1, ...changes.map(({ km2 }) => km2))
  return changes.map(({ day, km2, gains }) => {
    const height = km2 > 0 ? Math.max(LOWEST, (km2 / tallest) ** 0.25) : LOWEST / 2
    let foot = 0
    const parts = gains.map(({ faction, km2: part }) => {
      const from = foot
      foot += (part / km2) * height
      return { faction, from, to: foot }
    })
    return { day, km2, parts }
  })
}
