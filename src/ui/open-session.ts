/** Makes the session of this page from its address and the data of the atlas. */

import { dayOf } from '../chronicle/day.ts'
import type { DayChange } from '../chronicle/day-changes.ts'
import { createClock } from '../clock/index.ts'
import { saysAView } from '../link/index.ts'
import { ATLASES, type AtlasData } from './data/load.ts'
import { linkContextOf } from './link-context.ts'
import { createSession, type Session } from './session.ts'

/** The query that the page was opened with; the address bar moves on. */
export const OPENED_WITH = new URLSearchParams(location.search)

export function openSession(
  { conflict, factions, atlas }: AtlasData,
  changes: readonly DayChange[],
): { session: Session; shared: boolean } {
  const context = linkContextOf(
    ATLASES.map(({ id, start, end }) => ({ id, start: dayOf(start), end: dayOf(end) })),
    conflict,
    factions,
    atlas,
  )
  const session = createSession({
    context,
    search: location.search,
    createClock: ({ day, speed, range, loop, quiet, changes: counting }) =>
      createClock({
        start: atlas.start,
        end: atlas.end,
        changeDays: changes.map((change) => change.day),
        day,
        speed,
        range,
        loop,
        skipQuiet: quiet === 'skip',
        counting,
      }),
  })
  // Loading the page again, or coming back to it, shows the reader's own view, not one that somebody shared.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const shared = saysAView(location.search) && visit?.type === 'navigate'
  return { session, shared }
}
