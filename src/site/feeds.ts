/** What is listed for programs: all pages for search engines, and the days of change for readers of feeds. */
import { isoOf } from '../chronicle/day.ts'
import { escaped } from '../still/plain-text.ts'
import type { Words } from '../ui/words/words.ts'
import { FEED_FILE, PREVIEW_FILE } from './page-html.ts'
import { reportOf } from './report.ts'
import { languagePath, type SiteAtlas, type SitePage } from './site-atlas.ts'

/** Days that a feed holds, the latest first. */
const MOST_DAYS = 60

/** @param address where the map lies, ending in a slash @returns sitemap.xml, https://www.sitemaps.org */
export function sitemap(pages: readonly SitePage[], languages: readonly string[], address: string): string {
  const urlOf = (language: string, path: string) => `${address}${languagePath(language, languages)}${path}`
  const entries = pages.flatMap(({ path }) => {
    const alternates = languages.map(
      (code) => `<xhtml:link rel="alternate" hreflang="${code}" href="${escaped(urlOf(code, path))}"/>`,
    )
    return languages.map(
      (code) => `<url><loc>${escaped(urlOf(code, path))}</loc>${alternates.join('')}</url>`,
    )
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>\n',
  ].join('\n')
}

/** @returns the days of change of an atlas as an Atom feed (RFC 4287) in one language */
export function feed(
  atlas: SiteAtlas,
  pages: readonly SitePage[],
  words: Words,
  languages: readonly string[],
  address: string,
): string {
  const base = address + languagePath(words.language, languages)
  const home = base + (atlas.first ? '' : `${atlas.id}/`)
  const days = pages
    .filter((page) => page.atlas === atlas && page.kind === 'day')
    .slice(-MOST_DAYS)
    .reverse()
  const at = (day: number) => `${isoOf(day)}T00:00:00Z`
  const entries = days.map((page) => {
    const { title, headline, lines } = reportOf(page, words)
    const own = escaped(base + page.path)
    const html = `<p>${escaped(headline)}</p><p><img src="${own}${PREVIEW_FILE}" alt=""></p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
    return [
      `<entry><id>${own}</id><title>${escaped(title)}</title><link href="${own}"/><updated>${at(page.day)}</updated>`,
      `<summary>${escaped(headline)}</summary><content type="html">${escaped(html)}</content></entry>`,
    ].join('')
  })
  const name = escaped(words.text(atlas.title))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language}">`,
    `<id>${escaped(home)}</id><title>${name}</title><author><name>${name}</name></author>`,
    `<link href="${escaped(home)}"/><link rel="self" href="${escaped(home)}${FEED_FILE}"/>`,
    `<updated>${at(days[0]?.day ?? atlas.data.atlas.start)}</updated>`,
    ...entries,
    '</feed>\n',
  ].join('\n')
}
