/**
 * The land around the base layers, so that the map fills the page: countries of Natural Earth 10m, cut to a wide
 * frame, and their boundaries outside the box that the (far more exact) base layers cover. Runs when building.
 */
import { bboxClip, lineString, simplify } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { roundedDeep } from '../geometry/rounded.ts'

/** Degrees of surroundings beyond each side of the base layers: [west, south, east, north]. */
const MARGIN = [10, 9, 10, 6.5]

/** Decimals that are kept, about 100 m: as fine as Natural Earth is exact. */
const DIGITS = 3
/** How far, in degrees, a simplified line may leave its course: some three kilometres; this is land beyond the map. */
const TOLERANCE = 0.03
/** Islands and enclaves smaller than this across, in degrees, are left out. */
const LEAST_EXTENT = 0.12

type Box = [west: number, south: number, east: number, north: number]

/**
 * @param detailed TopoJSON of world-atlas (`countries-10m.json`)
 * @param base the countries of the base layers; their box is the inner frame
 * @param undivided lists of names in world-atlas between which no boundary is drawn
 * @returns polygons (`kind: land`) and lines (`kind: border`, `coast`) between the wide frame and the inner one
 */
export function makeSurroundings(
  detailed: Topology,
  base: FeatureCollection,
  undivided: readonly (readonly string[])[] = [],
): FeatureCollection {
  // Without countries nothing says where the map is.
  if (base.features.length === 0) return { type: 'FeatureCollection', features: [] }
  const world = simplified(detailed)
  const inner = boxOf(base)
  const outer: Box = [inner[0] - MARGIN[0], inner[1] - MARGIN[1], inner[2] + MARGIN[2], inner[3] + MARGIN[3]]
  const countries = world.objects.countries as GeometryCollection<{ name: string }>
  // Only outside the inner frame: two coastlines of unlike precision must not show side by side.
  const land = feature(world, countries).features.flatMap((country) =>
    around(inner, outer).flatMap((side) => clippedTo(country as Feature<Polygon | MultiPolygon>, side)),
  )
  const nameOf = (country: unknown) => (country as { properties?: { name: string } }).properties?.name ?? ''
  const borders = mesh(
    world,
    countries,
    (a, b) => a !== b && !undivided.some((names) => names.includes(nameOf(a)) && names.includes(nameOf(b))),
  )
  const coasts = mesh(world, countries, (a, b) => a === b)
  const lines = Object.entries({ border: borders, coast: coasts }).map(
    ([kind, { coordinates }]): Feature => ({
      type: 'Feature',
      properties: { kind },
      geometry: {
        type: 'MultiLineString',
        coordinates: roundedDeep(
          coordinates.flatMap((line) => outside(line, inner, outer)),
          DIGITS,
        ),
      },
    }),
  )
  return { type: 'FeatureCollection', features: [...land, ...lines] }
}

/** Simplifies arcs, not outlines: what two countries share stays shared. */
function simplified(world: Topology): Topology {
  const { scale, translate } = world.transform!
  const arcs = world.arcs.map((arc) => {
    let [x, y] = [0, 0]
    const points = arc.map(([dx, dy]) => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
    return simplify(lineString(points), { tolerance: TOLERANCE }).geometry.coordinates
  })
  const { transform: _, ...rest } = world
  return { ...rest, arcs }
}

/** @returns whether a ring is long enough to be seen */
function isSeen(ring: Position[]): boolean {
  if (ring.length < 4) return false
  const extents = [0, 1].map((axis) => {
    const values = ring.map((point) => point[axis])
    return Math.max(...values) - Math.min(...values)
  })
  return Math.max(...extents) > LEAST_EXTENT
}

/** @returns four boxes that fill the outer frame around the inner one */
function around(inner: Box, outer: Box): Box[] {
  return [
    [outer[0], outer[1], inner[0], outer[3]],
    [inner[2], outer[1], outer[2], outer[3]],
    [inner[0], outer[1], inner[2], inner[1]],
    [inner[0], inner[3], inner[2], outer[3]],
  ]
}

function clippedTo(country: Feature<Polygon | MultiPolygon>, box: Box): Feature[] {
  const geometry = bboxClip(country, box).geometry as Polygon | MultiPolygon
  const all: Position[][][] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const polygons = all.map((polygon) => polygon.filter(isSeen)).filter((p) => p.length > 0)
  if (polygons.length === 0) return []
  return [
    {
      type: 'Feature',
      properties: { kind: 'land' },
      geometry: { type: 'MultiPolygon', coordinates: roundedDeep(polygons, DIGITS) },
    },
  ]
}

/** @returns the stretches of a line that lie inside `outer` and not inside `inner` */
function outside(line: Position[], inner: Box, outer: Box): Position[][] {
  const parts: Position[][] = []
  let part: Position[] = []
  const end = () => {
    if (part.length > 1) parts.push(part)
    part = []
  }
  for (const point of line) {
    if (!within(point, outer)) {
      end()
      continue
    }
    part.push(point)
    if (within(point, inner)) {
      end()
      // The next stretch begins here, so that it meets the base layers without a gap.
      part = [point]
    }
  }
  end()
  return parts.filter((points) => points.some((point) => !within(point, inner)) && isLong(points))
}

function isLong(points: Position[]): boolean {
  return isSeen([...points, points[0], points[0]])
}

function within([lon, lat]: Position, [west, south, east, north]: Box): boolean {
  return lon > west && lon < east && lat > south && lat < north
}

function boxOf(collection: FeatureCollection): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of collection.features) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue
    for (const [lon, lat] of geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as Position[]) {
      box[0] = Math.min(box[0], lon)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lon)
      box[3] = Math.max(box[3], lat)
    }
  }
  return box
}
