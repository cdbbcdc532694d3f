/** What components share: the data, the session, the words. */
import { createContext, useContext, useMemo, useRef, useSyncExternalStore } from 'react'
import type { AreaBand } from '../chronicle/areas.ts'
import type { Atlas } from '../chronicle/atlas.ts'
import type { Conflict, Faction, Governorate } from '../chronicle/conflict.ts'
import type { Day } from '../chronicle/day.ts'
import type { DayChange } from '../chronicle/day-changes.ts'
import type { EventRecord } from '../chronicle/events.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import type { Headline } from '../chronicle/headlines.ts'
import type { MilitaryPosition } from '../chronicle/positions.ts'
import type { ClockSnapshot } from '../clock/index.ts'
import type { MapView } from '../map/map-contract.ts'
import type { Theme } from '../map/palette.ts'
import type { PageLayout } from './page-layout.ts'
import type { Session, View } from './session.ts'
import type { Words } from './words/words.ts'

/** Areas of all atlas factions on the first day and on every change day, in the order of `days`. */
export interface Series {
  days: readonly number[]
  bands: readonly AreaBand[][]
}

export interface App {
  /** address of the files of the atlas, absolute, ending in a slash */
  data: string
  conflict: Conflict
  factions: readonly Faction[]
  governorates: readonly Governorate[]
  atlas: Atlas
  positions: readonly MilitaryPosition[]
  changes: readonly DayChange[]
  series: Series
  session: Session
  /** where the parts of the page lie */
  layout: PageLayout
  words: Words
  theme: Theme
  /** `null` until the map stands */
  map: MapView | null
  /** false as long as what can wait should leave the way to the first picture of the map; half a second at most */
  settled: boolean
  /** the first picture of the map is complete: from here on come things that nobody waited for */
  drawn: boolean
  /** `null` until somebody needed it and it arrived */
  evidence: EvidenceFile | null
  /** likewise */
  events: readonly EventRecord[] | null
  /** of key days; likewise */
  headlines: ReadonlyMap<Day, Headline> | null
  /** says something aloud to screen readers, and shows it for a moment */
  announce(text: string): void
}

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp outside of AppContext')
  return app
}

export function useWords(): Words {
  return useApp().words
}

/** @returns the named parts of what the clock shows; a component renders again only when one of them differs */
export function useClock<K extends keyof ClockSnapshot>(...keys: K[]): Pick<ClockSnapshot, K> {
  const { clock } = useApp().session
  return useParts(clock.subscribe, clock.getSnapshot, keys)
}

/** @returns the named parts of the view; a component renders again only when one of them differs */
export function useView<K extends keyof View>(...keys: K[]): Pick<View, K> {
  const { session } = useApp()
  return useParts(session.subscribe, session.getView, keys)
}

function useParts<T extends object, K extends keyof T>(
  subscribe: (listener: () => void) => () => void,
  read: () => T,
  keys: readonly K[],
): Pick<T, K> {
  const last = useRef<Pick<T, K> | null>(null)
  return useSyncExternalStore(subscribe, () => {
    const now = read()
    const before = last.current
    if (before && keys.every((key) => Object.is(before[key], now[key]))) return before
    last.current = Object.fromEntries(keys.map((key) => [key, now[key]])) as Pick<T, K>
    return last.current
  })
}

/** @returns a stable function that gives the faction behind an index of the atlas */
export function useFactionAt(): (index: number) => Faction | undefined {
  const { atlas, factions } = useApp()
  return useMemo(() => {
    const byIndex = atlas.factions.map((id) => factions.find((faction) => faction.id === id))
    return (index: number) => byIndex[index]
  }, [atlas, factions])
}
