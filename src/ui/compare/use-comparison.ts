/** What is compared, for components. */
import { useSyncExternalStore } from 'react'
import type { Day } from '../../chronicle/day.ts'
import type { CompareMode } from '../../link/index.ts'
import type { MapView } from '../../map/map-contract.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { dividerAt, isOlderSide } from './divider.ts'

export interface Shown {
  older: Day
  newer: Day
  mode: CompareMode
  /** per cent of the free width of the map, from the start edge */
  split: number
  /** id of the faction that the tint speaks of, `null`: all */
  by: string | null
  /** the clock moves the older day */
  clockIsOlder: boolean
  /** id of the atlas that the day which stays belongs to, `null`: the one shown */
  of: string | null
}

/** @returns how two days are shown: a map that cannot stand beside another one tints instead */
export function possibleMode(mode: CompareMode, map: MapView | null): CompareMode {
  return mode === 'swipe' && map?.sideBySide === false ? 'tint' : mode
}

/** @returns `null` when nothing is compared */
export function useComparison(): Shown | null {
  const { with: own, beside, mode, split, by } = useView('with', 'beside', 'mode', 'split', 'by')
  const { day } = useClock('day')
  const { map } = useApp()
  const other = own ?? beside?.day ?? null
  if (other === null) return null
  return {
    older: Math.min(day, other),
    newer: Math.max(day, other),
    // What became of a piece of ground can only be told where both days know the same pieces.
    mode: possibleMode(own === null ? 'swipe' : mode, map),
    split,
    by,
    clockIsOlder: day < other,
    of: own === null ? (beside?.atlas ?? null) : null,
  }
}

/**
 * @param x CSS pixels from the left edge of the map
 * @returns the day that the map shows there, and of which atlas when it is not the one of the page
 */
export function useDayAt(x: number): { day: Day; of: string | null } {
  const { words, layout } = useApp()
  const { day } = useClock('day')
  const comparison = useComparison()
  const rtl = words.direction === 'rtl'
  const free = useSyncExternalStore(layout.subscribe, () => layout.free(rtl))
  if (!comparison) return { day, of: null }
  const { older, newer, mode, split, clockIsOlder, of } = comparison
  if (mode !== 'swipe') return { day: of === null ? newer : day, of: null }
  const olderSide = isOlderSide(x, dividerAt(split, free), rtl)
  return { day: olderSide ? older : newer, of: olderSide === clockIsOlder ? null : of }
}
