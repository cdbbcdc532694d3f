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
}

/** @returns how two days are shown: a map that cannot stand beside another one tints instead */
export function possibleMode(mode: CompareMode, map: MapView | null): CompareMode {
  return mode === 'swipe' && map?.sideBySide === false ? 'tint' : mode
}

/** @returns `null` when nothing is compared */
export function useComparison(): Shown | null {
  const { with: other, mode, split, by } = useView('with', 'mode', 'split', 'by')
  const { day } = useClock('day')
  const { map } = useApp()
  if (other === null) return null
  return {
    older: Math.min(day, other),
    newer: Math.max(day, other),
    mode: possibleMode(mode, map),
    split,
    by,
    clockIsOlder: day < other,
  }
}

/**
 * @param x CSS pixels from the left edge of the map
 * @returns the day that the map shows there
 */
export function useDayAt(x: number): Day {
  const { words, layout } = useApp()
  const { day } = useClock('day')
  const comparison = useComparison()
  const rtl = words.direction === 'rtl'
  const free = useSyncExternalStore(layout.subscribe, () => layout.free(rtl))
  if (!comparison) return day
  if (comparison.mode !== 'swipe') return comparison.newer
  return isOlderSide(x, dividerAt(comparison.split, free), rtl) ? comparison.older : comparison.newer
}
