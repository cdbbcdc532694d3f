/**
 * Rules on base/: what the map draws beneath and around the ground, and by what claims call whole countries and
 * governorates. Nobody writes it by hand, so what is wrong with it is a file that was cut, swapped or moved.
 */
import Flatbush from 'flatbush'
import type { Feature, Geometry } from 'geojson'
import { textOf } from '../../chronicle/text.ts'
import { boxOf, distance, inRings, nearestOnSegment, type Point, ringArea } from '../../geometry/plane.ts'
import { polygonsOf } from '../read/dataset.ts'
import type { Folder } from '../read/folder.ts'
import type { ConflictFile } from '../read/model.ts'
import { error, type Problem } from '../read/problem.ts'
import { remember } from '../read/remember.ts'
import { readLayer } from '../read/tables.ts'
import { gridOver, isBeyond, LEAST_AREA, selfCrossing, sharedPoint } from './shapes.ts'

type Properties = Record<string, unknown>
type Located = Feature<Geometry, Properties> & { line: number }
interface Layer {
  name: string
  file: string
  features: readonly Located[]
}

/** Layers whose names stand on the map, in every language. */
const NAMED = ['admin1', 'countries', 'sea']
/** Lines between two outlines, which `pair` names: `AAA-BBB`. */
const BETWEEN: Record<string, string> = { borders: 'countries', admin1_lines: 'admin1' }
/** How far such a line may lie from the outlines that it parts, degrees. */
const BESIDE = 0.05
/** Share of the country that governorates may leave out, or reach beyond it. */
const LOOSE_SHARE = 0.02

const checked = remember<Problem[]>()

/** @returns what is wrong with the layers of base/ that a folder has itself; for those that it borrows ask the lender */
export function baseProblems(folder: Folder, conflict: ConflictFile): Problem[] {
  const names = folder
    .list('base', '.geojson')
    .filter((name) => !folder.nameOf(`base/${name}`).startsWith('../'))
  const texts = names.map((name) => folder.text(`base/${name}`)).join('\n')
  const key = `${folder.path} ${JSON.stringify([names, conflict])}`
  return checked(key, texts, () => {
    const layers = names.map((name) => ({
      name: name.replace('.geojson', ''),
      file: folder.nameOf(`base/${name}`),
      features: readLayer<Geometry, Properties>(folder, `base/${name}`, []),
    }))
    return [
      ...layers.flatMap((layer) => [
        ...twins(layer),
        ...missingNames(layer, conflict),
        ...badShapes(layer),
        // The surroundings of imported snapshots are as wide as these.
        ...(conflict.imported ? [] : outsideFrame(layer, conflict)),
      ]),
      ...(conflict.imported ? [] : [...badPairs(layers, conflict), ...badCover(layers, conflict)]),
    ]
  })
}

const called = ({ properties }: Located) =>
  String(properties.iso ?? properties.pair ?? properties.name ?? properties.ref ?? 'a feature')

function* twins({ file, features }: Layer): Generator<Problem> {
  const seen = new Map<string, number>()
  for (const feature of features) {
    const { line, properties, geometry } = feature
    const ids = [properties.iso, JSON.stringify([properties, geometry])].filter(Boolean)
    const before = ids.map((id) => seen.get(String(id))).find((at) => at !== undefined)
    if (before !== undefined)
      yield error('duplicate-id', { file, line }, `"${called(feature)}" is already in line ${before}`)
    for (const id of ids) seen.set(String(id), line)
  }
}

function* missingNames(
  { name, file, features }: Layer,
  { languages, parts }: ConflictFile,
): Generator<Problem> {
  if (!NAMED.includes(name) && !parts?.some(({ layer }) => layer === name)) return
  for (const feature of features) {
    const names = textOf(feature.properties, 'name')
    for (const language of languages)
      if (!names[language])
        yield error(
          'translation-missing',
          { file, line: feature.line },
          `"${called(feature)}" has no name in "${language}"`,
        )
  }
}

function* badShapes({ file, features }: Layer): Generator<Problem> {
  for (const feature of features) {
    const at = { file, line: feature.line }
    const { geometry } = feature
    if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
      if (linesOf(geometry).some((line) => line.every((point) => distance(point, line[0]) === 0)))
        yield error('line-empty', at, `"${called(feature)}" has no length`)
    } else if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
      const polygons = polygonsOf(geometry) as Point[][][]
      const crossing = polygons
        .flat()
        .map(selfCrossing)
        .find((point) => point !== null)
      const shared = sharedPoint(polygons)
      if (polygons.some(([outer]) => Math.abs(ringArea(outer)) < LEAST_AREA))
        yield error('area-empty', at, `a part of "${called(feature)}" has no ground`)
      else if (crossing)
        yield error('area-crosses-itself', at, `"${called(feature)}" ${near('crosses itself', crossing)}`)
      else if (shared)
        yield error('area-overlaps', at, `parts of "${called(feature)}" ${near('overlap', shared)}`)
    }
  }
}

const near = (what: string, point: Point) =>
  `${what} near ${point.map((n) => n.toFixed(3)).join(', ')} (lon, lat)`

function* outsideFrame({ file, features }: Layer, { bbox }: ConflictFile): Generator<Problem> {
  for (const feature of features)
    if (isBeyond(boxOf(pointsOf(feature.geometry)), bbox))
      yield error(
        'layer-outside-country',
        { file, line: feature.line },
        `"${called(feature)}" reaches far outside of the country: have longitude and latitude changed places?`,
      )
}

