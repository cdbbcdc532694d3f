/** Barriers give way to places: the ground at the point of a place is that of its claim. */
import { describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { indexFaces } from '../../../src/chronicle/face-index.ts'
import { periodAt } from '../../../src/chronicle/history.ts'
import { compile } from '../../../src/compile/compile.ts'
import { claim, place, RIVER, smallCountry } from '../small-country.ts'

/** Holder at a point on the first day. */
function holders(country: ReturnType<typeof smallCountry>) {
  const problems: Parameters<typeof compile>[1] = []
  const output = compile(country, problems)
  if (!output) throw new Error(JSON.stringify(problems))
  const atlas = decodeAtlas(output.atlas)
  const faces = indexFaces(atlas)
  const at = (lon: number, lat: number) =>
    atlas.factions[periodAt(atlas.faces[faces.faceAt(lon, lat)].history, atlas.start).holder]
  return { at, problems }
}

/** A country with one more place, held by red: about 910 m a hundredth of a degree of longitude. */
function withPlace(lon: number) {
  const country = smallCountry()
  country.places.set('outpost', place('outpost', lon, 35.2))
  country.claims.push(claim('P1', 'outpost', '2025-01-01', 'baseline', null, 'RED'))
  return country
}

describe('a barrier', () => {
  it('is led round a place that would lie on its wrong side', () => {
    const { at, problems } = holders(withPlace(RIVER + 0.01))
    expect(at(RIVER + 0.01, 35.2)).toBe('RED')
    expect(at(RIVER + 0.013, 35.2)).toBe('RED')
    // Only round the place: past it and beside it the river is where it was.
    expect(at(RIVER + 0.03, 35.2)).toBe('BLUE')
    expect(at(RIVER + 0.01, 35.25)).toBe('BLUE')
    expect(problems).toEqual([])
  })

  it('stays where it is for a place far from it, which then has ground of its own', () => {
    const { at, problems } = holders(withPlace(RIVER + 0.06))
    expect(at(RIVER + 0.06, 35.2)).toBe('RED')
    expect(at(RIVER + 0.005, 35.35)).toBe('BLUE')
    expect(problems).toEqual([])
  })

  it('leaves a place of the other side where it is', () => {
    const country = withPlace(RIVER + 0.01)
    country.places.set('landing', place('landing', RIVER + 0.01, 35.204))
    country.claims.push(claim('P2', 'landing', '2025-01-01', 'baseline', null, 'BLUE'))
    const { at } = holders(country)
    expect(at(RIVER + 0.01, 35.2)).toBe('RED')
    expect(at(RIVER + 0.01, 35.204)).toBe('BLUE')
  })
})
