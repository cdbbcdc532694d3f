/** The compiler lists every accepted claim that its own map contradicts. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { openFolder } from '../../../src/cli/open-folder.ts'
import { compile } from '../../../src/compile/compile.ts'
import { contradictionProblems, contradictions } from '../../../src/compile/guards/contradictions.ts'
import { areaClaim, claim, smallCountry } from '../small-country.ts'

/** The map of the small country, held against these claims as well. */
function map(...more: ReturnType<typeof claim>[]) {
  const country = smallCountry()
  country.claims.push(...more)
  const { atlas, evidence } = compile(country, [])!
  return { atlas: decodeAtlas(atlas), evidence }
}
/** The same map, after somebody else has had a hand in its colours: all ground is red's. */
function allRed(...more: ReturnType<typeof claim>[]) {
  const { atlas, evidence } = map(...more)
  const red = atlas.factions.indexOf('RED')
  for (const face of atlas.faces) face.history = [{ start: atlas.start, holder: red, other: -1, state: 0 }]
  return { atlas, evidence }
}
const ids = ({ atlas, evidence }: ReturnType<typeof map>) =>
  contradictions(atlas, evidence).map(({ claim }) => claim)

describe('claims that the map contradicts', () => {
  it('are none on the map that is made from them', () => {
    expect(ids(map(claim('C1', 'eastham', '2025-01-12', 'captured', 'BLUE', 'RED')))).toEqual([])
  })

  it('are those whose side is not shown at the place on their day', () => {
    expect(ids(allRed())).toEqual(['B3', 'B4'])
    expect(ids(allRed(claim('C1', 'westham', '2025-01-12', 'captured', 'RED', 'BLUE')))).toContain('C1')
    const { atlas, evidence } = allRed()
    expect(contradictions(atlas, evidence)[0]).toEqual({
      claim: 'B3',
      place: 'eastham',
      day: '2025-01-01',
      shown: ['RED'],
    })
  })

  it('are not those that are rejected, or say nothing of who holds the ground', () => {
    const said = (event: string, over = {}) =>
      claim('C1', 'westham', '2025-01-12', event, 'RED', 'BLUE', over)
    for (const event of ['attack', 'entered', 'post', 'political'])
      expect(ids(allRed(said(event)))).not.toContain('C1')
    expect(ids(allRed(said('captured', { verdict: 'rejected' })))).not.toContain('C1')
    expect(ids(allRed(said('contested')))).toContain('C1')
  })

  it('are raids of whoever is shown to hold the place', () => {
    expect(ids(allRed(claim('C1', 'eastham', '2025-01-12', 'incursion', 'BLUE', 'RED')))).toContain('C1')
    expect(ids(allRed(claim('C1', 'westham', '2025-01-12', 'incursion', 'RED', 'BLUE')))).not.toContain('C1')
  })

  it('are not asked about a day on which a later row says otherwise', () => {
    const lost = claim('C1', 'eastham', '2025-01-12', 'captured', 'BLUE', 'RED')
    const regained = claim('C2', 'eastham', '2025-01-12', 'recaptured', 'RED', 'BLUE')
    expect(ids(map(lost, regained))).toEqual([])
  })
})

describe('a row of contradictions.csv', () => {
  const problems = (text: string | null, compiled: ReturnType<typeof map>) => {
    const folder = mkdtempSync(join(tmpdir(), 'contradictions-'))
    if (text !== null) writeFileSync(join(folder, 'contradictions.csv'), text)
    return contradictionProblems(
      openFolder(folder, []),
      { languages: ['en'] },
      compiled.atlas,
      compiled.evidence,
    ).map(({ reason }) => reason)
  }

  it('is wanted for each contradiction, with a reason, and for nothing else', () => {
    expect(problems(null, map())).toEqual([])
    expect(problems(null, allRed())).toEqual(['claim-contradicted', 'claim-contradicted'])
    expect(problems('claim,reason_en\nB3,because\nB4,because\n', allRed())).toEqual([])
    expect(problems('claim,reason_en\nB3,\nB4,because\n', allRed())).toEqual(['verdict-without-reason'])
    expect(problems('claim,reason_en\nB3,because\n', map())).toEqual(['contradiction-gone'])
  })
})

describe('a raid', () => {
  it('keeps a place from those who came and left, whatever is said of the area', () => {
    const country = smallCountry()
    country.areaClaims = [areaClaim('A1', 'XX', '2025-01-10', ['BLUE'], 'RED')]
    const holderOn = (raids: ReturnType<typeof claim>[]) => {
      const { evidence } = compile({ ...country, claims: [...country.claims, ...raids] }, [])!
      const site = evidence.sites.find(({ place }) => place === 'eastham')!
      return site.history.at(-1)![1]
    }
    expect(holderOn([])).toBe('RED')
    expect(holderOn([claim('C1', 'eastham', '2025-01-15', 'incursion', 'BLUE', 'RED')])).toBe('BLUE')
    expect(holderOn([claim('C1', 'eastham', '2025-01-25', 'incursion', 'BLUE', 'RED')])).toBe('RED')
    // Who came and left before does not speak of what happened afterwards.
    expect(holderOn([claim('C1', 'eastham', '2025-01-05', 'incursion', 'BLUE', 'RED')])).toBe('RED')
  })
})
