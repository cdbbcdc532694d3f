/** The real case at its size: the daily maps of one side's ground, with fronts, holes and a country's border. */
import { describe, expect, it } from 'vitest'
import { ARC_KIND, type Atlas, decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { dayOf, isoOf } from '../../../src/chronicle/day.ts'
import { indexFaces } from '../../../src/chronicle/face-index.ts'
import { periodAt } from '../../../src/chronicle/history.ts'
import { readWorld } from '../../../src/cli/world.ts'
import { folderOf } from '../../../src/compile/import/folder.ts'
import { type ImportRules, importSnapshots } from '../../../src/compile/import/import.ts'
import { openEdges } from '../../../src/compile/import/outer-edges.ts'
import { walk } from '../../../src/compile/topology/mosaic.ts'
import { polygonize } from '../../../src/compile/topology/polygonize.ts'
import { type Point, ringArea } from '../../../src/geometry/plane.ts'
import { lineOn } from '../../../src/map/ground-features.ts'
import { LINE } from '../../../src/map/looks.ts'
import { factionLooks } from '../../../src/ui/map/looks.ts'

const RULES: ImportRules = {
  factionProperty: null,
  dateProperty: null,
  defaultFaction: 'Red',
  overlap: 'smaller',
  world: readWorld(),
}
const DAYS = 400
const FIRST = dayOf('2023-01-01')

/** South of 31.7° N, Egypt and Libya meet at the 25th meridian: ground east of it, up to a front that moves. */
const WEST = 25
function snapshot(day: number) {
  const reach = 1.2 + 0.5 * Math.sin(day / 40)
  const front = Array.from({ length: 60 }, (_, i): Point => {
    const lat = 25 + i / 20
    return [WEST + reach + 0.08 * Math.sin(i / 3 + day / 90), lat]
  })
  const outer: Point[] = [[WEST, 25], ...front, [WEST, 25 + 59 / 20], [WEST, 25]]
  // A town that holds out for the first half.
  const hole: Point[] = [
    [25.3, 26],
    [25.3, 26.2],
    [25.5, 26.2],
    [25.5, 26],
    [25.3, 26],
  ]
  const coordinates = day < DAYS / 2 ? [outer, hole] : [outer]
  const feature = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }
  return {
    name: `${isoOf(FIRST + day)}.geojson`,
    read: () => JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
  }
}

/** km of what an atlas shows as a front on a day, by a rule on the longitude of its middle */
function frontKm(
  atlas: Atlas,
  day: number,
  factions: ReturnType<typeof factionLooks>,
  wanted: (lon: number) => boolean,
) {
  let km = 0
  for (const arc of atlas.arcs) {
    const line = lineOn(arc, (face) => periodAt(atlas.faces[face].history, day), factions)
    if (line !== LINE.front) continue
    const { coordinates: c } = arc
    for (let i = 2; i < c.length; i += 2)
      if (wanted((c[i] + c[i - 2]) / 2))
        km += 111 * Math.hypot((c[i] - c[i - 2]) * Math.cos((26 * Math.PI) / 180), c[i + 1] - c[i - 1])
  }
  return km
}

describe('daily maps of one side', () => {
  it('show what is held and no more, with the front along all of its edge but the border', async () => {
    const files = Array.from({ length: DAYS }, (_, day) => snapshot(day))
    const imported = await importSnapshots(files, RULES, [])
    const { files: written } = folderOf(
      imported!,
      { title: 'T', publisher: 'P', url: null },
      { conflict: null, factions: [], regions: null },
      readWorld(),
    )
    const atlas = decodeAtlas(JSON.parse(written.get('atlas/atlas.json')!))
    const factions = JSON.parse(written.get('factions.json')!)
    expect(factions.map(({ id, blank }: { id: string; blank?: boolean }) => [id, blank ?? false])).toEqual([
      ['RED', false],
      ['UNKNOWN', true],
    ])
    const looks = factionLooks(atlas.factions, factions, isoOf(FIRST))
    const index = indexFaces(atlas)
    const holder = (lon: number, lat: number, day: number) => {
      const face = index.faceAt(lon, lat)
      return face < 0 ? null : atlas.factions[periodAt(atlas.faces[face].history, FIRST + day).holder]
    }
    expect([0, 199, 200].map((day) => holder(25.4, 26.1, day))).toEqual(['UNKNOWN', 'UNKNOWN', 'RED'])
    for (const day of [0, 63, 150, 250, 399]) {
      const reach = WEST + 1.2 + 0.5 * Math.sin(day / 40)
      expect(holder(reach - 0.15, 26.5, day)).toBe('RED')
      expect(holder(reach + 0.15, 26.5, day)).not.toBe('RED')
      // The border has no front; the other side has one as long as the ground is high, and the ends close it.
      expect(
        frontKm(atlas, FIRST + day, looks, (lon) => lon < WEST + 0.02),
        `border on day ${day}`,
      ).toBeLessThan(8)
      expect(
        frontKm(atlas, FIRST + day, looks, (lon) => lon > reach - 0.15),
        `front on day ${day}`,
      ).toBeGreaterThan(300)
    }
    const town = (lon: number) => lon > 25.28 && lon < 25.52
    // Round the hole, and along the upper and lower edge above and below it.
    expect(frontKm(atlas, FIRST, looks, town) - frontKm(atlas, FIRST + 250, looks, town)).toBeGreaterThan(70)
    expect(atlas.arcs.filter(({ left, right }) => left < 0 || right < 0).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([ARC_KIND.border, ARC_KIND.evidence]),
    )
  }, 240_000)
})

describe('an outer edge', () => {
  const square = (): Point[] => [
    [0, 0],
    [0, 20_000],
    [20_000, 20_000],
    [20_000, 0],
    [0, 0],
  ]
  const dense = (line: readonly Point[]): Point[] =>
    line
      .slice(1)
      .flatMap(([x, y], i) =>
        Array.from(
          { length: 20 },
          (_, k): Point => [
            line[i][0] + ((x - line[i][0]) * k) / 20,
            line[i][1] + ((y - line[i][1]) * k) / 20,
          ],
        ),
      )
  const closed = (line: Point[]): Point[] => [...line, line[0]]

  it('is cut where it leaves a border, and its rings stay whole', () => {
    const mosaic = polygonize([closed(dense(square()))], 0, () => 0)
    const before = mosaic.patches.map(({ rings }) => ringArea(walk(rings[0], mosaic.edges)))
    const open = openEdges(mosaic, ([x]) => x < 1)
    expect(mosaic.patches.map(({ rings }) => ringArea(walk(rings[0], mosaic.edges)))).toEqual(before)
    const length = [...open].reduce((sum, { points }) => sum + lengthOf(points), 0)
    expect(length).toBe(60_000)
  })

  it('keeps its course over short stretches', () => {
    const mosaic = polygonize([closed(dense(square()))], 0, () => 0)
    // Near everywhere but for two kilometres.
    expect(openEdges(mosaic, ([x, y]) => x > 1 || y < 9000 || y > 11_000).size).toBe(0)
  })

  const lengthOf = (points: readonly Point[]) =>
    points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0)
})
