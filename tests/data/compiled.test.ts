/** What is committed equals what compiles, and what is published keeps its promises. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { dayOf, isoOf } from '../../src/chronicle/day.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { openFolder } from '../../src/cli/open-folder.ts'
import { checkFolder } from '../../src/compile/check/check.ts'
import { compile } from '../../src/compile/compile.ts'
import { createPlane } from '../../src/compile/ground/projection.ts'
import { geometryFault } from '../../src/compile/read/geometry-fault.ts'
import type { Problem } from '../../src/compile/read/problem.ts'
import type { Output } from '../../src/compile/write/write.ts'
import type { ZoneLayer } from '../../src/compile/write/zones.ts'
import { inRings, type Point, ringArea } from '../../src/geometry/plane.ts'

const FOLDER = 'geodata'
const text = (file: string) => readFileSync(join(FOLDER, file), 'utf8')
const problems: Problem[] = []
const errors = () => problems.filter(({ severity }) => severity === 'error')
let output: Output

beforeAll(async () => {
  const dataset = checkFolder(openFolder(FOLDER, problems), problems)
  const compiled = await compile(dataset, problems)
  if (!compiled) throw new Error(`geodata does not compile: ${JSON.stringify(errors().slice(0, 3))}`)
  output = compiled
}, 120_000)

describe('geodata', () => {
  it('keeps every rule and guard', () => {
    expect(errors()).toEqual([])
  })

  it('compiles to exactly what is committed', () => {
    for (const [file, expected] of output.files) {
      expect(text(file) === expected, `${file} differs: run "npm run compile" and commit the result`).toBe(
        true,
      )
    }
    const committed = readdirSync(join(FOLDER, 'zones')).filter((name) => name.endsWith('.geojson'))
    expect(committed.sort()).toEqual([...output.zones.keys()].map((id) => `${id}.geojson`).sort())
  })
})

describe('the published zones', () => {
  const layers = () =>
    readdirSync(join(FOLDER, 'zones'))
      .filter((name) => name.endsWith('.geojson'))
      .map((name) => JSON.parse(text(`zones/${name}`)) as ZoneLayer)
  const plane = createPlane((JSON.parse(text('conflict.json')) as { projection: string }).projection)

  it('conform to GeoJSON', () => {
    for (const { features } of layers())
      for (const { geometry } of features) expect(geometryFault(geometry)).toBeNull()
  })

  const onDay = (day: string) =>
    layers().flatMap((layer) =>
      layer.features.filter(
        ({ properties: p }) => p.start_date <= day && (p.end_date === null || day < p.end_date),
      ),
    )
  const days = [
    '2024-11-26',
    '2024-11-30',
    '2024-12-05',
    '2024-12-08',
    '2024-12-13',
    '2025-03-08',
    '2025-07-16',
    '2025-12-31',
    '2026-01-18',
    '2026-02-27',
  ]

  it.each(days)('tile the country on %s: areas add up and every point has one holder', (day) => {
    const atlas = decodeAtlas(output.atlas)
    const features = onDay(day)
    const total = features.reduce(
      (sum, { geometry }) =>
        sum +
        geometry.coordinates.reduce(
          (area, rings) =>
            area +
            rings.reduce(
              (a, ring, i) => a + (i ? -1 : 1) * Math.abs(ringArea(ring.map((c) => plane.forward(c)))),
              0,
            ),
          0,
        ),
      0,
    )
    const expected = atlas.faces.reduce((sum, face) => sum + face.km2, 0)
    expect(Math.abs(total / 1e6 - expected)).toBeLessThan(expected * 1e-4)
    const faces = indexFaces(atlas)
    const at = dayOf(day)
    let seen = 0
    for (let lon = 35.71; lon < 42.4; lon += 0.173)
      for (let lat = 32.37; lat < 37.3; lat += 0.131) {
        const face = faces.faceAt(lon, lat)
        if (face < 0) continue
        seen++
        const holders = features.filter(({ geometry }) =>
          geometry.coordinates.some((rings) => inRings([lon, lat], rings as Point[][])),
        )
        expect(
          holders.map(({ properties }) => properties.faction),
          `${lat}, ${lon} on ${isoOf(at)}`,
        ).toEqual([atlas.factions[periodAt(atlas.faces[face].history, at).holder]])
      }
    expect(seen).toBeGreaterThan(500)
  })
})
