import { describe, expect, it } from 'vitest'
import { belongsTo, type Faction, nameOn } from '../../src/chronicle/conflict.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { areaText } from '../../src/ui/legend/area-text.ts'
import { factionLooks, shownFactions } from '../../src/ui/map/looks.ts'
import { nearestPlace } from '../../src/ui/map/nearest-place.ts'
import { scaleBar } from '../../src/ui/shell/credit.ts'
import { place } from '../chronicle/strip-of-squares.ts'
import { frozen } from '../fixtures/frozen.ts'
import { wordsOf } from './words.ts'

const factions: Faction[] = frozen('factions.json')
const of = (id: string) => factions.find((faction) => faction.id === id)!

describe('the name of a faction', () => {
  it('is the one valid on the day', () => {
    const [first, second] = of('HTS').names
    const turn = dayOf(second.from!)
    expect(nameOn(of('HTS'), turn - 1, 'en')).toBe(first.name.en)
    expect(nameOn(of('HTS'), turn, 'en')).toBe(second.name.en)
    expect(nameOn(of('HTS'), turn, 'ar', 'short')).toBe(second.short.ar)
  })

  it('comes with the faction that it is formally part of, from that day on', () => {
    const from = dayOf(of('SNA').lineage[0].from)
    expect(belongsTo(of('SNA'), from - 1)).toBeNull()
    expect(belongsTo(of('SNA'), from)).toBe('HTS')
  })
})

describe('looks', () => {
  it('follow the order of the atlas and know parts of one army', () => {
    const looks = factionLooks(['UN', 'IDF67', 'IDF'], factions, '2024-11-26')
    expect(looks.map(({ id, partOf }) => [id, partOf])).toEqual([
      ['UN', -1],
      ['IDF67', 2],
      ['IDF', -1],
    ])
    // A merger inside the range makes no part of the other: until then the two faced each other.
    expect(factionLooks(['SNA', 'HTS'], factions, '2024-11-26')[0].partOf).toBe(-1)
  })

  it('leave out what is hidden', () => {
    expect(shownFactions(factions, ['HTS']).has('HTS')).toBe(false)
    expect(shownFactions(factions, ['HTS']).size).toBe(factions.length - 1)
  })
})

describe('areas', () => {
  const words = wordsOf('en')
  it('are a band where it is worth one', () => {
    expect(areaText({ low: 100, best: 150, high: 200 }, words)).toBe('100–200 km²')
    expect(areaText({ low: 118_900, best: 119_000, high: 119_100 }, words)).toBe('119,000 km²')
    expect(areaText({ low: 0, best: 0, high: 0 }, words)).toBe('no ground')
  })
})

describe('the nearest place', () => {
  const evidence = {
    places: [
      place('silent', 38.5, 0),
      place('near', 38.52, 0, { claims: [1] }),
      place('far', 39.5, 1, { claims: [2] }),
    ],
  } as unknown as Parameters<typeof nearestPlace>[0]

  it('is one that claims speak of, and none when all are far', () => {
    expect(nearestPlace(evidence, 38.5, 35.5)?.id).toBe('near')
    expect(nearestPlace(evidence, 39, 36.2)).toBeNull()
  })
})

describe('the scale bar', () => {
  it('has a round length that fits', () => {
    for (const metres of [0.7, 13, 118, 990, 4021]) {
      const bar = scaleBar(metres)
      expect(bar.pixels).toBeLessThanOrEqual(110)
      expect(bar.pixels).toBeGreaterThan(40)
      expect(bar.pixels * metres).toBeCloseTo(bar.metres)
      expect(String(bar.metres)).toMatch(/^[125]0*$/)
    }
  })
})
