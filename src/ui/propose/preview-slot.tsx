/** Where a proposal appears on the page: over the map, and in a note that says so. Loaded when the first one is shown. */
import { useApp } from '../context.tsx'
import { late } from '../shell/part.tsx'
import { useShownPreview } from './preview-state.ts'

const Stage = late(() => import('./preview-stage.tsx'))
const Banner = late(() => import('./preview-banner.tsx'))

export function PreviewStage() {
  const { map } = useApp()
  const shown = useShownPreview()
  return map && shown ? <Stage map={map} shown={shown} /> : null
}

export function PreviewBanner() {
  const shown = useShownPreview()
  return shown ? <Banner shown={shown} /> : null
}
