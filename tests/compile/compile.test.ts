/** The whole way from claims to faces, on a small country and on random ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { type Compile, compile, createCompiler } from '../../src/compile/compile.ts'
import type { Dataset } from '../../src/compile/read/model.ts'
import type { Problem } from '../../src/compile/read/problem.ts'
import { areaClaim, claim, EAST, NORTH, place, RIVER, SOUTH, smallCountry, WEST } from './small-country.ts'

async function build(dataset: Dataset) {
  const problems: Problem[] = []
  const output = await compile(dataset, problems)
  if (!output) return { problems, ask: null, output: null, atlas: null }
  const atlas = decodeAtlas(output.atlas)
  const faces = indexFaces(atlas)
  /** holder and state at a point on a day */
  const ask = (lon: number, lat: number, day: string) => {
    const face = faces.faceAt(lon, lat)
    if (face < 0) return null
    const { holder, state, other } = periodAt(atlas.faces[face].history, dayOf(day))
    return `${atlas.factions[holder]}${['', '!', '?'][state]}${other < 0 ? '' : atlas.factions[other]}`
  }
  return { problems, ask, output, atlas }
}
/** An area from south to north of the country. */
const area = (id: string, west: number, east: number) => ({
  id,
  name: { en: id },
  kind: 'zone',
  precision_m: 500,
  polygons: [
    [
      [
        [west, SOUTH],
        [east, SOUTH],
        [east, NORTH],
        [west, NORTH],
        [west, SOUTH],
      ],
    ],
  ],
  file: 'areas/areas.geojson',
  line: 1,
})
const errors = (problems: Problem[]) => problems.filter(({ severity }) => severity === 'error')

describe('a small country', () => {
  it('is divided by its river', async () => {
    const { problems, ask, atlas } = await build(smallCountry())
    expect(problems).toEqual([])
    expect(ask!(RIVER - 0.005, 35.2, '2025-01-10')).toBe('RED')
    expect(ask!(RIVER + 0.005, 35.2, '2025-01-10')).toBe('BLUE')
    expect(atlas!.faces).toHaveLength(2)
  })

  it('lets a captured place carry the ground nearest to it, on its side of the river only', async () => {
    const dataset = smallCountry()
    const { ask } = await build({
      ...dataset,
      claims: [...dataset.claims, claim('C1', 'westham', '2025-01-05', 'captured', 'RED', 'BLUE')],
    })
    expect(ask!(38.1, 35.1, '2025-01-04')).toBe('RED')
    expect(ask!(38.1, 35.1, '2025-01-05')).toBe('BLUE')
    expect(ask!(38.15, 35.3, '2025-01-05')).toBe('RED')
    expect(ask!(RIVER + 0.01, 35.1, '2025-01-04')).toBe('BLUE')
  })

  it('hands the rest of an area over without touching a place that speaks for itself', async () => {
    const dataset = smallCountry()
    const { ask } = await build({
      ...dataset,
      claims: [...dataset.claims, claim('C1', 'westham', '2025-01-12', 'captured', 'RED', 'GREEN')],
      areaClaims: [areaClaim('A1', 'XX-1', '2025-01-08', ['RED'], 'BLUE')],
    })
    expect(ask!(38.15, 35.3, '2025-01-08')).toBe('BLUE')
    expect(ask!(38.1, 35.1, '2025-01-08')).toBe('RED')
    expect(ask!(38.1, 35.1, '2025-01-12')).toBe('GREEN')
  })

  it('leads a river round a village on the wrong bank, which stays where it is', async () => {
    const dataset = smallCountry()
    const astray = place('astray', RIVER + 0.01, 35.2)
    const { problems, ask } = await build({
      ...dataset,
      places: new Map([...dataset.places, ['astray', astray]]),
      claims: [...dataset.claims, claim('B5', 'astray', '2025-01-01', 'baseline', null, 'RED')],
    })
    expect(problems).toEqual([])
    expect(ask!(RIVER + 0.01, 35.2, '2025-01-02')).toBe('RED')
    expect(ask!(RIVER + 0.01, 35.3, '2025-01-02')).toBe('BLUE')
    expect(ask!(RIVER - 0.005, 35.2, '2025-01-02')).toBe('RED')
  })

  it('refuses a barrier that ends nowhere and a block of which nothing is known', async () => {
    const dataset = smallCountry()
    const loose = {
      ...dataset.barriers[0],
      id: 'loose',
      coordinates: [
        [38.14, 35.2],
        [38.16, 35.2],
      ],
    }
    const short = await build({
      ...dataset,
      barriers: [
        ...dataset.barriers,
        {
          ...loose,
          coordinates: [
            [38.13, 35.19],
            [38.14, 35.2],
          ],
        },
      ],
    })
    expect(errors(short.problems).map(({ reason }) => reason)).toContain('barrier-loose-end')
    const silent = await build({ ...dataset, claims: dataset.claims.slice(0, 2) })
    expect(errors(silent.problems).map(({ reason }) => reason)).toEqual(['block-without-evidence'])
  })

  it('gives the same when the ground was divided before, for a claim that is new and for a place that is new', () => {
    const compileAgain = createCompiler()
    const files = (dataset: Dataset, run: Compile) => [...run(dataset, [])!.files]
    const before = smallCountry()
    const recoloured = {
      ...smallCountry(),
      claims: [...smallCountry().claims, claim('C1', 'westham', '2025-01-05', 'captured', 'RED', 'BLUE')],
    }
    const peopled = smallCountry()
    peopled.places.set('newham', place('newham', 38.2, 35.2))
    peopled.claims.push(claim('B9', 'newham', '2025-01-01', 'baseline', null, 'RED'))
    const spoken = (west: number, east: number): Dataset => ({
      ...smallCountry(),
      areas: new Map([['plot', area('plot', west, east)]]),
      areaClaims: [areaClaim('A1', 'plot', '2025-01-08', ['RED', 'BLUE'], 'GREEN')],
    })
    const [near, far] = [spoken(38.05, 38.12), spoken(38.05, 38.2)]
    for (const dataset of [before, recoloured, near, far, peopled, before])
      expect(files(dataset, compileAgain)).toEqual(files(dataset, compile))
    expect(files(near, compile)).not.toEqual(files(far, compile))
    const partitions = [before, recoloured, peopled].map(
      (dataset) => compileAgain(dataset, [])!.compiled.partition,
    )
    expect(partitions[1]).toBe(partitions[0])
    expect(partitions[2]).not.toBe(partitions[1])
  })

  it('compiles to the same bytes every time', async () => {
    const [one, two] = [await build(smallCountry()), await build(smallCountry())]
    expect([...one.output!.files]).toEqual([...two.output!.files])
  })
})

