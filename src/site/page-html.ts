/**
 * A page of the site: the built first page with another head, and with words for whoever runs no scripts. All else, the
 * program and its files, is the same.
 */
import { isoOf } from '../chronicle/day.ts'
import type { Text } from '../chronicle/text.ts'
import { escaped } from '../still/plain-text.ts'
import { PAGE_LIST_ID, type PageList } from '../ui/data/page-list.ts'
import type { DayPage } from '../ui/first-picture/day-page.ts'
import { FIRST_PICTURE } from '../ui/first-picture/first-picture.ts'
import { holdersTable } from '../ui/no-script/day-table.ts'
import { PICTURE_FORMATS } from '../ui/picture/formats.ts'
import type { Words } from '../ui/words/words.ts'
import { OEMBED_FILE } from './oembed.ts'
import { type Report, reportOf } from './report.ts'
import { languagePath, type SitePage } from './site-atlas.ts'

/** The picture of a page lies beside it. */
export const PREVIEW_FILE = 'preview.png'
export const FEED_FILE = 'feed.xml'
const PREVIEW = PICTURE_FORMATS.find(({ id }) => id === 'link')!

export interface PageOptions {
  words: Words
  /** languages of the site; the first one is not named in paths */
  languages: readonly string[]
  list: PageList
  /** where the map lies, ending in a slash; empty when nobody said so */
  address: string
  /** what the link says besides the path, `?…`, where the picture is drawn for exactly that view */
  query?: string
  /** the day as the page arrives with it; without one the page keeps that of the opening day, and hides it */
  picture?: DayPage
}

/**
 * @param built the first page as the build made it
 * @param policy gives the Content-Security-Policy of a page
 * @throws Error when the built page is not as this expects it
 */
