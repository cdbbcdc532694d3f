/** Pages of days, stories and atlases, as programs that look at links read them. */
import { describe, expect, it } from 'vitest'
import { policyOf } from '../../scripts/lib/policy.mjs'
import { dayOf, isoOf } from '../../src/chronicle/day.ts'
import { dayChanges } from '../../src/chronicle/day-changes.ts'
import { decodeEvents, eventsFileOf } from '../../src/chronicle/events.ts'
import { feed, sitemap } from '../../src/site/feeds.ts'
import { oembedOf } from '../../src/site/oembed.ts'
import { pageHtml } from '../../src/site/page-html.ts'
import { pageListOf, pagesOf, type SiteAtlas } from '../../src/site/site-atlas.ts'
import { embedCode } from '../../src/ui/panels/share/embed-code.ts'
import { frozen, frozenAtlas, frozenEvidence, frozenTable } from '../fixtures/frozen.ts'
import { wordsOf } from '../ui/words.ts'

const atlas = frozenAtlas()
const conflict = frozen('conflict.json')
const first: SiteAtlas = {
  id: conflict.id,
  first: true,
  title: conflict.title,
  description: conflict.description ?? { en: 'Who held what.' },
  licence: frozen('about.json').licence ?? {},
  data: {
    conflict,
    factions: frozen('factions.json'),
    governorates: [],
    atlas,
    changes: dayChanges(atlas),
    positions: [],
    events: decodeEvents(eventsFileOf(frozenTable('events/events.csv'))),
    evidence: frozenEvidence(),
  },
  headlines: new Map([
    [dayOf('2024-12-08'), { text: { en: 'Damascus falls', ar: 'سقوط دمشق' }, restsOn: ['EV053'] }],
  ]),
  stories: [frozen('stories/twelve-days.json')],
}
const pages = pagesOf(first)
const ADDRESS = 'https://maps.example/front/'
const BUILT = `<!doctype html>
<html lang="en" dir="ltr"><head>
<meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="default-src 'none'" />
<base href="./" /><script>let begun = true</script>
<title>Old</title><meta name="description" content="old">
</head><body><div id="root"></div><noscript><p>old</p></noscript><script type="module" src="./assets/index.js"></script></body></html>`
const languages = ['en', 'ar']

function made(path: string, language: 'en' | 'ar' = 'en', address = ADDRESS, query = '') {
  const page = pages.find((one) => one.path === path)
  if (!page) throw new Error(`no page ${path}`)
  const options = { words: wordsOf(language), languages, list: pageListOf([first]), address, query }
  const html = pageHtml(BUILT, page, options, policyOf)
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)]
  return { html, meta: Object.fromEntries(tags.map(([, name, text]) => [name, text])) }
}

