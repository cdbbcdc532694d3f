import { describe, expect, it } from 'vitest'
import { ringCoordinates } from '../../../src/chronicle/rings.ts'
import { localMatrix, mercatorX, mercatorY } from '../../../src/map/webgl/local-plane.ts'
import { OUTSIDE } from '../../../src/map/webgl/mesh.ts'
import { atlas, mesh } from './world.ts'

/** Twice the signed area. */
const shoelace = (points: readonly (readonly [number, number])[]) =>
  points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]
    return sum + x * nextY - nextX * y
  }, 0)

const corner = (i: number) => [mesh.corners[2 * i], mesh.corners[2 * i + 1]] as const
const toPlane = ([lon, lat]: readonly [number, number]) =>
  [mercatorX(lon) - mesh.origin.x, mercatorY(lat) - mesh.origin.y] as const

describe('triangles', () => {
  it('fill each face exactly', () => {
    const filled = new Float64Array(atlas.faces.length)
    for (let i = 0; i < mesh.triangles.length; i += 3) {
      const [a, b, c] = mesh.triangles.subarray(i, i + 3)
      expect(mesh.faceOfCorner[b]).toBe(mesh.faceOfCorner[a])
      expect(mesh.faceOfCorner[c]).toBe(mesh.faceOfCorner[a])
      filled[mesh.faceOfCorner[a]] += Math.abs(shoelace([corner(a), corner(b), corner(c)]))
    }
    atlas.faces.forEach(({ polygons }, face) => {
      const wanted = polygons.reduce((sum, [outer, ...holes]) => {
        const area = (ring: number[]) =>
          Math.abs(shoelace(ringCoordinates(atlas, ring).slice(1).map(toPlane)))
        return sum + area(outer) - holes.reduce((inner, hole) => inner + area(hole), 0)
      }, 0)
      expect(Math.abs(filled[face] - wanted) / wanted, `face ${face}`).toBeLessThan(1e-3)
    })
  })

  it('use every corner of a face, so that no neighbour has a corner where this one has none', () => {
    const used = new Set(mesh.triangles)
    const idle = [...mesh.faceOfCorner.keys()].filter((i) => !used.has(i))
    expect(idle.map((i) => `face ${mesh.faceOfCorner[i]}`)).toEqual([])
  })
})

describe('points of arcs', () => {
  const point = (i: number) => mesh.points.subarray(4 * i, 4 * i + 4)

  it('follow the arcs, with a point more at either end', () => {
    atlas.arcs.forEach(({ coordinates }, arc) => {
      const first = mesh.firstSegment[arc]
      const count = mesh.segmentCount[arc]
      expect(count).toBe(coordinates.length / 2 - 1)
      for (let i = 0; i <= count; i++) {
        const [x, y] = toPlane([coordinates[2 * i], coordinates[2 * i + 1]])
        expect([point(first + i)[0], point(first + i)[1]]).toEqual([Math.fround(x), Math.fround(y)])
        expect(point(first + i)[3]).toBe(arc)
      }
      const isClosed =
        coordinates[0] === coordinates.at(-2) && coordinates[1] === coordinates.at(-1) && count > 1
      const place = (i: number) => [...point(first + i).subarray(0, 2)]
      expect(place(-1)).toEqual(isClosed ? place(count - 1) : place(0))
      expect(place(count + 1)).toEqual(isClosed ? place(1) : place(count))
    })
  })

  it('tell how far along their arc they lie', () => {
    const lengths = new Float32Array(mesh.arcs.buffer)
    atlas.arcs.forEach((_, arc) => {
      let along = 0
      for (let i = 0; i <= mesh.segmentCount[arc]; i++) {
        const at = point(mesh.firstSegment[arc] + i)
        if (i > 0) {
          const before = point(mesh.firstSegment[arc] + i - 1)
          along += Math.hypot(at[0] - before[0], at[1] - before[1])
        }
        expect(at[2]).toBeCloseTo(along, 6)
      }
      expect(lengths[4 * arc + 3]).toBeCloseTo(along, 6)
    })
  })

  it('know the faces beside them and the kind of arc', () => {
    const side = (face: number) => (face < 0 ? OUTSIDE : face)
    atlas.arcs.forEach(({ left, right, kind }, arc) => {
      expect([...mesh.arcs.subarray(4 * arc, 4 * arc + 3)]).toEqual([side(left), side(right), kind])
    })
  })
})

describe('the local plane', () => {
  it('keeps places exact to a twentieth of a pixel when the map is as close as it gets', () => {
    const world = 512 * 2 ** 13
    const [lon, lat] = [36.2765, 33.5138]
    // Straight down on Damascus, 1000 by 700 pixels: what the map's own matrix does, without perspective.
    const matrix = [2 / 1000, 0, 0, 0, 0, -2 / 700, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1].map((part, i) =>
      i < 8 ? part * world : part,
    )
    matrix[12] = -matrix[0] * mercatorX(lon)
    matrix[13] = -matrix[5] * mercatorY(lat)
    const local = localMatrix(matrix, mesh.origin)
    for (const [east, north] of [
      [0, 0],
      [0.05, 0.03],
      [-0.06, 0.02],
    ]) {
      const [x, y] = [mercatorX(lon + east), mercatorY(lat + north)]
      const [fx, fy] = [Math.fround(x - mesh.origin.x), Math.fround(y - mesh.origin.y)]
      const shown = Math.fround(Math.fround(local[0] * fx) + local[12])
      const wanted = matrix[0] * x + matrix[12]
      expect(Math.abs(shown - wanted) * 500).toBeLessThan(0.05)
      const shownY = Math.fround(Math.fround(local[5] * fy) + local[13])
      expect(Math.abs(shownY - (matrix[5] * y + matrix[13])) * 350).toBeLessThan(0.05)
    }
  })
})
