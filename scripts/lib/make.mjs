/** What has to be made before the map can be served: the compiled data and the built pages. */
import { createStamp } from './stamp.mjs'
import { assertWell, runTool, step } from './step.mjs'

const compiled = createStamp('compiled', {
  inputs: ['geodata', 'src/chronicle', 'src/compile', 'src/cli', 'package-lock.json'],
  without: ['geodata/atlas', 'geodata/zones'],
  outputs: ['geodata/atlas', 'geodata/zones'],
})

const built = createStamp('built', {
  inputs: ['geodata', 'src', 'public', 'index.html', 'vite.config.ts', 'vite', 'package-lock.json'],
  outputs: ['dist'],
})

/** Compiles the data when it has changed since, or was never compiled here. */
export async function compileIfStale() {
  if (compiled.isFresh()) return
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
