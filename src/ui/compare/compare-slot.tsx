/** Where a comparison appears: over the map, and above the time dock. Loaded when the first one begins. */

import { useApp } from '../context.tsx'
import { late } from '../shell/part.tsx'
import { useComparing } from './compare-button.tsx'

const Stage = late(() => import('./stage.tsx'))
const Strip = late(() => import('./strip.tsx'))

export function CompareStage() {
  const { map } = useApp()
  const comparing = useComparing()
  return map && comparing ? <Stage map={map} /> : null
}

export function CompareStrip() {
  return useComparing() ? <Strip /> : null
}
