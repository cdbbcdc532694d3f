/** Finds a Chromium that runs; installs one where that is possible without asking. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, step } from './step.mjs'

/** Chromium without windows: the same engine, and a page costs it half the processor time. */
const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const NO_CHROMIUM =
  'The browser tests need Chromium and none was found. Install it (Debian, Ubuntu: apt-get install chromium),\n' +
  'or name one that is there: CHROMIUM_PATH=/path/to/chromium npm test'

/** @returns paths to try, in order */
function candidates() {
  if (process.env.CHROMIUM_PATH) return [process.env.CHROMIUM_PATH]
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE]
}

async function find() {
  for (const path of candidates().filter(existsSync)) {
    // A file of that name may be no more than a hint to install it from elsewhere, so it has to prove itself.
    const { code, output } = await run(path, ['--version', '--no-sandbox'])
    if (code === 0 && /Chrom(e|ium)/.test(output)) return path
  }
  return null
}

async function install() {
  const root = process.getuid?.() === 0
  const prefix = root ? [] : ['sudo', '-n']
  if (!root && (await run('sudo', ['-n', 'true'])).code !== 0) return
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-y', '-qq', ...args]
    return run(command, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  }
  if ((await apt('--version')).code !== 0) return
  await step('Installing Chromium', async () => {
    await apt('update')
    // Not every distribution has the shell as a package.
    if ((await apt('install', SHELL)).code !== 0) await apt('install', 'chromium')
  })
}

/**
 * @returns the path of a Chromium, or `null` when there is none and none can be installed. Continuous integration gets
 * the shell even where another one is there: its machine is its own, and the tests take half the time.
 */
export async function findChromium() {
  const found = await find()
  const enough = process.env.CI ? found?.endsWith(SHELL) : found
  if (enough || process.env.CHROMIUM_PATH) return found
  await install()
  return find()
}
