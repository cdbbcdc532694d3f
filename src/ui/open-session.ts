/** Makes the session of this page from its address and the book. */
import type { DayChange } from '../chronicle/day-changes.ts'
import { EVENT_KINDS } from '../chronicle/events.ts'
import { LANGUAGES } from '../chronicle/languages.ts'
import { createClock, SPEEDS } from '../clock/index.ts'
import { type LinkContext, saysAView } from '../link/index.ts'
import { ATLASES, type Book } from './data/load.ts'
import { createSession, type Session } from './session.ts'

/** Layers besides control that can be switched, and those that are on for a new reader. */
export const LAYERS = ['positions', 'events', 'governorates', 'roads'] as const

/** The query that the page was opened with; the address bar moves on. */
export const OPENED_WITH = new URLSearchParams(location.search)

export function openSession(
  { conflict, factions, atlas }: Book,
  changes: readonly DayChange[],
): { session: Session; shared: boolean } {
  const context: LinkContext = {
    atlases: ATLASES.map(({ id }) => id),
    start: atlas.start,
    end: atlas.end,
    factions: factions.map(({ id }) => id),
    governorates: atlas.governorates,
    languages: LANGUAGES.map(({ code }) => code),
    layers: LAYERS,
    kinds: EVENT_KINDS,
    speeds: SPEEDS,
    bbox: conflict.bbox,
  }
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
