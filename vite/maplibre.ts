/**
 * MapLibre comes into the build in one of two ways, chosen by the variable `MAPLIBRE`:
 *
 * - `source` (the default) builds it from its sources, along with the page. Its ready-made files are two, one for the
 *   page and one for the worker, and each carries what both need; built here, the common part is one chunk, fetched
 *   once. That saves about 130 kB, and stands on paths and habits of the package that are no promise of its makers:
 *   so it is done for versions only that were tried, and any other one is refused.
 * - `packaged` takes the ready-made files, the way that MapLibre supports. While developing, and in tests without a
 *   browser, it is always so.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Plugin, parseSync, transformWithOxc } from 'vite'
import { LEFT_OUT, MISSING, MISSING_CODE, standIn } from './left-out.ts'

/** Versions whose sources were built and looked at: tests/browser/maplibre.test.ts does so for the one installed. */
export const TRIED = ['6.17.0']
const WAYS = ['source', 'packaged']
const MANIFEST = createRequire(import.meta.url).resolve('maplibre-gl/package.json')
const SOURCE = join(dirname(MANIFEST), 'src')
/** How src/map/open-map.ts asks for the address of the worker. */
const WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
const WORKER_URL = '\0map-worker-url'
const installed = (): string => JSON.parse(readFileSync(MANIFEST, 'utf8')).version
const leftOut = new Set(LEFT_OUT.map((path) => join(SOURCE, path)))

/**
 * @param way as in `MAPLIBRE`
 * @param version of the package installed
 * @throws Error that names the switch, when this version cannot be built in this way
 */
export function assertTried(way: string, version: string): void {
  if (!WAYS.includes(way)) throw new Error(`MAPLIBRE is "${way}"; it can be ${WAYS.join(' or ')}.`)
  if (way === 'packaged' || TRIED.includes(version)) return
  throw new Error(
    `MapLibre ${version} was never built from its sources here, only ${TRIED.join(', ')}.\n` +
      'Build with MAPLIBRE=packaged, which takes its ready-made files; or try it: add the version to TRIED in ' +
      'vite/maplibre.ts and run tests/browser/maplibre.test.ts.',
  )
}

/**
 * @param way `source` or `packaged`
 * @throws Error when the way is unknown
 */
export function maplibre(way = process.env.MAPLIBRE || 'source'): Plugin {
  return {
    name: 'maplibre',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      assertTried(way, installed())
    },
    resolveId(id) {
      if (way === 'packaged') return
      if (id === 'maplibre-gl') return join(SOURCE, 'index.ts')
      if (id === WORKER) return WORKER_URL
      if (id === MISSING) return MISSING
    },
    load(id) {
      if (id === MISSING) return MISSING_CODE
      // It asks for its own version, and would bring along all that its makers need.
      if (id === MANIFEST) return JSON.stringify({ version: installed() })
      if (id !== WORKER_URL) return
      const worker = this.emitFile({
        type: 'chunk',
        id: join(SOURCE, 'source/worker.ts'),
        name: 'map-worker',
      })
      return `export default import.meta.ROLLUP_FILE_URL_${worker}`
    },
    async transform(code, id) {
      if (!id.startsWith(SOURCE) || !id.endsWith('.ts')) return
      // MapLibre's classes are written for fields that exist only once something is in them: a field that is declared
      // again below must not wipe out what the constructor of the class above put there.
      const { code: plain } = await transformWithOxc(code, id, {
        typescript: { removeClassFieldsWithoutInitializer: true },
        assumptions: { setPublicClassFields: true },
        sourcemap: false,
      })
      return { code: leftOut.has(id) ? standIn(exportsOf(plain)) : plain, map: null, moduleType: 'js' }
    },
  }
}

/** @returns the names that a module exports, `default` among them */
function exportsOf(code: string): string[] {
  const { staticExports } = parseSync('module.js', code).module
  return staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName }) => (exportName.kind === 'Default' ? 'default' : (exportName.name ?? ''))),
  )
}
