/** What of the painter can be made before the map's style is there. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Atlas } from '../../chronicle/atlas.ts'
import { inSlices, pause } from '../pause.ts'
import { type DetailedMesh, detailAt, meshForSteps } from './detail.ts'
import { PaintError } from './gl.ts'
import { type Programs, preparePrograms } from './programs.ts'

export interface Prepared {
  programs: Programs
  /** geometry for the zoom that the map opens with */
  mesh: DetailedMesh
}

/** @returns what is ready, or the reason why the graphics card will not do; rejects for no other reason than a bug */
export async function preparePainter(map: MapLibreMap, atlas: Atlas): Promise<Prepared | PaintError> {
  try {
    // Made while the graphics card compiles, but not before the page had its turn.
    const cutting = pause().then(() => inSlices(meshForSteps(atlas, detailAt(map.getZoom()))))
    const [programs, mesh] = await Promise.all([preparePrograms(map, cutting), cutting])
    return { programs, mesh }
  } catch (error) {
    if (error instanceof PaintError) return error
    throw error
  }
}
