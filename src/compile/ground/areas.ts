/** The areas that claims may name, in the plane. */
import { type Point, ringArea } from '../../geometry/plane.ts'
import type { Dataset } from '../read/model.ts'
import type { Plane } from './projection.ts'

/** Rings of all polygons of an area in metres, and its size in km². */
export interface PlaneArea {
  rings: Point[][]
  km2: number
}

/** @returns by id: drawn areas, governorates, the home countries and their parts */
export function planeAreas(dataset: Dataset, plane: Plane): Map<string, PlaneArea> {
  const areas = new Map<string, PlaneArea>()
  const add = (id: string, polygons: number[][][][]) => {
    const rings = polygons.flat().map((ring) => ring.map(plane.forward))
    areas.set(id, { rings, km2: rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0) / 1e6 })
  }
  for (const area of dataset.areas.values()) add(area.id, area.polygons)
  for (const governorate of dataset.governorates) add(governorate.id, governorate.polygons)
  for (const { id, polygons } of dataset.outlines) add(id, polygons)
  return areas
}
