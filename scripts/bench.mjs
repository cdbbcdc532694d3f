#!/usr/bin/env node
/** `npm run bench`: measures the painter beside other ways to set the day; flags are passed on, see tests/bench/run.ts. */
import { Failure, main } from './lib/failure.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { runTool } from './lib/step.mjs'

await main(async () => {
  checkNodeVersion()
  await installIfNeeded()
  const args = ['tests/bench/run.ts', ...process.argv.slice(2)]
  const { code } = await runTool('node_modules/tsx/dist/cli.mjs', args, { loud: true })
  if (code !== 0) throw new Failure('The bench did not come to its end.')
})
