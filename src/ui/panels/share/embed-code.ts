/** Markup that puts the map into another page. */
import { escaped } from '../../../still/plain-text.ts'

/** CSS pixels of a frame that nobody chose a size for. */
export const EMBED_SIZE = { width: 800, height: 500 }

/** @param address of a view @returns markup of a frame that shows it without anything round the map */
export function embedCode(address: string, title: string, { width, height } = EMBED_SIZE): string {
  const url = new URL(address)
  url.searchParams.set('embed', 'on')
  return `<iframe src="${escaped(url.href)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" allowfullscreen></iframe>`
}
