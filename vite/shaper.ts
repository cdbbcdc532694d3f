/**
 * HarfBuzz, which shapes the text of pictures, starts itself with an `await` at the top of its module. In one build with
 * the page that would keep all chunks apart that could be one (the bundler then leaves them as they are: 10 kB more
 * before the first picture of the map), and a start that failed could not be tried again. Here its start is a function.
 */
import type { Plugin } from 'vite'

const MODULE = /\/harfbuzzjs\/dist\/index\.mjs$/
const START = 'init(await createHarfBuzz());'
const SHAPER = '\0virtual:shaper'

export function shaper(): Plugin {
  return {
    name: 'shaper',
    resolveId: { filter: { id: /^virtual:shaper$/ }, handler: () => SHAPER },
    load: {
      filter: { id: /^\0virtual:shaper$/ },
      handler: () => `export { start } from 'harfbuzzjs'`,
    },
    transform: {
      filter: { id: MODULE },
      handler(code) {
        if (!code.includes(START)) throw new Error('HarfBuzz no longer starts as vite/shaper.ts knows it.')
        return code.replace(START, 'export const start = async () => init(await createHarfBuzz());')
      },
    },
  }
}
