/**
 * The bench: this map's painter beside other ways to set the day, in one run. See README.md in this folder.
 *
 *     npm run bench
 *     npm run bench -- --only webgl,floor,setData --sizes 1,10 --repeats 5 --steps 60
 */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.mjs'
import { serve } from '../../scripts/lib/serve.mjs'
import { fonts } from '../../vite/fonts.ts'
import { geodata } from '../../vite/geodata.ts'
import { maplibre } from '../../vite/maplibre.ts'
import { ROOT } from '../architecture/modules.ts'
import { type Machine, measure, type Result } from './measure.ts'
import { goals, medians, TITLES, table } from './report.ts'

const everything = Object.keys(TITLES).join()
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: everything },
    sizes: { type: 'string', default: '1,10,100' },
    repeats: { type: 'string' },
    steps: { type: 'string', default: '30' },
    out: { type: 'string', default: 'tests/bench/results.md' },
  },
})
/** Up to which size a technique is measured unless it is asked for by name: some need minutes for the larger ones. */
const UP_TO: Record<string, number> = { deck: 1, leaflet: 10, setData: 10, setFilter: 10, 'global-state': 10 }
const sizes = values.sizes.split(',').map(Number)
const chosen = values.only.split(',')
const unknown = chosen.filter((technique) => !(technique in TITLES))
if (unknown.length > 0)
  throw new Error(`--only knows ${Object.keys(TITLES).join(', ')}; got ${unknown.join(', ')}`)

const folder = join(ROOT, '.cache/bench-page')
await build({
  root: join(ROOT, 'tests/bench/page'),
  configFile: false,
  base: './',
  logLevel: 'error',
  plugins: [react(), fonts(), maplibre(), geodata(join(ROOT, 'geodata'))],
  build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 3000 },
})
const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium())
if (!executablePath) throw new Error(NO_CHROMIUM)
const site = await serve(folder, [0])

const results: Result[] = []
const failed: string[] = []
let machine: Machine = { chromium: '', renderer: '' }
const began = Date.now()
try {
  for (const size of sizes) {
    const techniques = chosen.filter((name) => values.only !== everything || size <= (UP_TO[name] ?? 100))
    const repeats = Number(values.repeats ?? (size < 100 ? 3 : 1))
    // Round and round, so that a busy minute of the machine hits all alike.
    for (let round = 0; round < repeats; round++) {
      for (const technique of techniques) {
        try {
          const job = { url: site.url, executablePath, technique, size, steps: Number(values.steps) }
          const result = await measure({ ...job, machine: (found) => (machine = found) })
          results.push(result)
          console.log(
            `×${size} ${technique}: ${result.main.toFixed(1)} ms/step, ${(100 * result.right).toFixed(0)} % right`,
          )
        } catch (error) {
          failed.push(`×${size} ${TITLES[technique]}: ${(error as Error).message.split('\n')[0]}`)
          console.log(failed.at(-1))
        }
      }
    }
    // After each size: the larger ones take long, and what was measured is not lost when somebody stops it.
    writeFileSync(join(ROOT, values.out), report())
  }
} finally {
  await site.close()
}
console.log(`\n${report()}`)

function report(): string {
  const middle = medians(results)
  const [{ model }] = cpus()
  return [
    '# Setting the day, measured',
    '',
    'Written by `npm run bench`; what is measured and how: README.md in this folder.',
    '',
    `Machine: ${model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Chromium ${machine.chromium}; ` +
      `graphics: ${machine.renderer}. Load of the machine at the end: ${loadavg()[0].toFixed(1)}.`,
    `At most ${values.steps} steps a run; ${Math.round((Date.now() - began) / 1000)} s in all.`,
    '',
    ...sizes.flatMap((size) => {
      const of = middle.filter((result) => result.size === size)
      if (of.length === 0) return []
      const runs = Math.max(
        ...of.map(
          ({ technique }) => results.filter((r) => r.size === size && r.technique === technique).length,
        ),
      )
      const kind = size === 1 ? 'the atlas of this map' : `made up, ×${size}`
      return [
        `## ${of[0].faces} faces, ${of[0].days} days: ${kind}`,
        '',
        `Medians of ${runs} run${runs > 1 ? 's' : ''}.`,
        '',
        table(of),
        '',
      ]
    }),
    ...(failed.length > 0 ? ['Not measured:', '', ...failed.map((line) => `- ${line}`), ''] : []),
    '## Goals',
    '',
    ...goals(middle).map(({ text, met }) => `- ${met ? 'met' : '**missed**'}: ${text}`),
    '',
  ].join('\n')
}
