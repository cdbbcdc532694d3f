/** What GDAL, and so QGIS, reads of the files that people take away: as many pieces, of the same holders, as large. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { afterAll, describe, expect, it } from 'vitest'
import { findGdal, NO_GDAL } from '../../scripts/lib/gdal.mjs'
import { type GroundPiece, groundBetween, groundGeojson, groundOn } from '../../src/formats/ground.ts'
import { ringArea } from '../../src/geometry/plane.ts'
import { EXPORTS, makeExport } from '../../src/ui/exports/registry.ts'
import { exportSource } from '../ui/exports/source.ts'

const gdal = await findGdal()
if (!gdal) console.warn(NO_GDAL)

const folder = mkdtempSync(join(tmpdir(), 'gdal-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Read = Feature<Polygon | MultiPolygon | Point, Record<string, string | number | null>>

/** @returns the features of a file as GDAL reads them */
function read(name: string, content: string | Uint8Array, ...options: string[]): Read[] {
  const file = join(folder, name)
  writeFileSync(file, content)
  const text = execFileSync(
    gdal!,
    [...options, '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=7', '/vsistdout/', file],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  return JSON.parse(text).features
}

/** Square degrees: enough to tell whether any ground was lost. */
function extent(geometry: { type: string; coordinates: unknown }): number {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as Position[][][]
  const size = (ring: Position[]) => Math.abs(ringArea(ring.map(([x, y]) => [x, y])))
  return polygons.reduce(
    (sum, [outer, ...holes]) => sum + size(outer) - holes.reduce((rest, hole) => rest + size(hole), 0),
    0,
  )
}

/** @returns for each holder and state how many pieces it has, their km², and the extent of their outlines */
function tally(
  features: readonly { properties: object; geometry: { type: string; coordinates: unknown } }[],
) {
  const sums: Record<string, { pieces: number; km2: number; extent: number }> = {}
  for (const { properties, geometry } of features) {
    const { faction, state, km2 } = properties as Record<string, string>
    sums[`${faction} ${state}`] ??= { pieces: 0, km2: 0, extent: 0 }
    const sum = sums[`${faction} ${state}`]
    sum.pieces++
    sum.km2 += Number(km2)
    sum.extent += extent(geometry)
  }
  return sums
}

const source = exportSource('ar')
const { atlas, factions } = source.app
const naming = { factions, language: 'ar' }
const stretch = { from: source.day - 6, to: source.day }
const SPANS: [string, GroundPiece[], typeof stretch | undefined][] = [
  ['a day', groundOn(atlas, naming, source.day), undefined],
  ['a stretch', groundBetween(atlas, naming, stretch), stretch],
]

describe.skipIf(!gdal).each(SPANS)('GDAL reads %s', (_, pieces, days) => {
  const grounds = EXPORTS.filter(({ id }) => id.startsWith('ground'))
  const expected = tally(groundGeojson(atlas, pieces).features)

  it.each(grounds)('of the ground as $format', async ({ id }) => {
    const { name, content } = (await makeExport(id, { ...source, days }))!
    const features = read(name, content)
    expect(features).toHaveLength(pieces.length)
    const found = tally(features)
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
    for (const [holder, { pieces, km2, extent }] of Object.entries(expected)) {
      expect(found[holder].pieces, holder).toBe(pieces)
      expect(found[holder].km2, holder).toBeCloseTo(km2, 1)
      expect(found[holder].extent, holder).toBeCloseTo(extent, 5)
    }
    const called = (list: readonly { properties: object }[]) =>
      new Set(list.map(({ properties }) => ('name' in properties ? properties.name : null)))
    if (!name.endsWith('.kml')) expect(called(features)).toEqual(called(pieces))
  })

  it('of the places as CSV, each at its point', async () => {
    const { name, content } = (await makeExport('places', { ...source, days }))!
    const points = read(name, content, '-oo', 'X_POSSIBLE_NAMES=lon', '-oo', 'Y_POSSIBLE_NAMES=lat')
    const { places } = await source.evidence()
    const known = new Map(places.map((place) => [place.id, place]))
    expect(new Set(points.map(({ properties }) => properties.place)).size).toBe(
      places.filter(({ face }) => face >= 0).length,
    )
    for (const { properties, geometry } of points) {
      const { lon, lat } = known.get(String(properties.place))!
      expect(geometry.coordinates[0]).toBeCloseTo(lon, 4)
      expect(geometry.coordinates[1]).toBeCloseTo(lat, 4)
    }
  })
})
