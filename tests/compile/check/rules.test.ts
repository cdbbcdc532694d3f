/** Every rule fires on the fault it is there for, and on nothing else. */
import { describe, expect, it } from 'vitest'
import { checkDataset } from '../../../src/compile/check/rules.ts'
import type { Dataset } from '../../../src/compile/read/model.ts'
import { areaClaim, claim, place, smallCountry } from '../small-country.ts'

const reasons = (dataset: Dataset) => checkDataset(dataset).map(({ reason }) => reason)
const withClaims = (...extra: Dataset['claims']) => {
  const dataset = smallCountry()
  return { ...dataset, claims: [...dataset.claims, ...extra] }
}
const withAreas = (...areaClaims: Dataset['areaClaims']) => smallCountry({ areaClaims })
const withReadings = (...pairs: [claim: string, source: string][]) =>
  smallCountry({
    readings: pairs.map(([claim, source]) => ({
      ...{ claim, source, date: '2025-02-01', result: 'read' as const },
      ...{ file: 'readings.csv', line: 2 },
    })),
  })

describe('rules', () => {
  it('find nothing wrong with a sound dataset', () => {
    expect(reasons(smallCountry())).toEqual([])
  })

  const cases: [string, Dataset][] = [
    ['duplicate-id', withClaims(claim('B1', 'westham', '2025-01-02', 'attack', 'RED', 'BLUE'))],
    ['unknown-place', withClaims(claim('C1', 'atlantis', '2025-01-02', 'captured', 'RED', 'BLUE'))],
    ['unknown-area', withAreas(areaClaim('A1', 'nowhere', '2025-01-02', ['RED'], 'BLUE'))],
    [
      'unknown-area',
      withAreas(areaClaim('A1', 'XX-1', '2025-01-02', ['RED'], 'BLUE', { except: ['nowhere'] })),
    ],
    ['unknown-faction', withClaims(claim('C1', 'westham', '2025-01-02', 'captured', 'RED', 'PINK'))],
    ['unknown-faction', withAreas(areaClaim('A1', 'XX-1', '2025-01-02', ['PINK'], 'BLUE'))],
    ['holder-missing', withAreas(areaClaim('A1', 'XX-1', '2025-01-02', ['RED'], ''))],
    ['faction-holds-no-ground', withAreas(areaClaim('A1', 'XX-1', '2025-01-02', ['RED'], 'FLEET'))],
    [
      'unknown-source',
      withClaims(claim('C1', 'westham', '2025-01-02', 'attack', 'RED', 'BLUE', { sources: ['hearsay'] })),
    ],
    [
      'source-missing',
      withClaims(claim('C1', 'westham', '2025-01-02', 'attack', 'RED', 'BLUE', { sources: [] })),
    ],
    [
      'verdict-without-reason',
      withClaims(claim('C1', 'westham', '2025-01-02', 'captured', 'RED', 'BLUE', { verdict: 'rejected' })),
    ],
    [
      'verdict-without-reason',
      withClaims(
        claim('C1', 'westham', '2025-01-02', 'captured', 'RED', 'BLUE', {
          verdict: 'rejected',
          reason: { en: 'Only in English.' },
        }),
      ),
    ],
    [
      'unknown-conflict',
      withClaims(claim('C1', 'westham', '2025-01-02', 'attack', 'RED', 'BLUE', { conflicts: ['C9'] })),
    ],
    ['date-out-of-range', withClaims(claim('C1', 'westham', '2025-02-01', 'captured', 'RED', 'BLUE'))],
    [
      'contradiction-without-verdict',
      withClaims(
        claim('C1', 'westham', '2025-01-05', 'captured', 'RED', 'BLUE'),
        claim('C2', 'westham', '2025-01-05', 'captured', 'RED', 'GREEN'),
      ),
    ],
    [
      'place-outside-country',
      smallCountry({ places: new Map([...smallCountry().places, ['far', place('far', 39.5, 35.2)]]) }),
    ],
    [
      'duplicate-place',
      smallCountry({
        places: new Map([
          ...smallCountry().places,
          ['twin', place('twin', 38.1, 35.1, { name: { en: 'Westham' } })],
        ]),
      }),
    ],
    [
      'faction-no-longer-exists',
      {
        ...withClaims(claim('C1', 'eastham', '2025-01-20', 'captured', 'BLUE', 'RED')),
        factions: smallCountry().factions.map((f) =>
          f.id === 'RED' ? { ...f, dissolved: '2025-01-10' } : f,
        ),
      },
    ],
    [
      'lineage-invalid',
      smallCountry({
        factions: smallCountry().factions.map((f) =>
          f.id === 'RED'
            ? {
                ...f,
                names: [
                  { ...f.names[0], from: '2025-01-20' },
                  { ...f.names[0], from: '2025-01-10' },
                ],
              }
            : f,
        ),
      }),
    ],
  ]
  cases.push(
    ['unknown-claim', withReadings(['C9', 'agency'])],
    ['unknown-source', withReadings(['B1', 'monitor'])],
    ['duplicate-reading', withReadings(['B1', 'agency'], ['B1', 'agency'])],
  )
  it.each(cases)('%s', (reason, dataset) => {
    expect(new Set(reasons(dataset))).toEqual(new Set([reason]))
  })

  it('lets a place change hands twice in a day when one claim takes it from the other', () => {
    const dataset = withClaims(
      claim('C1', 'westham', '2025-01-05', 'captured', 'RED', 'BLUE'),
      claim('C2', 'westham', '2025-01-05', 'recaptured', 'BLUE', 'RED'),
    )
    expect(reasons(dataset)).toEqual([])
  })

  it('name file and line', () => {
    const [problem] = checkDataset(
      withClaims(
        claim('C1', 'atlantis', '2025-01-02', 'captured', 'RED', 'BLUE', { file: 'claims/x.csv', line: 77 }),
      ),
    )
    expect(problem).toMatchObject({ file: 'claims/x.csv', line: 77, severity: 'error' })
    expect(problem.message).toContain('atlantis')
  })
})
