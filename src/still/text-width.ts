/** How wide text is, without a page to measure it on: what labels need to keep clear of each other. */

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

/** @param size of the font, pixels @param spacing between letters, sizes of the font @returns pixels */
export function textWidth(text: string, size: number, bold = false, spacing = 0): number {
  let hundredths = 0
  for (const letter of text) {
    if (NO_WIDTH.test(letter)) continue
    hundredths +=
      (LATIN[letter.charCodeAt(0) - 0x20] ?? (ARABIC_LETTER.test(letter) ? ARABIC : OTHER)) + spacing * 100
  }
  return (hundredths / 100) * size * (bold ? BOLD_FACTOR : 1)
}

/** Breaks text between words where a line would be wider than `most` pixels. */
export function wrapped(text: string, most: number, size: number, bold = false): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= most)
      lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  }
  return lines
}
