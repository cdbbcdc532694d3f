/**
 * Finds a Firefox that runs, and a display on which it can draw with WebGL where nobody sits before a screen; installs
 * them where that is possible without asking. Tests do without them, and say so.
 */
import { findProgram, installPackages } from './find-program.mjs'

const FIREFOX = {
  names: ['firefox-esr', 'firefox'],
  elsewhere: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  says: /Mozilla Firefox/,
}
const DISPLAY = { names: ['Xvfb'], flags: ['-help'], says: /-screen/ }

export const NO_FIREFOX =
  'Not tested in Firefox: none was found, or no Xvfb for it to draw on. Debian, Ubuntu: apt-get install firefox-esr xvfb'

/** @returns paths of a Firefox and, where one is needed, of a virtual display; `null` when something is missing */
export async function findFirefox() {
  const find = async () => {
    const firefox = await findProgram(FIREFOX)
    const display = process.platform === 'linux' ? await findProgram(DISPLAY) : null
    return firefox && (display || process.platform !== 'linux') ? { firefox, display } : null
  }
  const found = await find()
  if (found) return found
  await installPackages('Firefox', ['firefox-esr', 'xvfb'])
  return find()
}