const FACTIONS = ['RED', 'BLUE', 'GREEN']
const randomPlaces = fc.array(
  fc.record({
    lon: fc.double({ min: WEST + 0.02, max: EAST - 0.02, noNaN: true }),
    lat: fc.double({ min: SOUTH + 0.02, max: NORTH - 0.02, noNaN: true }),
    changes: fc.array(fc.record({ day: fc.integer({ min: 2, max: 30 }), to: fc.constantFrom(...FACTIONS) }), {
      maxLength: 4,
    }),
  }),
  { minLength: 1, maxLength: 40 },
)

describe('any country', () => {
  it('is tiled, keeps every guard, and shows each place as its claims say', async () => {
    await fc.assert(
      fc.asyncProperty(randomPlaces, async (list) => {
        const dataset = smallCountry()
        // Places a kilometre or more apart, as in the gazetteer: nearer ones would share ground that no map shows.
        const apart = list.filter(
          ({ lon, lat }, i) =>
            Math.abs(lon - RIVER) > 0.012 &&
            list.slice(0, i).every((p) => Math.hypot((p.lon - lon) * 0.82, p.lat - lat) > 0.012),
        )
        apart.forEach(({ lon, lat, changes }, i) => {
          const id = `p${i}`
          dataset.places.set(id, place(id, lon, lat))
          dataset.claims.push(
            claim(`B-${id}`, id, '2025-01-01', 'baseline', null, lon < RIVER ? 'RED' : 'BLUE'),
          )
          const days = new Map(changes.map((change) => [change.day, change.to]))
          for (const [day, to] of days)
            dataset.claims.push(
              claim(`C-${id}-${day}`, id, `2025-01-${String(day).padStart(2, '0')}`, 'captured', null, to),
            )
        })
        const { problems, ask } = await build(dataset)
        expect(problems).toEqual([])
        apart.forEach(({ lon, lat, changes }) => {
          const days = new Map(changes.map((change) => [change.day, change.to]))
          let expected = lon < RIVER ? 'RED' : 'BLUE'
          for (let day = 1; day <= 31; day++) {
            expected = days.get(day) ?? expected
            expect(ask!(lon, lat, `2025-01-${String(day).padStart(2, '0')}`)).toBe(expected)
          }
        })
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
