#!/usr/bin/env node
/**
 * `npm run pack:library -- --out <folder>`: makes the library, which reads and paints atlases on other people's maps, as
 * npm would publish it: an ES module, its types, its README, the licences of what is in it, and the examples.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { main } from './lib/failure.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { ROOT } from './lib/root.mjs'
import { assertWell, run, runTool, step } from './lib/step.mjs'

const STAGE = join(ROOT, '.cache', 'library')
const SOURCE = join(ROOT, 'src', 'library')

await main(async () => {
  const { out } = parseArgs({ options: { out: { type: 'string', default: '.' } } }).values
  await installIfNeeded()
  rmSync(STAGE, { recursive: true, force: true })
  const built = await step('Building the library', () =>
    runTool('node_modules/vite/bin/vite.js', [
      'build',
      ...['--config', 'vite/library.ts', '--outDir', STAGE, '--logLevel', 'warn'],
    ]),
  )
  assertWell(built, 'The library could not be built.')
  const described = await step('Describing its types', () =>
    runTool('node_modules/typescript/bin/tsc', [
      '--project',
      'src/library/tsconfig.json',
      '--outDir',
      join(STAGE, 'types'),
    ]),
  )
  assertWell(described, 'The types of the library could not be written.')
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
  const { dependencies } = read(join(ROOT, 'package.json'))
  const manifest = {
    ...read(join(SOURCE, 'package.json')),
    // The map is that of whoever uses it, of the version that was tried or one that keeps its promises.
    peerDependencies: { 'maplibre-gl': `^${dependencies['maplibre-gl']}` },
    dependencies: { '@types/geojson': read(join(ROOT, 'package.json')).devDependencies['@types/geojson'] },
  }
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  cpSync(join(SOURCE, 'README.md'), join(STAGE, 'README.md'))
  cpSync(join(ROOT, 'examples', 'library'), join(STAGE, 'examples'), { recursive: true })
  const folder = resolve(out)
  mkdirSync(folder, { recursive: true })
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: STAGE })
  assertWell(packed, 'npm could not pack the library.')
  console.log(join(folder, packed.output.trim().split('\n').at(-1)))
})
