import type { FeatureCollection } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Governorate } from '../../../src/chronicle/conflict.ts'
import { decodeEvents, eventsFileOf } from '../../../src/chronicle/events.ts'
import { readPositions } from '../../../src/chronicle/positions.ts'
import { textOf } from '../../../src/chronicle/text.ts'
import { rowOf } from '../../../src/ui/search/results.ts'
import { createSearch, type Found, type SearchIndex, type Town } from '../../../src/ui/search/search-index.ts'
import { frozen, frozenEvidence, frozenTable } from '../../fixtures/frozen.ts'
import { wordsOf } from '../words.ts'

const nameOf = (found: Found): string => {
  if (found.kind === 'place') return `place ${found.place.id}`
  if (found.kind === 'town') return `town ${found.town[0]}`
  if (found.kind === 'event') return `event ${found.event.id}`
  if (found.kind === 'site') return `site ${found.position.site}`
  return `governorate ${found.governorate.id}`
}

let search: SearchIndex
const first = (typed: string) => search.find(typed).slice(0, 1).map(nameOf)[0]
const found = (typed: string, most?: number) => search.find(typed, most).map(nameOf)

beforeAll(async () => {
  const evidence = frozenEvidence()
  const base: FeatureCollection = frozen('base/places.geojson')
  const towns = base.features
    .filter(({ properties }) => properties?.cc === 'SY')
    .map(({ properties: p, geometry }): Town => {
      const [lon, lat] = (geometry as { coordinates: number[] }).coordinates as [number, number]
      return [textOf(p ?? {}, 'name'), lon, lat, Number(p?.rank)]
    })
  const governorates = (frozen('base/admin1.geojson') as FeatureCollection).features.map(
    ({ properties: p }): Governorate => ({
      id: p?.iso,
      name: textOf(p ?? {}, 'name'),
      bbox: [0, 0, 0, 0],
    }),
  )
  search = createSearch({
    places: evidence.places,
    events: decodeEvents(eventsFileOf(frozenTable('events/events.csv'))),
    positions: readPositions(frozen('positions/positions.geojson')),
    governorates,
  })
  await search.addTowns(towns)
})

describe('a place is found by', () => {
  it.each([
    ['its name', 'Saraqib', 'place saraqib'],
    ['its Arabic name', 'سراقب', 'place saraqib'],
    ['its Arabic name with vowel marks', 'سَراقِب', 'place saraqib'],
    ['another vowel', 'Saraqeb', 'place saraqib'],
    ['a typing error', 'Sraqib', 'place saraqib'],
    ['a missing vowel', 'Sarqib', 'place saraqib'],
    ['a wrong consonant', 'Saragib', 'place saraqib'],
    ['an unfinished word', 'Saraq', 'place saraqib'],
    ['Hama', 'Hamah', 'place hama'],
    ['Hama in Arabic without its dots', 'حماه', 'place hama'],
    ['Idlib', 'Edlib', 'place idlib'],
    ['Idlib in Arabic', 'ادلب', 'place idlib'],
    ['Daraa', "Dera'a", 'place daraa'],
    ['Daraa', 'Deraa', 'place daraa'],
    ['Suwayda', 'Sweida', 'place suwayda'],
    ['Suwayda in Arabic without article', 'سويداء', 'place suwayda'],
    ['Tel Rifaat', 'Tall Rifaat', 'place tel-rifaat'],
    ['Tel Rifaat', 'telrifaat', 'place tel-rifaat'],
    ['Tel Rifaat in Arabic', 'تل رفعت', 'place tel-rifaat'],
    ['Manbij', 'Menbij', 'place manbij'],
    ['Aleppo in Arabic', 'حلب', 'place aleppo'],
    ['Damascus in Arabic', 'دمشق', 'place damascus'],
    ['Kobani', 'عين العرب', 'place kobani'],
  ])('%s: %s', (_, typed, id) => {
    expect(first(typed)).toBe(id)
  })

  it('Deir ez-Zor, however it is written', () => {
    const id = first('Deir ez-Zor')
    expect(id).toMatch(/^place deir-?ez-?zor|^place dayr/)
    for (const typed of ['Dayr az-Zawr', 'Deir Ezzor', 'Deirezzor', 'Der Zor', 'دير الزور']) {
      expect(found(typed, 3), typed).toContain(id)
    }
  })
})

describe('besides places with claims', () => {
  it('events, governorates, positions and other towns are found', () => {
    expect(found('coast attacks')).toContain('event EV110')
    expect(found('Tishrin protest', 5)).toContain('event EV082')
    expect(found('ردع العدوان بدء هجوم').length + found('بدء هجوم المعارضة', 5).length).toBeGreaterThan(0)
    expect(found('Hasakah', 4)).toContain('governorate SY-HA')
    expect(found('Hmeimim', 4).some((name) => name.startsWith('site rus-hmeimim'))).toBe(true)
    expect(found('Yabrud', 12).length).toBeGreaterThan(0)
  })

  it('places with claims come before towns of the same name', () => {
    const kinds = search.find('Tall Abyad', 12).map(({ kind }) => kind)
    const [place, town] = [kinds.indexOf('place'), kinds.indexOf('town')]
    expect(place).toBe(0)
    expect(town === -1 || town > place).toBe(true)
  })

  it('a town that is one of the places is not listed twice', () => {
    const names = found('Saraqib', 12)
    expect(names.filter((name) => name === 'town Saraqib')).toEqual([])
  })

  it('nothing is found for nothing, signs or nonsense', () => {
    for (const typed of ['', '   ', '---', '؟؟', 'qqxxzzvv']) expect(found(typed), typed).toEqual([])
  })
})

it('places that share coordinates are rows of their own', async () => {
  const search = createSearch({ places: [], events: [], positions: [], governorates: [] })
  const town = (name: string): Town => [{ en: name }, 38.1, 36.4, 4]
  await search.addTowns([town('Tishrin Farm'), town('Tishrin Mill'), town('Tishrin Hill')])
  const rows = search
    .find('tishrin')
    .map((one) => rowOf(one, { words: wordsOf('en'), factions: [], governorates: [] }, () => ''))
  expect(rows.map(({ name }) => name).sort()).toEqual(['Tishrin Farm', 'Tishrin Hill', 'Tishrin Mill'])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(3)
})

it('words that nothing has all of find what has some of them', () => {
  expect(JSON.stringify(search.find('Assad flees')[0])).toMatch(/Assad/)
  expect(search.find('qqxxzzvv wwyyzz')).toEqual([])
})
