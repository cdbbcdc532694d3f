/** The examples of docs/api.md, run against the files as a site serves them. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProgram } from '../../../scripts/lib/find-program.mjs'
import { findGdal, NO_GDAL } from '../../../scripts/lib/gdal.mjs'
import { serve } from '../../../scripts/lib/serve.mjs'
import { areasOn } from '../../../src/chronicle/areas.ts'
import { dayOf } from '../../../src/chronicle/day.ts'
import { writeApi } from '../../../src/cli/api.ts'
import { ROOT } from '../../architecture/modules.ts'
import { frozen, frozenAtlas, withFrozenFolder } from '../../fixtures/frozen.ts'

const run = promisify(execFile)
const DAY = '2024-12-05'
const [gdal, python, r] = await Promise.all([
  findGdal(),
  findProgram({
    names: ['python3'],
    elsewhere: ['/usr/bin/python3'],
    flags: ['-c', 'import geopandas; print("GeoPandas")'],
    says: /GeoPandas/,
  }),
  findProgram({
    names: ['Rscript'],
    flags: ['-e', 'library(sf); library(jsonlite); cat("sf is here")'],
    says: /sf is here/,
  }),
])
if (!gdal) console.warn(NO_GDAL)
if (!python)
  console.warn(
    'Not tested with GeoPandas: it was not found. Debian, Ubuntu: apt-get install python3-geopandas',
  )
if (!r)
  console.warn(
    'Not tested with R: sf or jsonlite was not found. Debian, Ubuntu: apt-get install r-cran-sf r-cran-jsonlite',
  )

const folder = mkdtempSync(join(tmpdir(), 'api-'))
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  await withFrozenFolder(async (data) => writeApi(data, folder, false))
  site = await serve(folder, [0])
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

const atlas = frozenAtlas()
const held = areasOn(atlas, dayOf(DAY))
  .map(({ best }, i) => [atlas.factions[i], best] as const)
  .filter(([, best]) => best > 0)

/** @returns km² by faction, of lines that say `<faction> <km2> km2 …` */
const areasIn = (text: string) =>
  new Map([...text.matchAll(/^(\S+) (\d+) km2/gm)].map(([, faction, km2]) => [faction, Number(km2)]))

function expectAreas(found: Map<string, number>) {
  expect([...found.keys()].sort()).toEqual(held.map(([faction]) => faction).sort())
  // Measured from outlines with rounded coordinates.
  for (const [faction, best] of held)
    expect(Math.abs(found.get(faction)! - best)).toBeLessThan(1 + best / 500)
}

describe('the examples for programs', () => {
  const example = (name: string) => join(ROOT, 'examples/api', name)

  it('in JavaScript', async () => {
    expectAreas(areasIn((await run(process.execPath, [example('areas.mjs'), site.url, DAY])).stdout))
  })

  it.skipIf(!python)('in Python, with GeoPandas', async () => {
    expectAreas(areasIn((await run(python!, [example('areas.py'), site.url, DAY])).stdout))
  })

  it.skipIf(!r)('in R, with sf', async () => {
    expectAreas(areasIn((await run(r!, [example('areas.R'), site.url, DAY])).stdout))
  })

  it.skipIf(!gdal)('with GDAL, as the document says it', async () => {
    const command = /ogr2ogr -f GPKG day\.gpkg (\S+) -oo DATE_AS_STRING=YES -where "([^"]+)"/.exec(
      readFileSync(join(ROOT, 'docs/api.md'), 'utf8'),
    )!
    const address = command[1].replace(/^.*(api\/v1\/)<atlas>/, `${site.url}$1${frozen('conflict.json').id}`)
    const { stdout } = await run(
      gdal!,
      [
        '-oo',
        'DATE_AS_STRING=YES',
        '-f',
        'CSV',
        '-select',
        'faction',
        '/vsistdout/',
        `/vsicurl/${address}`,
        '-where',
        command[2],
      ],
      { encoding: 'utf8' },
    )
    const factions = new Set(
      stdout
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim()),
    )
    expect([...factions].sort()).toEqual(held.map(([faction]) => faction).sort())
  })

  it('and may be read by pages of other sites', async () => {
    const response = await fetch(`${site.url}api/v1/index.json`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('content-type')).toBe('application/json')
  })
})
