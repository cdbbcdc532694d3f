/** Finds a Chromium that runs; installs one where that is possible without asking. */
import { findProgram, installPackages } from './find-program.mjs'

/** Chromium without windows: the same engine, and a page costs it half the processor time. */
const SHELL = 'chromium-headless-shell'
const CHROMIUM = {
  names: [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  elsewhere: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  flags: ['--version', '--no-sandbox'],
  says: /Chrom(e|ium)/,
}

export const NO_CHROMIUM =
  'The browser tests need Chromium and none was found. Install it (Debian, Ubuntu: apt-get install chromium),\n' +
  'or name one that is there: CHROMIUM_PATH=/path/to/chromium npm test'

/**
 * @returns the path of a Chromium, or `null` when there is none and none can be installed. Continuous integration gets
 * the shell even where another one is there: its machine is its own, and the tests take half the time.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return findProgram({ ...CHROMIUM, names: [], elsewhere: [named] })
  const found = await findProgram(CHROMIUM)
  if (process.env.CI ? found?.endsWith(SHELL) : found) return found
  await installPackages('Chromium', [SHELL], ['chromium'])
  return findProgram(CHROMIUM)
}

/** @returns the path of a Chromium that is a whole browser, or `null`: the shell keeps no pages to come back to */
export const findWholeChromium = () =>
  findProgram({ ...CHROMIUM, names: CHROMIUM.names.filter((name) => name !== SHELL) })
