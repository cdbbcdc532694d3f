import { describe, expect, it } from 'vitest'
import { ringCoordinates } from '../../../src/chronicle/rings.ts'
import { simplifyFlat } from '../../../src/geometry/simplify.ts'
import { localMatrix, mercatorX, mercatorY } from '../../../src/map/webgl/local-plane.ts'
import { buildMesh, OUTSIDE } from '../../../src/map/webgl/mesh.ts'
import { atlas, mesh, origin } from './world.ts'

/** Twice the signed area. */
const shoelace = (points: readonly (readonly [number, number])[]) =>
  points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]
    return sum + x * nextY - nextX * y
  }, 0)

const corner = (i: number) => [mesh.corners[2 * i], mesh.corners[2 * i + 1]] as const
const toPlane = ([lon, lat]: readonly [number, number]) =>
  [mercatorX(lon) - origin.x, mercatorY(lat) - origin.y] as const

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

describe('a simpler line', () => {
  const near = (x: number, y: number, line: Float64Array) => {
    let least = Number.POSITIVE_INFINITY
    for (let i = 2; i < line.length; i += 2) {
      const [dx, dy] = [line[i] - line[i - 2], line[i + 1] - line[i - 1]]
      const length = dx * dx + dy * dy
      const share = ((x - line[i - 2]) * dx + (y - line[i - 1]) * dy) / (length || 1)
      const along = Math.min(1, Math.max(0, share))
      least = Math.min(least, Math.hypot(x - line[i - 2] - along * dx, y - line[i - 1] - along * dy))
    }
    return least
  }

  it('has the same ends and never runs further off than allowed', () => {
    const tolerance = 0.004
    let [before, after] = [0, 0]
    for (const { coordinates } of atlas.arcs) {
      const line = simplifyFlat(coordinates, tolerance)
      expect([...line.slice(0, 2), ...line.slice(-2)]).toEqual([
        ...coordinates.slice(0, 2),
        ...coordinates.slice(-2),
      ])
      for (let i = 0; i < coordinates.length; i += 2)
        expect(near(coordinates[i], coordinates[i + 1], line)).toBeLessThanOrEqual(tolerance * 1.000001)
      before += coordinates.length
      after += line.length
    }
    expect(after).toBeLessThan(before * 0.7)
    expect(simplifyFlat(atlas.arcs[0].coordinates, 0)).toEqual(atlas.arcs[0].coordinates)
  })

  it('leaves the corners where faces meet', () => {
    const far = buildMesh(atlas, 1e-5)
    expect(far.points.length).toBeLessThan(mesh.points.length)
    const ends = (m: typeof mesh, arc: number) =>
      [m.firstSegment[arc], m.firstSegment[arc] + m.segmentCount[arc]].map((i) => [
        ...m.points.subarray(4 * i, 4 * i + 2),
      ])
    atlas.arcs.forEach((_, arc) => {
      expect(ends(far, arc)).toEqual(ends(mesh, arc))
    })
  })
})

describe('triangles of simpler lines', () => {
  /** Twice the area of the triangles of each face. */
  const filledBy = ({ triangles, corners, faceOfCorner }: typeof mesh) => {
    const filled = new Float64Array(atlas.faces.length)
    const at = (i: number) => [corners[2 * i], corners[2 * i + 1]] as const
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = triangles.subarray(i, i + 3)
      filled[faceOfCorner[a]] += Math.abs(shoelace([at(a), at(b), at(c)]))
    }
    return filled
  }
  const exact = filledBy(mesh)
  const perimeters = atlas.faces.map(({ polygons }) =>
    polygons.flat().reduce((sum, ring) => {
      const points = ringCoordinates(atlas, ring).map(toPlane)
      return points.reduce(
        (length, [x, y], i) => (i ? length + Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) : length),
        sum,
      )
    }, 0),
  )

  // Far more than is ever drawn: most rings of the smaller faces would cross themselves.
  it.each([2e-6, 2e-5, 2e-4, 2e-3])('never reach beyond their face (%d)', (tolerance) => {
    const filled = filledBy(buildMesh(atlas, tolerance))
    atlas.faces.forEach((_, face) => {
      expect(Math.abs(filled[face] - exact[face]), `face ${face}`).toBeLessThanOrEqual(
        2 * perimeters[face] * tolerance + 1e-3 * exact[face],
      )
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
    const local = localMatrix(matrix, origin)
    for (const [east, north] of [
      [0, 0],
      [0.05, 0.03],
      [-0.06, 0.02],
    ]) {
      const [x, y] = [mercatorX(lon + east), mercatorY(lat + north)]
      const [fx, fy] = [Math.fround(x - origin.x), Math.fround(y - origin.y)]
      const shown = Math.fround(Math.fround(local[0] * fx) + local[12])
      const wanted = matrix[0] * x + matrix[12]
      expect(Math.abs(shown - wanted) * 500).toBeLessThan(0.05)
      const shownY = Math.fround(Math.fround(local[5] * fy) + local[13])
      expect(Math.abs(shownY - (matrix[5] * y + matrix[13])) * 350).toBeLessThan(0.05)
    }
  })
})
