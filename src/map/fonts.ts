/** The fonts of map labels: self-hosted, fetched only when a letter of theirs is drawn. */

import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url'
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url'
import latinExtRegular from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url'
import latinExtBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url'
import arabicRegular from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url'
import arabicBold from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url'

const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC']
const LATIN = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+2000-206F',
]
const LATIN_EXT = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+02BD-02C5', 'U+1E00-1EFF']

/** Names for `text-font`. */
export const REGULAR = 'Noto Sans Regular'
export const BOLD = 'Noto Sans SemiBold'

/** The style's `font-faces`. */
export const fontFaces = {
  [REGULAR]: [
    { url: latinRegular, 'unicode-range': LATIN },
    { url: arabicRegular, 'unicode-range': ARABIC },
    { url: latinExtRegular, 'unicode-range': LATIN_EXT },
  ],
  [BOLD]: [
    { url: latinBold, 'unicode-range': LATIN },
    { url: arabicBold, 'unicode-range': ARABIC },
    { url: latinExtBold, 'unicode-range': LATIN_EXT },
  ],
}
