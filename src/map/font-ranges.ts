/**
 * Which letters the font files of the page hold, as `unicode-range`. vite/fonts.ts cuts the files down to them, and
 * src/ui/styles/fonts.css names the same (a test compares).
 */

/** What styles call the two weights. */
export const REGULAR = 'Noto Sans Regular'
export const BOLD = 'Noto Sans SemiBold'

/** Cut: what English texts and transliterated names are written with. */
export const LATIN = [
  'U+0020-007E',
  'U+00A0-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+2002-2027',
  'U+202F-203A',
  'U+20AC',
  'U+2122',
  'U+2190-2193',
  'U+2212',
]

/** Cut, and a file of its own: letters of Turkish and of Kurmanji that no other language of the map has, Ğ ğ İ Ş ş. */
export const LATIN_TURKIC = ['U+011E-011F', 'U+0130', 'U+015E-015F']

export const LATIN_EXT = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+02BD-02C5', 'U+1E00-1EFF']

/**
 * Cut: letters, vowel signs and digits of Arabic, and the joined forms that MapLibre puts in the place of the letters
 * before it draws. Those of Persian, Kurdish and Urdu are in no text or name of the map.
 */
export const ARABIC = [
  'U+060C',
  'U+061B',
  'U+061F',
  'U+0621-063A',
  'U+0640-0655',
  'U+0660-066C',
  'U+0670',
  'U+FE70-FEFC',
]

/** The Arabic script as a whole: for letters that are in no cut. */
export const ARABIC_WHOLE = ['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC']

/** @returns every character of the ranges */
export function lettersOf(ranges: readonly string[]): string {
  return ranges
    .map((range) => range.slice(2).split('-'))
    .map(([from, to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)])
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)))
    .join('')
}
