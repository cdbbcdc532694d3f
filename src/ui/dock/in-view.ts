/** Which changes lie in the part of the map that is seen. Loaded when a reader wants to see only those. */
import type { Atlas } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import type { DayChange } from '../../chronicle/day-changes.ts'
import { facesInBox } from '../../chronicle/in-box.ts'
import type { MapView } from '../../map/map-contract.ts'
import type { PageLayout } from '../page-layout.ts'

/** @returns days on which some of these faces look different from the day before, ascending */
export function daysOfChange(changes: readonly DayChange[], faces: ReadonlySet<number>): Day[] {
  return changes.filter((change) => change.faces.some((face) => faces.has(face))).map(({ day }) => day)
}

/**
 * Calls back with the days on which something changes in view: at once, and again whenever the view moves or what
 * covers it grows or shrinks.
 * @returns a function that ends it
 */
export function watchInView(
  map: MapView,
  layout: PageLayout,
  atlas: Atlas,
  changes: readonly DayChange[],
  onDays: (days: Day[]) => void,
): () => void {
  let frame = 0
  const count = () =>
    onDays(daysOfChange(changes, facesInBox(atlas, map.faces, map.boxInView(layout.insets()))))
  const soon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(count)
  }
  count()
  const leave = [map.on('move', soon), layout.subscribe(soon)]
  return () => {
    cancelAnimationFrame(frame)
    for (const end of leave) end()
  }
}
