/** Every line says how well it is known, by the rule of src/compile/fronts/errors.ts. */
import { describe, expect, it } from 'vitest'
import { ARC_KIND, decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { dayOf } from '../../../src/chronicle/day.ts'
import { compile } from '../../../src/compile/compile.ts'
import { areaClaim, claim, place, smallCountry } from '../small-country.ts'

type Country = ReturnType<typeof smallCountry>

function compiled(country: Country) {
  const problems: Parameters<typeof compile>[1] = []
  const output = compile(country, problems)
  if (!output) throw new Error(JSON.stringify(problems))
  return output
}
/** Errors of all lines that are no border, in metres. */
function errors(country: Country): number[] {
  const { arcs } = decodeAtlas(compiled(country).atlas)
  return arcs.filter(({ kind }) => kind !== ARC_KIND.border).map(({ error = 0 }) => error)
}
/** Blue takes one of two villages 8 km from each other, west of the river. */
function village(over: Partial<Parameters<typeof place>[3]> = {}, latest = '2025-01-10') {
  const country = smallCountry()
  country.places = new Map(
    [
      place('one', 38.1, 35.2, over),
      place('two', 38.1 + 8 / 91, 35.2, over),
      place('eastham', 38.45, 35.1),
    ].map((p) => [p.id, p]),
  )
  country.claims = [
    claim('B1', 'one', '2025-01-01', 'baseline', null, 'RED'),
    claim('B2', 'two', '2025-01-01', 'baseline', null, 'RED'),
    claim('B3', 'eastham', '2025-01-01', 'baseline', null, 'BLUE'),
    claim('C1', 'two', '2025-01-10', 'captured', 'RED', 'BLUE', { latest: dayOf(latest) }),
  ]
  return country
}

describe('the error of a line', () => {
  it('is the precision of the barrier that it runs along', () => {
    expect(new Set(errors(smallCountry()))).toEqual(new Set([100]))
  })

  it('is half of the distance between the places on either side', () => {
    const [line] = errors(village()).filter((metres) => metres > 100)
    // Along the line the places grow more distant than where they face each other.
    expect(line).toBeGreaterThanOrEqual(4000)
    expect(line).toBeLessThan(15_000)
  })

  it('is no less than the precision of their points', () => {
    expect(Math.max(...errors(village({ precision_m: 14_000 })))).toBeGreaterThanOrEqual(14_000)
  })

  it('is half as much again where the day is open by more than a week', () => {
    const [known] = errors(village()).filter((metres) => metres > 100)
    const [vague] = errors(village({}, '2025-01-20')).filter((metres) => metres > 100)
    expect(vague / known).toBeCloseTo(1.5, 1)
  })

  it('is that of an outline, where one parts the sides', () => {
    const country = smallCountry()
    const ring = [
      [38.2, 35],
      [38.3, 35],
      [38.3, 35.4],
      [38.2, 35.4],
      [38.2, 35],
    ]
    country.areas = new Map([
      [
        'strip',
        {
          id: 'strip',
          name: { en: 'strip' },
          kind: 'zone',
          precision_m: 700,
          polygons: [[ring]],
          file: 'areas/areas.geojson',
          line: 1,
        },
      ],
    ])
    country.claims = country.claims.filter(({ place }) => place !== 'westbury')
    country.areaClaims = [areaClaim('A1', 'strip', '2025-01-10', ['RED'], 'BLUE')]
    const free = errors(country).filter((metres) => metres > 100)
    expect(free.length).toBeGreaterThan(0)
    for (const metres of free) expect(metres).toBeLessThan(6_000)
  })
})

describe('the published fronts', () => {
  it('part two sides on some days, with what is known of each', () => {
    const text = compiled(village()).files.get('fronts/fronts.geojson')!
    const { features } = JSON.parse(text)
    expect(
      features.map(({ properties: p }: { properties: Record<string, unknown> }) => [
        p.start_date,
        p.end_date,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['2025-01-01', null],
        ['2025-01-10', null],
      ]),
    )
    for (const { properties, geometry } of features) {
      expect(properties.between).toEqual(['RED', 'BLUE'])
      expect(['evidence', 'inferred']).toContain(properties.certainty)
      expect(properties.error_m).toBeGreaterThanOrEqual(100)
      expect(geometry.coordinates[0].length).toBeGreaterThan(1)
    }
  })
})
