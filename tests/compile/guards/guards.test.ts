/** Every guard fires on a result that is wrong in its way. */
import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import type { Compiled } from '../../../src/compile/guards/compiled.ts'
import { guard } from '../../../src/compile/guards/guards.ts'
import type { Dataset } from '../../../src/compile/read/model.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'
import { areaClaim, smallCountry } from '../small-country.ts'

async function result(dataset: Dataset = smallCountry()): Promise<Compiled> {
  const problems: Problem[] = []
  const output = await compile(dataset, problems)
  if (!output) throw new Error(problems.map(({ message }) => message).join('; '))
  return output.compiled
}
const reasons = (compiled: Compiled, bands: Parameters<typeof guard>[1] = []) => [
  ...new Set(guard(compiled, bands).map(({ reason }) => reason)),
]
/** What a compile as a whole says of a dataset. */
async function verdict(dataset: Dataset): Promise<string[]> {
  const problems: Problem[] = []
  expect((await compile(dataset, problems)) === null).toBe(problems.length > 0)
  return problems.map(({ reason }) => reason)
}

describe('guards', () => {
  it('let a sound result pass', async () => {
    expect(reasons(await result())).toEqual([])
  })

  it('tiling-area: a face is lost', async () => {
    const compiled = await result()
    expect(
      reasons({
        ...compiled,
        faces: compiled.faces.map((face, i) => (i === 0 ? { ...face, km2: 0 } : face)),
      }),
    ).toContain('tiling-area')
  })

  it('tiling-sides: an arc has one face on both sides', async () => {
    const compiled = await result()
    const chains = compiled.chains.map((chain) => ({ ...chain, right: chain.left }))
    expect(reasons({ ...compiled, chains })).toContain('tiling-sides')
  })

  it('sliver: a face is too small to see', async () => {
    const compiled = await result()
    const faces = compiled.faces.map((face, i) => (i === 0 ? { ...face, km2: 0.01 } : face))
    expect(reasons({ ...compiled, faces })).toContain('sliver')
  })

  it('arcs-cross: a line runs over another', async () => {
    const compiled = await result()
    const [a, ...rest] = compiled.lines
    const other = rest[0]
    const over = [
      a[0],
      [other[0][0] + 1, other[0][1] - 5_000],
      [other[0][0] - 3_000, other[0][1] + 5_000],
      a[a.length - 1],
    ] as typeof a
    const lines = [over, ...rest]
    expect(
      reasons({
        ...compiled,
        lines: [
          ...lines,
          [
            [-90_000, 100],
            [90_000, 130],
          ],
        ],
      }),
    ).toContain('arcs-cross')
  })

  it('place-across-line: a place lies in a face that is not its own', async () => {
    const compiled = await result()
    const sites = compiled.partition.sites.map((site) =>
      site.place === 'westham' ? { ...site, point: [20_000, 0] as [number, number] } : site,
    )
    expect(reasons({ ...compiled, partition: { ...compiled.partition, sites } })).toContain(
      'place-across-line',
    )
  })

  it('history-gap: a faction holds ground after its end', async () => {
    const dataset = smallCountry()
    const factions = dataset.factions.map((f) => (f.id === 'RED' ? { ...f, dissolved: '2025-01-10' } : f))
    expect(await verdict({ ...dataset, factions })).toEqual(['history-gap'])
    const handed = areaClaim('A1', 'XX-1', '2025-01-11', ['RED'], 'BLUE')
    expect(await verdict({ ...dataset, factions, areaClaims: [handed] })).toEqual([])
  })

  it('holder-missing: nobody holds a face', async () => {
    const compiled = await result()
    const faces = compiled.faces.map((face) => ({
      ...face,
      history: face.history.map((s) => ({ ...s, holder: -1 })),
    }))
    expect(reasons({ ...compiled, faces })).toContain('holder-missing')
  })

  it('swing-unexplained: half a country changes hands on hearsay', async () => {
    const dataset = smallCountry()
    const claims = dataset.claims.map((c) => ({ ...c, sources: ['background'] }))
    const handed = areaClaim('A1', 'XX-1', '2025-01-05', ['RED'], 'BLUE', { sources: ['background'] })
    // The country is smaller than the bound for a real one.
    const compiled = await result({ ...dataset, claims, areaClaims: [handed] })
    expect(guard(compiled, [], 500).map(({ reason }) => reason)).toContain('swing-unexplained')
    const published = await result({
      ...dataset,
      areaClaims: [{ ...handed, sources: ['agency', 'monitor'] }],
    })
    expect(guard(published, [], 500)).toEqual([])
  })

  it('share-out-of-band: an outside figure says otherwise', async () => {
    const good = { date: '2025-01-01', factions: ['RED'], without: [], low: 45, high: 55, publisher: 'test' }
    expect(reasons(await result(), [good])).toEqual([])
    expect(reasons(await result(), [{ ...good, low: 60, high: 70 }])).toEqual(['share-out-of-band'])
    // Nothing changes hands: a gain of some km² since the first day is wrong, none is right.
    const gain = { ...good, date: '2025-01-31', since: '2025-01-01' }
    expect(reasons(await result(), [{ ...gain, low: 1, high: 9 }])).toEqual(['share-out-of-band'])
    expect(reasons(await result(), [{ ...gain, low: 0, high: 0 }])).toEqual([])
  })
})
