/** Evidence as it is stored, and as readers are served it. */
import { describe, expect, it } from 'vitest'
import { evidenceFrom, type StoredSite, storedEvidence } from '../../src/chronicle/evidence-records.ts'
import { claim, history, place, squares } from './strip-of-squares.ts'

const atlas = squares([history([0, 0], [5, 1]), history([0, 1])])
const site = (lon: number, face: number, at: string | null): StoredSite => ({
  lon,
  lat: 35.5,
  face,
  place: at,
  history: [[0, 'RED', null, 0, 'B', ['C1', 'B1']]],
})
const stored = (id: string, lon: number) => {
  const { face: _, claims: __, ...record } = place(id, lon, 0)
  return record
}
const records = {
  sites: [site(39.5, 1, null), site(38.4, 0, 'town'), site(38.6, 1, 'ferry')],
  places: [stored('town', 38.4), stored('ferry', 38.6), stored('silent', 38.7)],
  claims: [
    claim('C1', 'town', { latest: '2024-12-01' }),
    claim('B1', 'town', { latest: '2024-11-26' }),
    claim('A1', 'town', { scope: 'area' }),
  ],
  sources: [],
  areas: [
    { id: 'zone', name: { en: 'Zone' } },
    { id: 'area', name: { en: 'Area' } },
  ],
}

describe('stored evidence', () => {
  const file = storedEvidence(records, atlas)

  it('stands in the order of its ids, whatever order it came in', () => {
    const turned = Object.fromEntries(
      Object.entries(records).map(([name, list]) => [name, list.toReversed()]),
    ) as typeof records
    expect(storedEvidence(turned, atlas)).toEqual(file)
    expect(file.claims.map(({ id }) => id)).toEqual(['A1', 'B1', 'C1'])
    expect(file.sites.map((one) => one.place)).toEqual(['ferry', 'town', null])
  })

  it('names a face only where it is not the one at the point', () => {
    expect(file.sites.map(({ face }) => face)).toEqual([1, undefined, undefined])
  })

  it('is served with faces, factions and claims by their numbers', () => {
    const { sites, places, claims } = evidenceFrom(JSON.parse(JSON.stringify(file)), atlas)
    expect(sites.map(({ face }) => face)).toEqual([1, 0, 1])
    expect(sites[1].history).toEqual([[0, 0, -1, 0, 'B', [2, 1]]])
    expect(places.map(({ id, face }) => `${id} ${face}`)).toEqual(['ferry 1', 'silent -1', 'town 0'])
    const said = places.map((one) => one.claims.map((index) => claims[index].id))
    expect(said).toEqual([[], [], ['B1', 'C1']])
  })

  it('of another version is refused', () => {
    expect(() => evidenceFrom({ ...file, version: 2 }, atlas)).toThrow(/expected front-evidence-records 1/)
    expect(() => evidenceFrom(null, atlas)).toThrow(/expected front-evidence-records 1/)
  })
})
