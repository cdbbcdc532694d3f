#!/usr/bin/env node
/**
 * `npm test`: installs what is missing, then checks everything: style, types, what nobody uses, the data, the logic,
 * and the built map in a real browser. `npm run test:fast` leaves out the data, the browser, and what runs whole commands or
 * imports whole wars. The last line is always `N passed, N failed`; the exit code is not 0 when anything failed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, NO_CHROMIUM } from './lib/chromium.mjs'
import { main } from './lib/failure.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { build } from './lib/make.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { sum, tallyOf, tallyOfVitest } from './lib/results.mjs'
import { ROOT } from './lib/root.mjs'
import { runTool } from './lib/step.mjs'

/** Tests that run whole commands, or import maps of years: two thirds of the time of all that need no browser. */
const SLOW = ['tests/cli/**', 'tests/compile/import/**', 'tests/formats/**']
const REPORTS = join(ROOT, '.cache', 'tests')

function headline(text) {
  console.log(`\n── ${text}`)
}

/** A check that counts as one test; what it says is written when it is over. */
async function check(title, tool, args) {
  const { code, output } = await runTool(tool, args)
  headline(title)
  if (output.trim()) console.log(output.trim())
  return tallyOf(code === 0)
}

/** @param more arguments for Vitest: which tests, and which not */
async function vitest(title, config, { name = config, more = [], env = {} } = {}) {
  headline(title)
  const file = join(REPORTS, `${name}.json`)
  rmSync(file, { force: true })
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...more,
  ]
  const { code } = await runTool('node_modules/vitest/vitest.mjs', args, { loud: true, env })
  return tallyOfVitest(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null, code)
}

/** @param fast without those that take long */
function logic(fast) {
  const without = fast ? ['tests/data/**', ...SLOW] : ['tests/data/**']
  return vitest('Logic', 'vitest.config.ts', { more: without.flatMap((files) => ['--exclude', files]) })
}

/** The build has to succeed, and a browser has to be there, before the built map can be tested. */
async function browserTests() {
  headline('Build')
  const { code, output } = await build()
  if (output.trim()) console.log(output.trim())
  if (code !== 0) return tallyOf(false)
  const chromium = await findChromium()
  if (!chromium) {
    console.log(NO_CHROMIUM)
    return tallyOf(false)
  }
  return vitest('The map in a browser', 'vitest.browser.config.ts', { env: { CHROMIUM_PATH: chromium } })
}

const fast = process.argv.includes('--fast')

await main(async () => {
  const tallies = []
  try {
    checkNodeVersion()
    await installIfNeeded()
    mkdirSync(REPORTS, { recursive: true })
    // Side by side: the last two use one core each.
    tallies.push(
      ...(await Promise.all([
        check('Style', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']),
        check('Types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
        check('What nobody uses', 'node_modules/knip/bin/knip.js', ['--no-progress']),
      ])),
    )
    tallies.push(await logic(fast))
    if (!fast) {
      tallies.push(await check('The data', 'node_modules/tsx/dist/cli.mjs', ['src/cli/main.ts', 'check']))
      tallies.push(
        await vitest('The compiled data', 'vitest.config.ts', { name: 'data', more: ['tests/data'] }),
      )
      tallies.push(await browserTests())
    }
  } catch (error) {
    console.error(`\n${error.stack && error.constructor === Error ? error.stack : error.message}`)
    tallies.push(tallyOf(false))
  }
  const { passed, failed, skipped } = sum(tallies)
  if (skipped > 0) console.log(`\n${skipped} skipped`)
  if (failed > 0) process.exitCode = 1
  console.log(`\n${passed} passed, ${failed} failed`)
})
