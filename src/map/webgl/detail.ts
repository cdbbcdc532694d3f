/** Two degrees of detail: from afar fewer points do. */
import type { Atlas } from '../../chronicle/atlas.ts'
import { buildMesh, type Mesh, meshSteps } from './mesh.ts'

export type Detail = 'near' | 'far'

/** Up to this zoom fewer points are drawn, none of them off by more than a quarter of a pixel. */
const FAR_UNTIL_ZOOM = 7
const FAR_TOLERANCE = 0.25 / (512 * 2 ** FAR_UNTIL_ZOOM)

/** @param zoom MapLibre zoom level */
export function detailAt(zoom: number): Detail {
  return zoom <= FAR_UNTIL_ZOOM ? 'far' : 'near'
}

export interface DetailedMesh extends Mesh {
  detail: Detail
}

const toleranceOf = (detail: Detail) => (detail === 'far' ? FAR_TOLERANCE : 0)

export function meshFor(atlas: Atlas, detail: Detail): DetailedMesh {
  return { ...buildMesh(atlas, toleranceOf(detail)), detail }
}

/** The same, piece by piece. */
export function* meshForSteps(atlas: Atlas, detail: Detail): Generator<undefined, DetailedMesh> {
  const mesh = yield* meshSteps(atlas, toleranceOf(detail))
  return { ...mesh, detail }
}
