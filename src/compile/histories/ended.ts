/** What becomes of ground whose holder has ceased to exist before anybody is known to have taken it. */
import { STATE } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import type { ClaimedPeriod } from './timeline.ts'

/**
 * After its last day a faction holds nothing. Ground that no claim takes from it by then is shown as that of whoever is
 * said to be there too, or comes next; that the day is not known stays visible as doubt.
 * @param history of one site, ascending
 * @param ends last day of each faction (by index) that has one
 * @returns the history; ground that nobody is ever said to have taken keeps its holder, and a guard refuses it
 */
export function withoutTheEnded(
  history: readonly ClaimedPeriod[],
  ends: ReadonlyMap<number, Day>,
): ClaimedPeriod[] {
  const isThere = (faction: number, day: Day) => faction >= 0 && day <= (ends.get(faction) ?? day)
  return history.flatMap((period, i) => {
    const end = ends.get(period.holder)
    const last = (history[i + 1]?.start ?? Number.POSITIVE_INFINITY) - 1
    if (end === undefined || last <= end) return [period]
    const start = Math.max(period.start, end + 1)
    const later = history.slice(i + 1).flatMap(({ holder, other }) => [holder, other])
    const heir = [period.other, ...later].find((one) => isThere(one, start))
    if (heir === undefined) return [period]
    const doubt = period.state === STATE.held ? STATE.passing : period.state
    const after = { ...period, start, holder: heir, other: -1, state: doubt }
    return period.start < start ? [period, after] : [after]
  })
}
