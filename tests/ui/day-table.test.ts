import { describe, expect, it } from 'vitest'
import { areasOn } from '../../src/chronicle/areas.ts'
import { dayTable } from '../../src/ui/no-script/day-table.ts'
import { frozen, frozenAtlas } from '../fixtures/frozen.ts'
import { wordsOf } from './words.ts'

const atlas = frozenAtlas()
const data = { atlas, conflict: frozen('conflict.json'), factions: frozen('factions.json') }

describe('a page without programs', () => {
  const html = dayTable(data, atlas.start, [
    { words: wordsOf('en'), notice: 'Needs <JavaScript>' },
    { words: wordsOf('ar'), notice: '' },
  ])

  it('says who holds what, one row for each holder, in every language', () => {
    const holders = areasOn(atlas, atlas.start).filter(({ high }) => high > 0).length
    const sections = html.split('<section').slice(1)
    expect(sections.map((section) => section.match(/<tr>/g)?.length)).toEqual([holders, holders])
    expect(sections[0]).toContain('dir="ltr"')
    expect(sections[0]).toContain('Syrian Democratic Forces</th>')
    expect(sections[0]).toContain('Needs &lt;JavaScript&gt;')
    expect(sections[1]).toContain('dir="rtl"')
    expect(sections[1]).toContain('قوات سوريا الديمقراطية</th>')
  })

  it('leads to each language, in its own name and direction, before the first one begins', () => {
    const links = [
      ...html.split('<section')[0].matchAll(/<a href="#([^"]+)" lang="(..)" dir="(...)">([^<]+)</g),
    ]
    expect(links.map(([, , ...rest]) => rest)).toEqual([
      ['en', 'ltr', 'English'],
      ['ar', 'rtl', 'العربية'],
    ])
    for (const [, id, lang] of links)
      expect(html).toContain(`<section class="no-script" id="${id}" lang="${lang}"`)
  })

  it('lets no text of the data become markup', () => {
    const title = { en: '<script>alert(1)</script>', ar: '<b>' }
    const other = dayTable({ ...data, conflict: { ...data.conflict, title } }, atlas.start, [
      { words: wordsOf('en'), notice: '' },
    ])
    expect(other).not.toContain('<script>')
  })
})
