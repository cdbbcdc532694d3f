/** What is compared, for components. */
import type { Day } from '../../chronicle/day.ts'
import type { CompareMode } from '../../link/index.ts'
import { useApp, useClock, useView } from '../context.tsx'
import { dividerAt, isOlderSide } from './divider.ts'
import { freeWidth } from './free-width.ts'

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

/** @returns `null` when nothing is compared */
export function useComparison(): Shown | null {
  const { with: other, mode, split, by } = useView()
  const { day } = useClock()
  if (other === null) return null
  return {
    older: Math.min(day, other),
    newer: Math.max(day, other),
    mode,
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
  const { words } = useApp()
  const { day } = useClock()
  const comparison = useComparison()
  if (!comparison) return day
  if (comparison.mode !== 'swipe') return comparison.newer
  const stage = document.querySelector('.compare-stage')
  if (!stage) return day
  const rtl = words.direction === 'rtl'
  const divider = dividerAt(comparison.split, freeWidth(stage, rtl))
  return isOlderSide(x, divider, rtl) ? comparison.older : comparison.newer
}
