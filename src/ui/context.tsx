/** What components share: the data, the session, the words. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { AreaBand } from '../chronicle/areas.ts'
import type { Atlas } from '../chronicle/atlas.ts'
import type { DayChange } from '../chronicle/day-changes.ts'
import type { EventRecord } from '../chronicle/events.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import type { ClockSnapshot } from '../clock/index.ts'
import type { MapView } from '../map/map-contract.ts'
import type { Theme } from '../map/palette.ts'
import type { Position } from '../map/position-state.ts'
import type { Conflict, Faction, Governorate } from './data/conflict.ts'
import type { Session, View } from './session.ts'
import type { Words } from './words/words.ts'

export interface App {
  conflict: Conflict
  factions: readonly Faction[]
  governorates: readonly Governorate[]
  atlas: Atlas
  positions: readonly Position[]
  changes: readonly DayChange[]
  /** areas of all atlas factions on the first day and on every change day, in the order of `series.days` */
  series: { days: readonly number[]; bands: readonly AreaBand[][] }
  session: Session
  words: Words
  theme: Theme
  /** `null` until the map stands */
  map: MapView | null
  /** false as long as what can wait should leave the way to the first picture of the map; half a second at most */
  settled: boolean
  /** `null` until somebody needed it and it arrived */
  evidence: EvidenceFile | null
  /** likewise */
  events: readonly EventRecord[] | null
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

export function useClock(): ClockSnapshot {
  const { clock } = useApp().session
  return useSyncExternalStore(clock.subscribe, clock.getSnapshot)
}

export function useView(): View {
  const { session } = useApp()
  return useSyncExternalStore(session.subscribe, session.getView)
}

/** @returns a stable function that gives the faction behind an index of the atlas */
export function useFactionAt(): (index: number) => Faction | undefined {
  const { atlas, factions } = useApp()
  return useMemo(() => {
    const byIndex = atlas.factions.map((id) => factions.find((faction) => faction.id === id))
    return (index: number) => byIndex[index]
  }, [atlas, factions])
}
