/**
 * Measures the import of a made-up conflict: `npx tsx tests/bench/import-bench.ts [days] [clean|dirty] [cells that change hands a day]`. Files are
 * made and written to a temporary folder first; what is timed is reading, importing and writing, in one process.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readWorld } from '../../src/cli/world.ts'
import { folderOf } from '../../src/compile/import/folder.ts'
import { importSnapshots } from '../../src/compile/import/import.ts'
import { countsByReason, reportCsv } from '../../src/compile/import/report.ts'
import type { Problem } from '../../src/compile/read/problem.ts'
import { CLEAN, DIRTY, dateOf, snapshotText } from '../compile/import/dirt.ts'
import { makeWorld } from '../compile/import/front-world.ts'
import { Random } from '../compile/import/random.ts'

const days = Number(process.argv[2] ?? 500)
const dirty = process.argv[3] !== 'clean'
const moves = Number(process.argv[4] ?? 2)
/** Rates of dirt as on a map that one team keeps: what it drew stays as it was drawn. */
const RARE = { ...DIRTY, redrawn: 0.01, loops: 0.02, spikes: 0.05, noise: 0.05 }

const folder = mkdtempSync(join(tmpdir(), 'import-bench-'))
try {
  const factions = ['Red', 'Blue', 'Green', 'Yellow', 'Grey', 'Teal']
  const world = makeWorld({ seed: 1, days, size: 70, detail: 6, factions, moves })
  for (let day = 0; day < days; day++)
    writeFileSync(
      join(folder, `${dateOf(day)}.geojson`),
      snapshotText(world, day, dirty ? RARE : CLEAN, new Random(day)),
    )
  const names = readdirSync(folder).sort()
  const megabytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6

  const began = performance.now()
  const problems: Problem[] = []
  const imported = await importSnapshots(
    names.map((name) => ({ name, read: () => readFileSync(join(folder, name), 'utf8') })),
    { factionProperty: null, dateProperty: null, defaultFaction: null, overlap: 'smaller' },
    problems,
  )
  if (!imported) throw new Error('nothing was imported')
  const title = { title: 'Bench', publisher: 'Nobody', url: null }
  const { atlas, files } = folderOf(
    imported,
    title,
    { conflict: null, factions: [], regions: null },
    readWorld(),
  )
  for (const [path, text] of files) writeFileSync(join(folder, path.replaceAll('/', '-')), text)
  writeFileSync(join(folder, 'report.csv'), reportCsv(problems))
  const seconds = (performance.now() - began) / 1000

  const vertices = atlas.arcs.reduce((sum, arc) => sum + arc.length / 2, 0)
  const text = files.get('atlas/atlas.json')!
  console.log({
    days,
    dirt: dirty ? 'dirty' : 'clean',
    inputMB: Number(megabytes.toFixed(1)),
    inputCoordinates: imported.counts.coordinates,
    distinctRings: imported.counts.rings,
    distinctSegments: imported.counts.segments,
    tiles: imported.mosaic.patches.length,
    faces: atlas.faces.length,
    atlasCoordinates: vertices,
    ratio: Number((imported.counts.coordinates / vertices).toFixed(1)),
    atlasKB: Math.round(text.length / 1000),
    atlasGzipKB: Math.round(gzipSync(text).length / 1000),
    seconds: Number(seconds.toFixed(1)),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  })
  console.log(Object.fromEntries(countsByReason(problems)))
} finally {
  rmSync(folder, { recursive: true })
}
