/** Builds the page of the painter's tests into the cache folder. */
import { join } from 'node:path'
import { build } from 'vite'
import { geodata } from '../../../../vite.geodata.ts'
import { ROOT } from '../../../architecture/modules.ts'

/** @returns the folder to serve */
export async function buildPage(): Promise<string> {
  const folder = join(ROOT, '.cache/painter-page')
  await build({
    root: import.meta.dirname,
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [geodata(join(ROOT, 'geodata'))],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
  })
  return folder
}
