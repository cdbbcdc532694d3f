/** Builds the viewer over the frozen atlas, unless it stands as it should. */
import { basename, join } from 'node:path'
import { PAGES } from '../../scripts/lib/make.mjs'
import { createStamp } from '../../scripts/lib/stamp.mjs'
import { runTool } from '../../scripts/lib/step.mjs'
import { ROOT } from '../architecture/modules.ts'
import { FROZEN_INPUTS, withFrozenFolder } from '../fixtures/frozen.ts'

const FOLDER = '.cache/frozen-map'

/**
 * @param way in which MapLibre comes into the build
 * @returns the folder to serve, absolute
 */
export async function buildFrozenMap(way: 'source' | 'packaged' = 'source'): Promise<string> {
  const name = way === 'source' ? FOLDER : `${FOLDER}-${way}`
  const folder = join(ROOT, name)
  const stamp = createStamp(basename(name), { inputs: [...FROZEN_INPUTS, ...PAGES], outputs: [name] })
  if (stamp.isFresh()) return folder
  const { code, output } = await withFrozenFolder((data) =>
    runTool(
      'node_modules/vite/bin/vite.js',
      ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
      // A test run sets NODE_ENV to `test`, and React would then be built in its slow form.
      { env: { GEODATA: data, NODE_ENV: 'production', MAPLIBRE: way } },
    ),
  )
  if (code !== 0) throw new Error(`The viewer of the frozen atlas could not be built.\n${output}`)
  stamp.write()
  return folder
}
