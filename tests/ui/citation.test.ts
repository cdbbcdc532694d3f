import { describe, expect, it } from 'vitest'
import { citation } from '../../src/ui/panels/share/citation.ts'

const cited = {
  id: 'two-rivers',
  title: 'River map & atlas',
  day: '5 June 2001',
  isoDay: '2001-06-05',
  version: '478244de',
  sources: '© Somebody · 100 % open_data',
  address: 'https://maps.example/front/d/2001-06-05/?hide=A_B',
  language: 'en',
  accessed: '2026-11-21',
}

describe('a citation', () => {
  it('as text names map, day, version, sources, address and when it was looked at', () => {
    expect(citation('text', cited)).toBe(
      'River map & atlas: 5 June 2001. [478244de] © Somebody · 100 % open_data. https://maps.example/front/d/2001-06-05/?hide=A_B (2026-11-21)',
    )
    expect(citation('text', { ...cited, version: '' })).not.toContain('[')
  })

  it('as BibTeX lets no sign of the texts mean something else', () => {
    const bibtex = citation('bibtex', cited)
    expect(bibtex).toContain('@misc{two-rivers-2001-06-05,')
    expect(bibtex).toContain('title = {River map \\& atlas: 5 June 2001}')
    expect(bibtex).toContain('note = {© Somebody · 100 \\% open\\_data}')
    expect(bibtex).toContain('url = {https://maps.example/front/d/2001-06-05/?hide=A_B}')
    const count = (sign: string) => bibtex.split(sign).length
    expect(count('{')).toBe(count('}'))
    expect(citation('bibtex', { ...cited, title: 'a}b\\c{' })).toContain('a\\}b\\textbackslash{}c\\{')
  })

  it('as CSL-JSON is what programs for references read', () => {
    const [item] = JSON.parse(citation('csl', cited))
    expect(item).toMatchObject({
      type: 'map',
      title: 'River map & atlas: 5 June 2001',
      accessed: { 'date-parts': [[2026, 11, 21]] },
      URL: cited.address,
    })
  })
})
