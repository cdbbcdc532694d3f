/** Makes the session of this page from its address and the data of the atlas. */

import { dayOf } from '../chronicle/day.ts'
import type { DayChange } from '../chronicle/day-changes.ts'
import { createClock } from '../clock/index.ts'
import {
  createLinkHistory,
  type LinkHistory,
  linkHere,
  type Pages,
  saidBy,
  saysAView,
} from '../link/index.ts'
import { ATLASES, type AtlasData } from './data/load.ts'
import { pageDays, readPageList } from './data/page-list.ts'
import { linkContextOf } from './link-context.ts'
import { createSession, type Session } from './session.ts'

const OPENED_AT = linkHere()
/** What the link says that the page was opened with; the address bar moves on. */
export const OPENED_WITH = saidBy(OPENED_AT)

export function openSession(
  { conflict, factions, atlas }: AtlasData,
  changes: readonly DayChange[],
): { session: Session; shared: boolean } {
  const context = linkContextOf(
    ATLASES.map(({ id, start, end }) => ({ id, start: dayOf(start), end: dayOf(end) })),
    conflict,
    factions,
    atlas,
    pagesOf(atlas, changes),
  )
  const session = createSession({
    context,
    search: OPENED_AT,
    // In a frame the back button is that of the page round it.
    ...(OPENED_WITH.has('embed') && { history: withoutEntries }),
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
  const shared = saysAView(OPENED_AT) && visit?.type === 'navigate'
  return { session, shared }
}

/** The address tells the view, but no step makes an entry to come back to. */
function withoutEntries(onReturn: (link: string) => void): LinkHistory {
  const history = createLinkHistory(onReturn)
  return { ...history, push: history.replace, gesture: history.replace }
}

/** @returns the pages of an atlas, where the build has any (npm run site, npm start) */
function pagesOf(atlas: AtlasData['atlas'], changes: readonly DayChange[]): Pages | undefined {
  const list = readPageList(document)
  if (!list) return undefined
  const { languages, stories } = list
  return { languages, stories: stories[atlas.conflict] ?? [], days: pageDays(atlas.start, changes) }
}
