/** The areas that claims may name, in the plane. */
import { type Point, ringArea } from '../../geometry/plane.ts'
import type { Dataset } from '../read/model.ts'
import type { Plane } from './projection.ts'

/** Rings of all polygons of an area in metres, and its size in km². */
export interface PlaneArea {
  rings: Point[][]
  km2: number
}

/** @returns whether two sets of areas are the same ground under the same ids */
export function sameAreas(
  one: ReadonlyMap<string, PlaneArea>,
  other: ReadonlyMap<string, PlaneArea>,
): boolean {
  return (
    one.size === other.size &&
    [...one].every(([id, { rings }]) => {
      const others = other.get(id)?.rings
      return (
        others?.length === rings.length &&
        rings.every((ring, i) => {
          const twin = others[i]
          return (
            ring.length === twin.length && ring.every(([x, y], k) => x === twin[k][0] && y === twin[k][1])
          )
        })
      )
    })
  )
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
