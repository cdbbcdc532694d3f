#!/usr/bin/env node
/**
 * `npm run site`: a folder for any static host, in which every day of change, every story and every atlas has a page of its
 * own, with a picture that programs show beside its link. Pictures that would be the same are not drawn again.
 *
 *     npm run site -- --address https://maps.example/front/
 *     npm run site -- --address https://maps.example/front/ --out /var/www/front
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

function optionsOf(args) {
  try {
    const options = { address: { type: 'string' }, out: { type: 'string', default: join(ROOT, 'site') } }
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Failure(
      `${error.message}\nUsage: npm run site -- --address https://maps.example/front/ --out site`,
    )
  }
}

await main(async () => {
  const { address, out } = optionsOf(process.argv.slice(2))
  const where = address === undefined ? '' : readAddress(address)
  checkNodeVersion()
  await installIfNeeded()
  await compileIfStale()
  await buildIfStale()
  const args = ['--import', 'tsx', 'scripts/site/make.ts', DATA, 'dist', resolve(out), where]
  const { code } = await run(process.execPath, args, { loud: true })
  if (code !== 0) throw new Failure('The pages could not be made. What is wrong is named above.')
})
