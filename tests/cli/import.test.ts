/** `import` as it is typed: what stands in its way is said in a line, and nothing that was there is lost. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { importFolder } from '../../src/cli/import.ts'

let folder: string
let said: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
  said = []
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((text) => void said.push(String(text)))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const square = (status: string, west: number, size = 1) => ({
  type: 'Feature',
  properties: { status },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 10],
        [west + size, 10],
        [west + size, 10 + size],
        [west, 10 + size],
        [west, 10],
      ],
    ],
  },
})
function snapshots(...features: unknown[]): string {
  const path = join(folder, 'snapshots')
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, '2025-01-01.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  return path
}
const out = () => join(folder, 'out')
const factions = () =>
  JSON.parse(readFileSync(join(out(), 'factions.json'), 'utf8')).map(({ id }: { id: string }) => id)

it('joins the names that --join lists', async () => {
  const from = snapshots(square('Held', 30), square('Gained', 31), square('Lost', 32))
  expect(
    await importFolder([from, '--out', out(), '--join', 'held, GAINED=Red', '--join', 'Lost=Blue']),
  ).toBe(0)
  expect(factions()).toEqual(['RED', 'BLUE'])
  expect(await importFolder([from, '--out', out(), '--join', 'held'])).toBe(1)
  expect(said.at(-1)).toMatch(/--join "held": expected/)
})

it.each([
  ['a file', () => writeFileSync(out(), 'mine'), () => out(), /is a file/],
  ['below a file', () => writeFileSync(out(), 'mine'), () => join(out(), 'deep', 'er'), /out is a file/],
  ['the snapshots themselves', () => {}, () => join(folder, 'snapshots'), /holds the snapshots/],
  [
    'a folder with claims',
    () => mkdirSync(join(out(), 'claims'), { recursive: true }),
    () => out(),
    /holds claims/,
  ],
])('does not write over %s', async (_, prepare, to, message) => {
  const from = snapshots(square('Red', 30))
  prepare()
  expect(await importFolder([from, '--out', to()])).toBe(1)
  expect(said.join('\n')).toMatch(message)
  if (existsSync(out()) && !existsSync(join(out(), 'claims')))
    expect(readFileSync(out(), 'utf8')).toBe('mine')
})

it('is not led astray by what lies in the folder already, and keeps what was made there when it fails', async () => {
  const from = snapshots(square('Red', 30))
  mkdirSync(join(out(), 'base'), { recursive: true })
  const damaged: [string, string][] = [
    ['conflict.json', '[1'],
    ['factions.json', '{"id":"RED"}'],
    ['base/admin1.geojson', '{"features":[{"geometry":null}]}'],
  ]
  for (const [file, text] of damaged) writeFileSync(join(out(), file), text)
  expect(await importFolder([from, '--out', out()])).toBe(0)
  for (const [file] of damaged) expect(said.join('\n')).toContain(`${file} cannot be read`)
  expect(factions()).toEqual(['RED'])
  const before = readFileSync(join(out(), 'atlas/atlas.json'), 'utf8')
  const sliver = square('Red', 30)
  sliver.geometry.coordinates = [
    [
      [38, 35],
      [38.01, 35],
      [38.01, 35.00002],
      [38, 35],
    ],
  ]
  const slivers = snapshots(sliver)
  expect(await importFolder([slivers, '--out', out()])).toBe(1)
  expect(said.join('\n')).toMatch(/narrower than a sliver/)
  expect(readFileSync(join(out(), 'atlas/atlas.json'), 'utf8')).toBe(before)
})

it('passes over what would never end or fit, and says so', async () => {
  const from = snapshots(square('Red', 30))
  execFileSync('mkfifo', [join(from, '2025-01-02.geojson')])
  writeFileSync(join(from, '2025-01-03.geojson'), '')
  truncateSync(join(from, '2025-01-03.geojson'), 300 * 2 ** 20)
  expect(await importFolder([from, '--out', out()])).toBe(0)
  const report = readFileSync(join(out(), 'import-report.csv'), 'utf8')
  expect(report).toMatch(/2025-01-02\.geojson.*it is no file/)
  expect(report).toMatch(/2025-01-03\.geojson.*300 MiB/)
})
