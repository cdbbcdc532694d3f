/** The letters that the font files of the page hold, as style sheet and map name them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARABIC, ARABIC_WHOLE, LATIN, LATIN_EXT, LATIN_TURKIC, lettersOf } from '../../src/map/font-ranges.ts'
import { filesBelow, ROOT } from '../architecture/modules.ts'

const sheet = readFileSync(join(ROOT, 'src/ui/styles/fonts.css'), 'utf8')
const faces = [...sheet.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body]) => ({
  file: /url\("([^"]*)"\)/.exec(body)![1],
  weight: Number(/font-weight: (\d+)/.exec(body)![1]),
  ranges: /unicode-range:([^;]*);/
    .exec(body)![1]
    .split(',')
    .map((range) => range.trim()),
}))

describe('fonts', () => {
  it.each([
    ['@fonts/latin-', LATIN],
    ['@fonts/turkic-', LATIN_TURKIC],
    ['@fonts/arabic-', ARABIC],
    ['noto-sans-latin-ext-', LATIN_EXT],
    ['noto-sans-arabic-arabic-', ARABIC_WHOLE],
  ])('%s is declared in both weights with the letters that it has', (name, ranges) => {
    const declared = faces.filter(({ file }) => file.includes(name))
    expect(declared.map(({ weight }) => weight)).toEqual([400, 600])
    for (const face of declared) expect(face.ranges).toEqual(ranges)
  })

  it('are cut after the whole file, so that the cut is what draws', () => {
    const order = faces.map(({ file }) => file)
    for (const weight of [400, 600])
      expect(order.findIndex((file) => file.endsWith(`@fonts/arabic-${weight}.woff2`))).toBeGreaterThan(
        order.findIndex((file) => file.includes(`arabic-arabic-${weight}-`)),
      )
  })

  it('have every letter that the page itself says, in the cut files', () => {
    const held = new Set(lettersOf([...ARABIC, ...LATIN, ...LATIN_TURKIC]))
    const texts = [...filesBelow('src/ui/messages').filter((file) => file.endsWith('.json'))]
    for (const file of texts) {
      const letters = new Set(readFileSync(join(ROOT, file), 'utf8').match(/\p{L}/gu))
      expect(
        [...letters].filter((letter) => !held.has(letter)),
        file,
      ).toEqual([])
    }
  })

  it('have the joined form of every letter that the map draws', () => {
    const held = new Set(lettersOf(ARABIC))
    for (let code = 0x0621; code <= 0x064a; code++) {
      const letter = String.fromCodePoint(code)
      const forms = Array.from({ length: 0xfefd - 0xfe80 }, (_, i) =>
        String.fromCodePoint(0xfe80 + i),
      ).filter((form) => form.normalize('NFKC') === letter)
      expect(forms.filter((form) => !held.has(form))).toEqual([])
    }
  })
})
