/** What has to be made before the map can be served: the compiled data and the built pages. */
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { ROOT } from './root.mjs'
import { createStamp } from './stamp.mjs'
import { assertWell, runTool, step } from './step.mjs'

/** The data folder, relative to the project; other atlases that it names are its business. */
export const DATA = relative(ROOT, resolve(process.env.GEODATA || 'geodata'))

const compiled = createStamp('compiled', {
  inputs: [DATA, 'src/geometry', 'src/chronicle', 'src/compile', 'src/cli', 'package-lock.json'],
  without: [`${DATA}/atlas`, `${DATA}/zones`],
  outputs: [`${DATA}/atlas`, `${DATA}/zones`],
})

/** What the pages are built from, besides the data. */
export const PAGES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'vite',
  'scripts/lib/policy.mjs',
  'package-lock.json',
]

const built = createStamp('built', { inputs: [DATA, ...PAGES], outputs: ['dist'] })

/** Compiles the data when it has changed since, or was never compiled here. */
export async function compileIfStale() {
  // What was imported has no claims, and came compiled.
  if (!existsSync(join(ROOT, DATA, 'claims')) || compiled.isFresh()) return
  const result = await step('Compiling the data', () =>
    runTool('node_modules/tsx/dist/cli.mjs', ['src/cli/main.ts', 'build']),
  )
  assertWell(result, 'The data does not compile. Correct what is named above, then try again.')
  compiled.write()
}

export async function buildIfStale() {
  if (built.isFresh()) return
  assertWell(await build(), 'The pages could not be built.')
}

/** Builds the pages in any case. @returns exit code and output of the build */
export async function build() {
  const result = await step('Building the pages', () =>
    runTool('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
      // A test run sets it to `test`, and React would then be built in its slow form, which is twice as large.
      env: { NODE_ENV: 'production' },
    }),
  )
  if (result.code === 0) built.write()
  return result
}
