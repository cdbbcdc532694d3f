/** Ground as TopoJSON: neighbours share the lines between them, so nothing gapes when it is simplified. */
import type { Topology } from 'topojson-specification'
import type { Atlas } from '../chronicle/atlas.ts'
import type { GroundPiece, GroundProperties } from './ground.ts'

/** Step of the coordinates (degrees), as in the other formats. */
const STEP = 1e-5

/** @returns a topology with one object, `ground`; lines that no piece uses are left out */
export function groundTopology(atlas: Atlas, pieces: readonly GroundPiece[]): Topology {
  const numbers = new Map<number, number>()
  const renumbered = (reference: number) => {
    const arc = reference < 0 ? ~reference : reference
    const number = numbers.get(arc) ?? numbers.size
    numbers.set(arc, number)
    return reference < 0 ? ~number : number
  }
  const geometries = pieces.map(({ face, properties }) => ({
    type: 'MultiPolygon' as const,
    properties: properties satisfies GroundProperties as object,
    arcs: face.polygons.map((rings) => rings.map((ring) => ring.map(renumbered))),
  }))
  return {
    type: 'Topology',
    transform: { scale: [STEP, STEP], translate: [0, 0] },
    objects: { ground: { type: 'GeometryCollection', geometries } },
    arcs: [...numbers.keys()].map((arc) => steps(atlas.arcs[arc].coordinates)),
  }
}

/** @param flat lon, lat, lon, lat … @returns the first position, then differences, all in steps */
function steps(flat: Float64Array): [number, number][] {
  let [lastX, lastY] = [0, 0]
  return Array.from({ length: flat.length / 2 }, (_, i) => {
    const [x, y] = [Math.round(flat[2 * i] / STEP), Math.round(flat[2 * i + 1] / STEP)]
    const step: [number, number] = [x - lastX, y - lastY]
    ;[lastX, lastY] = [x, y]
    return step
  })
}
