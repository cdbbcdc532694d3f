/** Text as text: for a page, which has our fonts, shapes Arabic and lets readers find and copy words. */
import { haloOf, round, type Typesetter } from './typesetter.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// What XML 1.0 does not allow at all, and marks that would turn the direction of what follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** @returns text that is safe inside an element or an attribute in double quotes */
export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (letter) => ENTITIES[letter])
}

/** The fonts of all text, as CSS: our own where they are at hand. */
export const FONT_FAMILY = "'Noto Sans','Noto Sans Arabic',sans-serif"

/** Advance widths of Noto Sans Regular, U+0020 to U+007E, hundredths of the font size (from the font's own table). */
const LATIN = [
  26, 27, 41, 65, 57, 83, 73, 23, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 27,
  27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78, 61, 78, 62, 55, 56, 73,
  60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62, 62, 26, 26, 53, 26, 94, 62, 61, 62,
  62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57,
]
/** A joined Arabic letter of Noto Sans Arabic on average, and any other letter. */
const ARABIC = 50
const OTHER = 60
/** SemiBold is this much wider. */
const BOLD_FACTOR = 1.04
const ARABIC_LETTER = /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]/
/** Vowel signs and joiners stand on other letters. */
const NO_WIDTH = /[\u0300-\u036f\u064b-\u065f\u200b-\u200f]/

/** @returns whether the first letter of a line is one of those that run to the left */
export const startsRight = (text: string) => ARABIC_LETTER.test(text.match(/\p{L}/u)?.[0] ?? '')

export const plainText: Typesetter = {
  width(text, { size, bold, spacing = 0 }) {
    let hundredths = 0
    for (const letter of text) {
      if (NO_WIDTH.test(letter)) continue
      const known = LATIN[letter.charCodeAt(0) - 0x20]
      hundredths += (known ?? (ARABIC_LETTER.test(letter) ? ARABIC : OTHER)) + spacing * 100
    }
    return (hundredths / 100) * size * (bold ? BOLD_FACTOR : 1)
  },
  draw(x, y, text, look) {
    const { size, colour, bold, anchor = 'start', spacing } = look
    const rtl = startsRight(text)
    // In a line from right to left the start is at the right.
    const end = { start: rtl ? 'end' : '', middle: 'middle', end: rtl ? '' : 'end' }[anchor]
    return [
      `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${colour}"`,
      bold ? ' font-weight="600"' : '',
      rtl ? ' direction="rtl"' : '',
      end ? ` text-anchor="${end}"` : '',
      spacing ? ` letter-spacing="${round(spacing * size)}"` : '',
      haloOf(look),
      `>${escaped(text)}</text>`,
    ].join('')
  },
}
