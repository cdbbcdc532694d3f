/** What programs that put pages into other pages ask for: oEmbed 1.0, https://oembed.com. */
import { EMBED_SIZE, embedCode } from '../ui/panels/share/embed-code.ts'
import { PICTURE_FORMATS } from '../ui/picture/formats.ts'
import type { Words } from '../ui/words/words.ts'
import { reportOf } from './report.ts'
import type { SitePage } from './site-atlas.ts'

export const OEMBED_FILE = 'oembed.json'
/** The smallest frame in which the map still can be used, CSS pixels. */
const LEAST = { width: 320, height: 240 }

/**
 * @param own address of the page
 * @param picture address of its picture
 * @param most largest frame that the asking page has room for, CSS pixels
 */
export function oembedOf(
  page: SitePage,
  words: Words,
  own: string,
  picture: string,
  most: { width?: number; height?: number } = {},
): Record<string, unknown> {
  const { title } = reportOf(page, words)
  const size = (side: 'width' | 'height') =>
    Math.max(LEAST[side], Math.min(EMBED_SIZE[side], most[side] ?? EMBED_SIZE[side]))
  const { width, height } = { width: size('width'), height: size('height') }
  const { width: thumbnail_width, height: thumbnail_height } = PICTURE_FORMATS.find(
    ({ id }) => id === 'link',
  )!
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: words.text(page.atlas.title),
    provider_url: new URL('.', own).origin,
    width,
    height,
    html: embedCode(own, title, { width, height }),
    thumbnail_url: picture,
    thumbnail_width,
    thumbnail_height,
  }
}
