/** The fonts of map labels: self-hosted, fetched only when a letter of theirs is drawn. */

import arabicRegular from '@fonts/arabic-400.woff2?url'
import arabicBold from '@fonts/arabic-600.woff2?url'
import latinRegular from '@fonts/latin-400.woff2?url'
import latinBold from '@fonts/latin-600.woff2?url'
import turkicRegular from '@fonts/turkic-400.woff2?url'
import turkicBold from '@fonts/turkic-600.woff2?url'
import latinExtRegular from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url'
import latinExtBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url'
import arabicWholeRegular from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url'
import arabicWholeBold from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url'
import { ARABIC, ARABIC_WHOLE, BOLD, LATIN, LATIN_EXT, LATIN_TURKIC, REGULAR } from './font-ranges.ts'

/** The style's `font-faces`. The first file that has a letter draws it. */
export const fontFaces = {
  [REGULAR]: [
    { url: latinRegular, 'unicode-range': LATIN },
    { url: turkicRegular, 'unicode-range': LATIN_TURKIC },
    { url: arabicRegular, 'unicode-range': ARABIC },
    { url: latinExtRegular, 'unicode-range': LATIN_EXT },
    { url: arabicWholeRegular, 'unicode-range': ARABIC_WHOLE },
  ],
  [BOLD]: [
    { url: latinBold, 'unicode-range': LATIN },
    { url: turkicBold, 'unicode-range': LATIN_TURKIC },
    { url: arabicBold, 'unicode-range': ARABIC },
    { url: latinExtBold, 'unicode-range': LATIN_EXT },
    { url: arabicWholeBold, 'unicode-range': ARABIC_WHOLE },
  ],
}
