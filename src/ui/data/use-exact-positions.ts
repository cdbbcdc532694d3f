/** Positions with their sources, without which the page begins. */
import type { MilitaryPosition } from '../../chronicle/positions.ts'
import { useApp } from '../context.tsx'
import { loadExactPositions } from './load.ts'
import { useLoaded } from './use-loaded.ts'

/** @returns the positions, those of the map until the others are there */
export function useExactPositions(): readonly MilitaryPosition[] {
  const { positions } = useApp()
  const loaded = useLoaded(loadExactPositions)
  return loaded.state === 'ready' ? loaded.value : positions
}
