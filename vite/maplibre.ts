/**
 * Builds MapLibre from its sources, along with the page. Its ready-made files are two, one for the page and one for
 * the worker, and each carries what both need; built here, the common part is one chunk, fetched once. While
 * developing, and in tests, the ready-made files serve.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Plugin, transformWithOxc } from 'vite'

const require = createRequire(import.meta.url)
const SOURCE = join(dirname(require.resolve('maplibre-gl/package.json')), 'src')
/** How src/map/open-map.ts asks for the address of the worker. */
const WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
const WORKER_URL = '\0map-worker-url'

export function maplibre(): Plugin {
  return {
    name: 'maplibre',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'maplibre-gl') return join(SOURCE, 'index.ts')
      if (id === WORKER) return WORKER_URL
    },
    load(id) {
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
      return { code: plain, map: null, moduleType: 'js' }
    },
  }
}
