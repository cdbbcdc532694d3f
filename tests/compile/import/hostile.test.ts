/** Files that are not as they should be, or larger than anybody expects. */
import { describe, expect, it } from 'vitest'
import { type ImportRules, importSnapshots } from '../../../src/compile/import/import.ts'
import { reportCsv } from '../../../src/compile/import/report.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'

const RULES: ImportRules = {
  factionProperty: null,
  dateProperty: null,
  defaultFaction: null,
  overlap: 'smaller',
}
const collection = (coordinates: unknown, type = 'Polygon') => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { faction: 'Red' }, geometry: { type, coordinates } }],
})
const circle = (count: number, lon = 38, lat = 35, radius = 0.5) => {
  const ring = Array.from({ length: count }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / count
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
  })
  return [...ring, ring[0]]
}
async function run(text: string, name = '20250101.geojson') {
  const problems: Problem[] = []
  return { imported: await importSnapshots([{ name, read: () => text }], RULES, problems), problems }
}

describe('an import takes', () => {
  it('a byte order mark, and a collection wrapped in one other object', async () => {
    const text = JSON.stringify(collection([circle(12)]))
    for (const given of [`\uFEFF${text}`, `{"value":${text}}`])
      expect((await run(given)).imported?.faces).toHaveLength(1)
  })

  it('a ring of 250,000 points', async () => {
    const { imported } = await run(JSON.stringify(collection([circle(250_000)])))
    expect(imported?.faces).toHaveLength(1)
  }, 120_000)
})

it('slivers alone are no map', async () => {
  const sliver = [
    [38, 35],
    [38.01, 35],
    [38.01, 35.00002],
    [38, 35],
  ]
  const { imported, problems } = await run(JSON.stringify(collection([sliver])))
  expect(imported).toBeNull()
  expect(problems.filter(({ severity }) => severity === 'error').map(({ reason }) => reason)).toEqual([
    'nothing-to-import',
  ])
})

it('no cell of the report begins a formula', () => {
  const problem = (file: string): Problem => ({
    reason: 'unreadable',
    severity: 'warning',
    file,
    line: 0,
    message: '=1+1',
  })
  const csv = reportCsv([problem('=cmd.geojson'), problem('@x.geojson')])
  expect(csv).not.toMatch(/(^|,)"?[=@]/m)
})
