/**
 * Cuts the fonts of the page down to the letters that its readers meet. Most of Noto's Arabic file is for languages
 * that nobody writes here; the whole file stays at hand, and browsers fetch it only when a letter is drawn that the
 * cut does not have (`unicode-range`). Addressed as `@fonts/arabic-400.woff2` and so on.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import subset from 'subset-font'
import type { Plugin } from 'vite'
import { ARABIC, LATIN, lettersOf } from '../src/map/font-ranges.ts'

const require = createRequire(import.meta.url)
const CACHE = resolve('.cache/fonts')
const WEIGHTS = [400, 600]
const CUTS = [
  { name: 'latin', from: '@fontsource/noto-sans/files/noto-sans-latin', ranges: LATIN },
  { name: 'arabic', from: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic', ranges: ARABIC },
]

export function fonts(): Plugin {
  return {
    name: 'fonts',
    async config() {
      const alias: { find: RegExp; replacement: string }[] = []
      for (const { name, from, ranges } of CUTS)
        for (const weight of WEIGHTS) {
          const whole = require.resolve(`${from}-${weight}-normal.woff2`)
          const replacement = await cut(whole, lettersOf(ranges), `${name}-${weight}`)
          // Not to its end: in modules a query follows.
          alias.push({ find: new RegExp(`^@fonts/${name}-${weight}\\.woff2`), replacement })
        }
      return { resolve: { alias } }
    },
  }
}

/** @returns path of the cut font, made unless it is there */
async function cut(path: string, letters: string, name: string): Promise<string> {
  const whole = readFileSync(path)
  const hash = createHash('sha256').update(whole).update(letters).digest('hex').slice(0, 12)
  const made = join(CACHE, `${name}-${hash}.woff2`)
  if (!existsSync(made)) {
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(made, await subset(whole, letters, { targetFormat: 'woff2' }))
  }
  return made
}
