/** Where a comparison appears: over the map, and above the time dock. Loaded when the first one begins. */
import { lazy, Suspense } from 'react'
import { useApp, useView } from '../context.tsx'

const Stage = lazy(() => import('./stage.tsx'))
const Strip = lazy(() => import('./strip.tsx'))

export function CompareStage() {
  const { map } = useApp()
  const { with: other } = useView('with')
  if (!map || other === null) return null
  return (
    <Suspense>
      <Stage map={map} other={other} />
    </Suspense>
  )
}

export function CompareStrip() {
  const { with: other } = useView('with')
  if (other === null) return null
  return (
    <Suspense>
      <Strip />
    </Suspense>
  )
}
