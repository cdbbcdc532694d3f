/** Where a comparison appears: over the map, and above the time dock. Loaded when the first one begins. */

import { useApp, useView } from '../context.tsx'
import { late } from '../shell/part.tsx'

const Stage = late(() => import('./stage.tsx'))
const Strip = late(() => import('./strip.tsx'))

export function CompareStage() {
  const { map } = useApp()
  const { with: other } = useView('with')
  if (!map || other === null) return null
  return <Stage map={map} other={other} />
}

export function CompareStrip() {
  const { with: other } = useView('with')
  if (other === null) return null
  return <Strip />
}
