/** Builds the page of the painter's tests, unless it stands as it should. */
import { join } from 'node:path'
import { build } from 'vite'
import { createStamp } from '../../../scripts/lib/stamp.mjs'
import { fonts } from '../../../vite/fonts.ts'
import { geodata } from '../../../vite/geodata.ts'
import { maplibre } from '../../../vite/maplibre.ts'
import { ROOT } from '../../architecture/modules.ts'
import { FROZEN_INPUTS, withFrozenFolder } from '../../fixtures/frozen.ts'

const FOLDER = '.cache/painter-page'
const HERE = 'tests/browser/painter-page'
const stamp = createStamp('painter-page', {
  inputs: [
    ...FROZEN_INPUTS,
    ...['src/chronicle', 'src/compile', 'src/geometry', 'src/map', 'src/proposal', 'src/ui/map'],
    ...['geodata/schema', HERE, 'vite', 'package-lock.json'],
  ],
  outputs: [FOLDER],
})

/** @returns the folder to serve */
export async function buildPage(): Promise<string> {
  if (!stamp.isFresh()) {
    await withFrozenFolder((data) =>
      build({
        root: join(ROOT, HERE),
        configFile: false,
        base: './',
        logLevel: 'error',
        plugins: [fonts(), maplibre(), geodata(data)],
        worker: { format: 'es' },
        build: {
          outDir: join(ROOT, FOLDER),
          emptyOutDir: true,
          target: 'es2022',
          chunkSizeWarningLimit: 1500,
        },
      }),
    )
    stamp.write()
  }
  return join(ROOT, FOLDER)
}
