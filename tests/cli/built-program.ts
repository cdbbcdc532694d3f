/** A program of this project as Node runs it without a translator: for whoever starts it dozens of times. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../architecture/modules.ts'

/** Below the project, so that its packages are found. */
const FOLDER = join(ROOT, '.cache/programs')

/** @param entry TypeScript file, from the root of the project @returns the file to start, in a new folder of its own */
export async function builtProgram(entry: string): Promise<string> {
  mkdirSync(FOLDER, { recursive: true })
  const outDir = mkdtempSync(join(FOLDER, 'program-'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  return join(outDir, `${basename(entry, '.ts')}.mjs`)
}