export function pageHtml(
  built: string,
  page: SitePage,
  options: PageOptions,
  policy: (html: string) => string,
): string {
  const { words, languages, list, picture } = options
  const report = reportOf(page, words)
  const path = languagePath(words.language, languages) + page.path
  const up = '../'.repeat(path.split('/').length - 1) || './'
  const head = headOf(page, report, path, options)
  const listed = `<script type="application/json" id="${PAGE_LIST_ID}">${json(list)}</script>`
  let html = built
  const set = (what: RegExp, text: string) => {
    if (!what.test(html)) throw new Error(`The built page has nothing like ${what}.`)
    // Not as a string: `$` has a meaning there.
    html = html.replace(what, () => text)
  }
  set(/<html [^>]*>/, `<html lang="${words.language}" dir="${words.direction}">`)
  set(/<base href="[^"]*"\s*\/?>/, `<base href="${up}" />`)
  set(/<title>[^<]*<\/title>/, `<title>${escaped(report.title)}</title>`)
  set(/<meta name="description"[^>]*>\s*|(?=<\/head>)/, '')
  set(/<\/head>/, `${listed}\n    ${head.join('\n    ')}\n  </head>`)
  if (picture && html.includes(`<div id="${FIRST_PICTURE}"`)) {
    set(/<style>:root\{--water:[\s\S]*?<\/style>/, `<style>${picture.style}</style>`)
    set(/<div id="first-picture"[\s\S]*?\n<\/div>(?=\s*<script>)/, picture.body)
    set(/(?<=key === 'date' \? value === ')[\d-]+(?=')/, isoOf(page.day))
  }
  set(
    /<noscript>(?:(?!<noscript>)[\s\S])*?<\/noscript>(?![\s\S]*<noscript>)/,
    `<noscript>${content(page, report, options)}</noscript>`,
  )
  set(
    /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/,
    `<meta http-equiv="Content-Security-Policy" content="${policy(html)}"`,
  )
  return html
}

function headOf(page: SitePage, report: Report, path: string, options: PageOptions): string[] {
  const { words, languages, address, query = '' } = options
  const { atlas, kind } = page
  const picture = `${address || ''}${path}${PREVIEW_FILE}${query}`
  const own = address + path
  const meta = (property: string, text: string | number) =>
    `<meta property="${property}" content="${escaped(String(text))}" />`
  const named = (name: string, text: string) => `<meta name="${name}" content="${escaped(text)}" />`
  const link = (rel: string, rest: string) => `<link rel="${rel}" ${rest} />`
  const feed = languagePath(words.language, languages) + (atlas.first ? '' : `${atlas.id}/`) + FEED_FILE
  const alt = `${report.title}. ${report.headline}`
  return [
    named('description', report.headline),
    ...(address
      ? [
          link('canonical', `href="${own}"`),
          ...languages.map((language) =>
            link(
              'alternate',
              `hreflang="${language}" href="${address}${languagePath(language, languages)}${page.path}"`,
            ),
          ),
          link('alternate', `hreflang="x-default" href="${address}${page.path}"`),
          link(
            'alternate',
            `type="application/atom+xml" href="${address}${feed}" title="${escaped(words.text(atlas.title))}"`,
          ),
          link(
            'alternate',
            `type="application/json+oembed" href="${own}${OEMBED_FILE}" title="${escaped(report.title)}"`,
          ),
          meta('og:url', own + query),
        ]
      : []),
    meta('og:type', kind === 'atlas' ? 'website' : 'article'),
    meta('og:site_name', words.text(atlas.title)),
    meta('og:title', report.title),
    meta('og:description', report.headline),
    meta('og:locale', words.language),
    ...languages.filter((code) => code !== words.language).map((code) => meta('og:locale:alternate', code)),
    meta('og:image', picture),
    meta('og:image:type', 'image/png'),
    meta('og:image:width', PREVIEW.width),
    meta('og:image:height', PREVIEW.height),
    meta('og:image:alt', alt),
    named('twitter:card', 'summary_large_image'),
    named('twitter:title', report.title),
    named('twitter:description', report.headline),
    named('twitter:image', picture),
    named('twitter:image:alt', alt),
    `<script type="application/ld+json">${json(datasetOf(page, report, own, picture, options))}</script>`,
  ]
}

/** The page as search engines for data know it, schema.org/Dataset. */
function datasetOf(
  { atlas, kind, day }: SitePage,
  { title, headline, sources }: Report,
  url: string,
  image: string,
  { words, address }: PageOptions,
) {
  const { conflict } = atlas.data
  const { start, end, bbox } = conflict
  const [west, south, east, north] = bbox
  const iso = (one: number) => new Date(one * 86_400_000).toISOString().slice(0, 10)
  const licence = words.text(atlas.licence as Text)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    // Shorter ones are refused by those who read them.
    description: headline.length < 50 ? `${headline} ${words.text(atlas.description)}` : headline,
    ...(address && { url, image }),
    inLanguage: words.language,
    temporalCoverage: kind === 'day' ? iso(day) : `${start}/${end}`,
    spatialCoverage: {
      '@type': 'Place',
      geo: { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` },
    },
    isAccessibleForFree: true,
    ...(licence && { license: { '@type': 'CreativeWork', name: licence } }),
    creator: { '@type': 'Organization', name: words.text(atlas.title), ...(address && { url: address }) },
    ...(sources.length && {
      citation: sources.map(({ text, url }) => ({
        '@type': 'CreativeWork',
        name: text,
        ...(url && { url }),
      })),
    }),
    ...(address && {
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'application/json',
        contentUrl: `${address}data/${atlas.first ? '' : `${atlas.id}/`}atlas/atlas.json`,
      },
    }),
  }
}

function content(page: SitePage, report: Report, { words, languages }: PageOptions): string {
  const { atlas, day, path } = page
  const list = (items: readonly string[]) =>
    items.length ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : ''
  const source = ({ text, url }: Report['sources'][number]) =>
    url && /^https?:/.test(url)
      ? `<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(text)}</a>`
      : escaped(text)
  const others = languages
    .filter((code) => code !== words.language)
    .map(
      (code) =>
        `<a hreflang="${code}" href="${languagePath(code, languages)}${path}">${escaped(words.languageName(code))}</a>`,
    )
  return [
    `<section class="no-script" lang="${words.language}" dir="${words.direction}">`,
    `<h1>${escaped(report.title)}</h1><p><strong>${escaped(report.headline)}</strong></p>`,
    list(report.lines.map(escaped)),
    holdersTable(atlas.data, day, words),
    report.sources.length
      ? `<h2>${escaped(words.say('page.sources'))}</h2>${list(report.sources.map(source))}`
      : '',
    `<p>${others.join(' · ')}</p>`,
    `<p>${escaped(words.say('page.no-script'))}</p></section>`,
  ].join('')
}

/** A text of the data could hold the end of a script. */
const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