describe('the pages', () => {
  it('are one for the atlas, one for every day of change, one for every story', () => {
    const days = pages.filter(({ kind }) => kind === 'day').map(({ day }) => day)
    expect(days).toEqual([
      atlas.start,
      ...first.data.changes.map(({ day }) => day).filter((day) => day > atlas.start),
    ])
    expect(pages[0].path).toBe('')
    expect(pages.at(-1)).toMatchObject({ kind: 'story', path: 's/twelve-days/' })
    expect(isoOf(pages.at(-1)!.day)).toBe('2024-11-27')
  })

  it('say in their head which day it is, in what language, and show its picture', () => {
    const { html, meta } = made('d/2024-12-08/')
    expect(html).toContain('<html lang="en" dir="ltr">')
    expect(html).toContain('<base href="../../" />')
    expect(html.match(/<title>/g)).toHaveLength(1)
    expect(meta['og:title']).toContain('8 December 2024')
    expect(meta['og:description']).toMatch(/^Damascus falls\. .* km²/)
    expect(made('d/2024-12-05/').meta['og:description']).not.toContain('Damascus falls')
    expect(meta['og:image']).toBe(`${ADDRESS}d/2024-12-08/preview.png`)
    expect(meta['twitter:card']).toBe('summary_large_image')
    expect(html).toContain(`<link rel="canonical" href="${ADDRESS}d/2024-12-08/" />`)
    expect(html).toContain(`<link rel="alternate" hreflang="ar" href="${ADDRESS}ar/d/2024-12-08/" />`)
    // Everything else is the page of the build.
    for (const kept of ['<div id="root"></div>', 'src="./assets/index.js"', 'let begun = true'])
      expect(html).toContain(kept)
  })

  it('speak Arabic under a path of their own', () => {
    const { html, meta } = made('d/2024-12-08/', 'ar')
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('<base href="../../../" />')
    expect(meta['og:image']).toBe(`${ADDRESS}ar/d/2024-12-08/preview.png`)
    expect(meta['og:title']).toMatch(/[\u0600-\u06ff]/)
  })

  it('tell without scripts what changed, who holds what, and who says so', () => {
    const [, text] = /<noscript>([\s\S]*)<\/noscript>/.exec(made('d/2024-12-08/').html) ?? []
    expect(text).toContain('<caption>')
    expect(text.match(/<tr>/g)!.length).toBeGreaterThan(3)
    expect(text).toContain('Changed hands: To ')
    expect(text.match(/<a href="https:/g)!.length).toBeGreaterThan(3)
    expect(text).not.toContain('<p>old</p>')
  })

  it('are data for those who search data', () => {
    const { html } = made('d/2024-12-08/')
    const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    expect(JSON.parse(text)).toMatchObject({
      '@type': 'Dataset',
      temporalCoverage: '2024-12-08',
      isAccessibleForFree: true,
      spatialCoverage: { geo: { '@type': 'GeoShape' } },
    })
    expect(JSON.parse(text).description.length).toBeGreaterThanOrEqual(50)
  })

  it('allow their own scripts and no others', () => {
    const { html } = made('d/2024-12-08/')
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    expect(policy).toBe(policyOf(html))
    expect(policy).toContain('sha256-')
    expect(policy.match(/script-src[^;]*/)?.[0].match(/sha256/g)).toHaveLength(1)
  })

  it('without an address say nothing that would need one', () => {
    const { html, meta } = made('s/twelve-days/', 'en', '')
    expect(html).not.toMatch(/canonical|oembed|og:url/)
    expect(meta['og:image']).toBe('s/twelve-days/preview.png')
    expect(meta['og:title']).toContain('The twelve days')
  })

  it('show exactly the view of the link where somebody draws it', () => {
    expect(made('d/2024-12-08/', 'en', ADDRESS, '?view=36_35_7&hide=A').meta['og:image']).toBe(
      `${ADDRESS}d/2024-12-08/preview.png?view=36_35_7&amp;hide=A`,
    )
  })

  it('let no text of the data become markup', () => {
    const evil = { ...first, title: { en: '</title><script>alert(1)</script>' } }
    const options = { words: wordsOf('en'), languages, list: pageListOf([evil]), address: ADDRESS }
    const html = pageHtml(BUILT, pagesOf(evil)[1], options, policyOf)
    expect(html).not.toContain('<script>alert')
  })

  it('refuse a build that they do not know', () => {
    const options = { words: wordsOf('en'), languages, list: pageListOf([first]), address: '' }
    expect(() => pageHtml('<html lang="en"></html>', pages[0], options, policyOf)).toThrow('nothing like')
  })
})

describe('the lists', () => {
  it('name every page in every language once', () => {
    const locations = [...sitemap(pages, languages, ADDRESS).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, loc]) => loc,
    )
    expect(locations).toHaveLength(2 * pages.length)
    expect(new Set(locations).size).toBe(locations.length)
    expect(locations).toContain(`${ADDRESS}ar/d/2024-12-08/`)
  })

  it('tell the latest days first', () => {
    const xml = feed(first, pages, wordsOf('ar'), languages, ADDRESS)
    const updated = [...xml.matchAll(/<entry>.*?<updated>([^<]+)</g)].map(([, at]) => at)
    expect(updated).toEqual([...updated].sort().reverse())
    expect(updated.length).toBeLessThanOrEqual(60)
    expect(xml).toContain(`<link rel="self" href="${ADDRESS}ar/feed.xml"/>`)
    expect(xml).not.toMatch(/<content[^>]*><[^/]/)
  })
})

describe('oEmbed', () => {
  const page = pages.find(({ path }) => path === 'd/2024-12-08/')!
  const own = `${ADDRESS}d/2024-12-08/?view=36_35_7`

  it('is a frame of the page, no larger than asked for and no smaller than can be used', () => {
    const all = oembedOf(page, wordsOf('en'), own, `${own}preview.png`, { width: 500 })
    expect(all).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 500,
      height: 500,
      thumbnail_width: 1200,
    })
    expect(all.html).toContain('d/2024-12-08/?view=36_35_7&amp;embed=on"')
    expect(oembedOf(page, wordsOf('en'), own, '', { width: 10, height: 10 })).toMatchObject({
      width: 320,
      height: 240,
    })
  })

  it('lets no title end its attribute', () => {
    expect(embedCode(own, '"><script>')).toContain('title="&quot;&gt;&lt;script&gt;"')
  })
})