/** Lines that part two outlines name them and run along them. */
function* badPairs(layers: readonly Layer[], { parts = [] }: ConflictFile): Generator<Problem> {
  for (const [name, outlines] of Object.entries(BETWEEN)) {
    const lines = layers.find((layer) => layer.name === name)
    const areas = layers.filter(
      (layer) =>
        layer.name === outlines ||
        (outlines === 'countries' && parts.some((part) => part.layer === layer.name)),
    )
    const known = new Set(areas.flatMap(({ features }) => features.map(({ properties }) => properties.iso)))
    if (!lines || areas.length === 0) continue
    const isBeside = besideEdges(
      areas.flatMap(({ features }) => features.flatMap(({ geometry }) => ringsOf(geometry))),
    )
    for (const { properties, geometry, line } of lines.features) {
      const at = { file: lines.file, line }
      const pair = String(properties.pair)
      if (!splits(pair).some((sides) => sides.every((side) => known.has(side))))
        yield error('unknown-pair', at, `"${pair}" does not name two outlines of ${areas[0].file}`)
      const astray = pointsOf(geometry).find((point) => !isBeside(point))
      if (astray)
        yield error('line-astray', at, `"${pair}" ${near('leaves the outlines that it parts', astray)}`)
    }
  }
}

/** @returns all ways to take `A-B-A-C` for two ids */
const splits = (pair: string): [string, string][] =>
  [...pair.matchAll(/-/g)].map(({ index }) => [pair.slice(0, index), pair.slice(index + 1)])

function besideEdges(rings: readonly Point[][]): (point: Point) => boolean {
  const edges = rings.flatMap((ring) => ring.slice(1).map((end, i): [Point, Point] => [ring[i], end]))
  const tree = new Flatbush(Math.max(1, edges.length))
  for (const edge of edges) tree.add(...boxOf(edge))
  if (edges.length === 0) tree.add(0, 0, 0, 0)
  tree.finish()
  return ([x, y]) =>
    tree
      .search(x - BESIDE, y - BESIDE, x + BESIDE, y + BESIDE)
      .some((i) => distance([x, y], nearestOnSegment([x, y], ...edges[i])) <= BESIDE)
}

/** No two countries, and no two governorates, have one ground; governorates are the country, no more and no less. */
function* badCover(layers: readonly Layer[], { home = [], parts = [] }: ConflictFile): Generator<Problem> {
  const find = (name: string) => layers.find((layer) => layer.name === name)
  const [countries, admin] = [find('countries'), find('admin1')]
  for (const layer of [countries, admin])
    for (const [first, second, point] of layer ? overlaps(layer) : [])
      yield error(
        'area-overlaps',
        { file: layer!.file, line: second.line },
        `"${called(second)}" and "${called(first)}" ${near('overlap', point)}`,
      )
  if (!countries || !admin) return
  const own = countries.features.filter(({ properties }) => home.some(({ iso3 }) => iso3 === properties.iso))
  const ground = [...own, ...parts.flatMap(({ layer }) => find(layer)?.features ?? [])].map(({ geometry }) =>
    ringsOf(geometry),
  )
  const within = admin.features.map(({ geometry }) => ringsOf(geometry))
  const isIn = (point: Point, shapes: readonly Point[][][]) => shapes.some((rings) => inRings(point, rings))
  const inCountry = gridOver(boxOf(ground.flat(2))).filter((point) => isIn(point, ground))
  const left = inCountry.filter((point) => !isIn(point, within))
  if (left.length > inCountry.length * LOOSE_SHARE)
    yield error(
      'cover-gap',
      { file: admin.file, line: 0 },
      `no governorate ${near('has the ground', left[0])}`,
    )
  for (const feature of admin.features) {
    const rings = ringsOf(feature.geometry)
    const covered = gridOver(boxOf(rings.flat())).filter((point) => inRings(point, rings))
    const beyond = covered.filter((point) => !isIn(point, ground))
    if (beyond.length > Math.max(1, covered.length * LOOSE_SHARE))
      yield error(
        'area-outside-country',
        { file: admin.file, line: feature.line },
        `"${called(feature)}" ${near('lies outside the country', beyond[0])}`,
      )
  }
}

function* overlaps({ features }: Layer): Generator<[Located, Located, Point]> {
  const grid = gridOver(boxOf(features.flatMap(({ geometry }) => pointsOf(geometry))))
  const shapes = features.map((feature) => ({
    feature,
    rings: ringsOf(feature.geometry),
    box: boxOf(pointsOf(feature.geometry)),
  }))
  const told = new Set<string>()
  for (const point of grid) {
    const [x, y] = point
    const [first, second] = shapes.filter(
      ({ rings, box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && inRings(point, rings),
    )
    if (!second || told.has(`${first.feature.line} ${second.feature.line}`)) continue
    told.add(`${first.feature.line} ${second.feature.line}`)
    yield [first.feature, second.feature, point]
  }
}

function linesOf(geometry: Geometry): Point[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates as Point[]]
  return geometry.type === 'MultiLineString' ? (geometry.coordinates as Point[][]) : []
}

function ringsOf(geometry: Geometry): Point[][] {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    ? (polygonsOf(geometry).flat() as Point[][])
    : []
}

function pointsOf(geometry: Geometry): Point[] {
  if (geometry.type === 'Point') return [geometry.coordinates as Point]
  if (geometry.type === 'MultiPoint') return geometry.coordinates as Point[]
  return [...linesOf(geometry), ...ringsOf(geometry)].flat()
}
