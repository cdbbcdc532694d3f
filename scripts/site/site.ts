/** Pages and pictures of a built map: what `npm run site` writes and what the server of `npm start` draws when it is asked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isoOf } from '../../src/chronicle/day.ts'
import { decodeHeadlines } from '../../src/chronicle/headlines.ts'
import { isLanguage, LANGUAGES } from '../../src/chronicle/languages.ts'
import { drawLink, fileOfLink } from '../../src/cli/draw-link.ts'
import { type OpenAtlas, openBuild } from '../../src/cli/open-build.ts'
import { wordsIn } from '../../src/cli/words-in.ts'
import { saidBy } from '../../src/link/index.ts'
import { oembedOf } from '../../src/site/oembed.ts'
import { PREVIEW_FILE, pageHtml } from '../../src/site/page-html.ts'
import {
  languagePath,
  languagesOf,
  pageListOf,
  pagesOf,
  type SiteAtlas,
  type SitePage,
} from '../../src/site/site-atlas.ts'
import { dayPageData } from '../../src/ui/first-picture/day-html.ts'
import { type DayPageData, dayPage } from '../../src/ui/first-picture/day-page.ts'
import { PICTURE_FORMATS } from '../../src/ui/picture/formats.ts'
import type { Words } from '../../src/ui/words/words.ts'
import { pictureQuery } from '../lib/page-requests.mjs'
import { policyOf } from '../lib/policy.mjs'

const FORMAT = PICTURE_FORMATS.find(({ id }) => id === 'link')!
/** A page in one language. */
export interface LocalPage {
  page: SitePage
  words: Words
  /** below the address of the map; empty or ending in a slash */
  path: string
}

export interface Site {
  atlases: readonly SiteAtlas[]
  pages: readonly SitePage[]
  languages: readonly string[]
  /** all pages in all languages, those that a path may name */
  local: ReadonlyMap<string, LocalPage>
  html(page: LocalPage, query?: string): string
  /** @param query what the link says besides the path @returns SVG that `png` makes a picture of */
  svg(page: LocalPage, query?: string): Promise<string>
  png(svg: string): Promise<Uint8Array>
  oembed(page: LocalPage, most?: { width?: number; height?: number }, query?: string): string
}

/**
 * @param geodata data folder that the pages were built from
 * @param dist folder with the built pages
 * @param address where the map lies, ending in a slash; empty when nobody said so
 */
export function openSite(geodata: string, dist: string, address: string): Site {
  const build = openBuild(geodata)
  const atlases = build.atlases.map(siteAtlas)
  const pages = atlases.flatMap(pagesOf)
  const languages = languagesOf(atlases)
  const list = pageListOf(atlases)
  const built = readFileSync(join(dist, 'index.html'), 'utf8')
  const local = new Map<string, LocalPage>()
  for (const language of languages) {
    if (!isLanguage(language)) continue
    const words = wordsIn(language)
    for (const page of pages) {
      const path = languagePath(language, languages) + page.path
      local.set(path, { page, words, path })
    }
  }
  const dataOf = new Map<string, DayPageData>()
  /** The page arrives with the picture of its day; a story begins somewhere else on the map. */
  function pictureOf({ kind, atlas: { id }, day }: SitePage, words: Words) {
    if (kind === 'story') return undefined
    const data = dataOf.get(id) ?? dayPageData(build.atlas(id).file, atlases.length > 1)
    dataOf.set(id, data)
    const others = LANGUAGES.filter(({ code }) => code !== words.language).map(({ code }) => wordsIn(code))
    return dayPage(data, day, [words, ...others])
  }
  return {
    atlases,
    pages,
    languages,
    local,
    html({ page, words }, query = '') {
      const options = {
        words,
        languages,
        list,
        address,
        query: pictureQuery(query),
        picture: pictureOf(page, words),
      }
      return pageHtml(built, page, options, policyOf)
    },
    async svg({ page, words, path }, query = '') {
      const said = saidBy(path + pictureQuery(query))
      if (!said.has('date')) said.set('date', isoOf(page.day))
      const own = address && `${address}${path}${pictureQuery(query)}`
      const options = { format: FORMAT, lang: words.language, address: own }
      return (await drawLink(build, `?${said}`, options)).svg
    },
    async png(svg) {
      const about = { title: '', language: '' }
      return (await fileOfLink({ svg, about }, 'png', FORMAT)) as Uint8Array
    },
    oembed: ({ page, words, path }, most, query = '') =>
      JSON.stringify(
        oembedOf(
          page,
          words,
          `${address}${path}${query}`,
          `${address}${path}${PREVIEW_FILE}${pictureQuery(query)}`,
          most,
        ),
      ),
  }
}

function siteAtlas({ id, prefix, conflict, file, data }: OpenAtlas): SiteAtlas {
  const about = JSON.parse(file('about.json'))
  return {
    id,
    first: prefix === '',
    title: conflict.title,
    description: conflict.description ?? {},
    licence: about.licence ?? {},
    data: data(),
    headlines: decodeHeadlines(JSON.parse(file('headlines.json'))),
    stories: JSON.parse(file('stories.json')),
  }
}
