/** What makes a line known: places on either side, near each other and near the line (src/compile/fronts/fronts.ts). */
import { expect, it } from 'vitest'
import { ARC_KIND, decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { compile } from '../../../src/compile/compile.ts'
import { claim, place, smallCountry } from '../small-country.ts'

/** A column of pairs of villages that are 3 km apart, the western one red, the eastern one blue from the tenth day on. */
function kindsBetween(latitudes: readonly number[]) {
  const country = smallCountry()
  const pairs = latitudes.flatMap((lat, i) => [
    place(`red${i}`, 38.1, lat),
    place(`blue${i}`, 38.1 + 3 / 91, lat),
  ])
  country.places = new Map([...pairs, place('eastham', 38.45, 35.1)].map((p) => [p.id, p]))
  country.claims = [
    claim('E1', 'eastham', '2025-01-01', 'baseline', null, 'BLUE'),
    ...latitudes.flatMap((_, i) => [
      claim(`R${i}`, `red${i}`, '2025-01-01', 'baseline', null, 'RED'),
      claim(`S${i}`, `blue${i}`, '2025-01-01', 'baseline', null, 'RED'),
      claim(`B${i}`, `blue${i}`, '2025-01-10', 'captured', 'RED', 'BLUE'),
    ]),
  ]
  const problems: Parameters<typeof compile>[1] = []
  const output = compile(country, problems)
  if (!output) throw new Error(JSON.stringify(problems))
  const { arcs } = decodeAtlas(output.atlas)
  return arcs
    .filter(({ kind }) => kind === ARC_KIND.evidence || kind === ARC_KIND.inferred)
    .map(({ kind }) => kind)
}

it('between villages that face each other all along it is evidence', () => {
  expect(kindsBetween([35.02, 35.07, 35.12, 35.17, 35.22, 35.27, 35.32, 35.37])).toContain(ARC_KIND.evidence)
})

it('that a single pair of villages draws across the country is inferred', () => {
  expect(new Set(kindsBetween([35.2]))).toEqual(new Set([ARC_KIND.inferred]))
})

it('is inferred as a whole where for eight kilometres nobody stands near it', () => {
  expect(new Set(kindsBetween([35.02, 35.07, 35.12, 35.32, 35.37]))).toEqual(new Set([ARC_KIND.inferred]))
})
