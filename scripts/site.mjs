#!/usr/bin/env node
/**
 * `npm run site`: a folder for any static host, in which every day of change, every story and every atlas has a page of its
 * own, with a picture that programs show beside its link. Pictures that would be the same are not drawn again.
 *
 *     npm run site -- --address https://maps.example/front/
 *     npm run site -- --address https://maps.example/front/ --out /var/www/front
 *     npm run site -- --address https://maps.example/front/ --api-days
 *
 * `--api-days` adds the ground of every single day to the files for programs (docs/api.md).
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readAddress } from './lib/address.mjs'
import { Failure, main } from './lib/failure.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { buildIfStale, compileIfStale, DATA } from './lib/make.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'
import { run } from './lib/step.mjs'

/** Runs a TypeScript file of the project with what it prints shown. @throws Failure when it does not end well */
async function make(file, args, what) {
  const { code, signal } = await run(process.execPath, ['--import', 'tsx', file, ...args], { loud: true })
  if (signal) throw new Failure('Stopped. What is drawn is kept; the next run goes on from there.')
  if (code !== 0) throw new Failure(`${what} could not be made. What is wrong is named above.`)
}

function optionsOf(args) {
  try {
    const options = {
      address: { type: 'string' },
      out: { type: 'string', default: join(ROOT, 'site') },
      'api-days': { type: 'boolean', default: false },
    }
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Failure(
      `${error.message}\nUsage: npm run site -- --address https://maps.example/front/ --out site`,
    )
  }
}

await main(async () => {
  const { address, out, 'api-days': daily } = optionsOf(process.argv.slice(2))
  const where = address === undefined ? '' : readAddress(address)
  checkNodeVersion()
  await installIfNeeded()
  await compileIfStale()
  await buildIfStale()
  await make('scripts/site/make.ts', [DATA, 'dist', resolve(out), where], 'The pages')
  if (!daily) return
  const api = ['api', '--days', '--out', resolve(out), '--geodata', DATA]
  await make('src/cli/main.ts', api, 'The files for programs')
})
