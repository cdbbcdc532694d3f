/**
 * Cuts our fonts down to the letters that readers meet: most of Noto's Arabic file is for languages that nobody writes
 * here. For pages as WOFF2, for pictures as TrueType. What was cut is kept in `.cache/fonts`.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import subset from 'subset-font'
import { ARABIC, LATIN, LATIN_TURKIC, lettersOf } from '../map/font-ranges.ts'

const require = createRequire(import.meta.url)
const CACHE = resolve('.cache/fonts')
const ENDINGS = { woff2: 'woff2', sfnt: 'ttf' } as const

export const FONT_WEIGHTS = [400, 600] as const
/** The first that has a letter draws it. */
export const FONT_SCRIPTS = ['latin', 'turkic', 'arabic'] as const
const FROM = {
  latin: { file: '@fontsource/noto-sans/files/noto-sans-latin', ranges: LATIN },
  turkic: { file: '@fontsource/noto-sans/files/noto-sans-latin-ext', ranges: LATIN_TURKIC },
  arabic: { file: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic', ranges: ARABIC },
}

/**
 * @returns path of the cut font, made unless it is there
 * @throws Error when the package with the font is not installed
 */
export async function cutFont(
  script: (typeof FONT_SCRIPTS)[number],
  weight: (typeof FONT_WEIGHTS)[number],
  format: keyof typeof ENDINGS,
): Promise<string> {
  const { file, ranges } = FROM[script]
  const whole = readFileSync(require.resolve(`${file}-${weight}-normal.woff2`))
  const letters = lettersOf(ranges)
  const hash = createHash('sha256').update(whole).update(letters).digest('hex').slice(0, 12)
  const made = join(CACHE, `${script}-${weight}-${hash}.${ENDINGS[format]}`)
  if (!existsSync(made)) {
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(`${made}.part`, await subset(whole, letters, { targetFormat: format }))
    renameSync(`${made}.part`, made)
  }
  return made
}
