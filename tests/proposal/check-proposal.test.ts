import { describe, expect, it } from 'vitest'
import datapackage from '../../geodata/datapackage.json'
import { CONFIDENCES, EVENT_WORDS, type Proposal, type Row, VERDICTS } from '../../src/proposal/proposal.ts'
import { eastferry, newPlace, openMadeUp, proposal } from './made-up.ts'

const compiler = openMadeUp()

const check = (over: Partial<Proposal>) => compiler.check(proposal(over))

/** @returns what is found: part and row, field, rule */
const found = (over: Partial<Proposal>) =>
  check(over).findings.map(
    ({ row, field, rule }) => `${row ? `${row.table}[${row.index}]` : '-'} ${field} ${rule}`,
  )

const claim = (over: Row) => ({ claims: [eastferry(over)] })
const place = (over: Row) => ({ places: [newPlace(over)], claims: [eastferry({ place: 'thornwick' })] })
const source = (over: Row): Partial<Proposal> => ({
  sources: [
    {
      id: 'new-1',
      publisher: 'Herald',
      language: 'en',
      kind: 'newspaper',
      url: 'https://herald.example/1',
      ...over,
    },
  ],
})

describe('the rules of the project', () => {
  it('find nothing in what is right', () => {
    expect(found(claim({}))).toEqual([])
    expect(found({ ...source({}), ...place({}) })).toEqual([])
  })

  it.each<[string, Partial<Proposal>, string[]]>([
    ['a place that nobody knows', claim({ place: 'nowhere' }), ['claims[0] place unknown-place']],
    ['an event that is none', claim({ event: 'taken' }), ['claims[0] event unknown-word']],
    ['a day that does not exist', claim({ earliest: '2001-02-30' }), ['claims[0] earliest date-malformed']],
    [
      'a range the wrong way round',
      claim({ latest: '2001-05-20' }),
      ['claims[0] earliest date-range-reversed'],
    ],
    [
      'a day after the end',
      claim({ earliest: '2002-01-01', latest: '2002-01-01' }),
      ['claims[0] earliest date-out-of-range'],
    ],
    ['a faction that nobody knows', claim({ to: 'XYZ' }), ['claims[0] to unknown-faction']],
    [
      'who lost it, unknown',
      claim({ from: 'XYZ' }),
      ['claims[0] from unknown-faction', 'claims[0] from loser-never-held'],
    ],
    ['no taker', claim({ to: '' }), ['claims[0] to holder-missing']],
    ['a publication that nobody knows', claim({ sources: 'herald' }), ['claims[0] sources unknown-source']],
    ['no publication', claim({ sources: '' }), ['claims[0] sources cell-missing']],
    [
      'doubt without a reason',
      claim({ verdict: 'contested' }),
      ['claims[0] reason_fr verdict-without-reason'],
    ],
    [
      'a reason in a language that the table lacks',
      claim({ reason_tr: 'Neden' }),
      ['claims[0] reason_tr unknown-column'],
    ],
    [
      'certainty on the word of one side',
      claim({ from: 'GOV', to: 'LIG', confidence: 'confirmed', sources: 'league-radio-1' }),
      ['claims[0] confidence confirmed-by-one-side', 'claims[0] from loser-never-held'],
    ],
    ['a place of an unknown kind', place({ kind: 'castle' }), ['places[0] kind schema']],
    ['a place without a name', place({ name: '' }), ['places[0] name schema']],
    ['a place without a point', place({ lon: '' }), ['places[0] lon schema']],
    ['a place far away', place({ lon: '2.35', lat: '48.85' }), ['places[0] lon place-outside-country']],
    ['an address that is none', source({ url: 'ftp://x' }), ['sources[0] url schema']],
    ['an official without a side', source({ kind: 'official' }), ['sources[0] stance stance-missing']],
    [
      'a publication at a bare address',
      source({ url: 'https://10.0.0.1/x' }),
      ['sources[0] url bare-address'],
    ],
    [
      'a claim that nobody made, amended',
      { amended: [{ id: 'RW999', verdict: 'rejected' }] },
      ['amended[0] id unknown-claim'],
    ],
    [
      'doubt without a reason, amended',
      { amended: [{ id: 'RW001', verdict: 'rejected' }] },
      ['amended[0] reason_fr verdict-without-reason'],
    ],
    ['another atlas', { atlas: 'syria-2024' }, ['- atlas other-atlas']],
    ['markup, which no form may bring in either', claim({ note: '<b>' }), ['claims[0] note markup']],
  ])('name the row and the field: %s', (_, over, expected) => {
    expect(found(over)).toEqual(expect.arrayContaining(expected))
    // A few faults have consequences; none is told of a row that is not there.
    for (const { row } of check(over).findings) if (row) expect(over[row.table]?.[row.index]).toBeDefined()
  })

  it('do not tell what is wrong without the proposal', () => {
    expect(compiler.opened.faults).toEqual([])
    expect(found({})).toEqual([])
  })

  it('say that the data have it already', () => {
    expect(
      found({
        claims: [
          eastferry({
            place: 'westferry',
            latest: '2001-05-10',
            earliest: '2001-05-10',
            from: 'GOV',
            to: 'LIG',
          }),
        ],
      }),
    ).toContain('claims[0] null claim-known')
  })
})

describe('ids', () => {
  it('go on where those of the table end, and follow those that the data have by now', () => {
    const { proposal } = check({
      claims: [eastferry({ id: 'RW007' }), eastferry({ latest: '2001-05-26', conflicts: 'RW007' })],
    })
    expect(proposal.claims.map(({ id }) => id)).toEqual(['RW008', 'RW009'])
    expect(proposal.claims[1].conflicts).toBe('RW008')
  })

  it('are names, and those who name a row follow it', () => {
    const { proposal } = check({
      places: [newPlace({ id: 'westferry', name: 'Westferry' })],
      sources: [{ id: '', publisher: 'Herald', url: 'https://www.herald.com.xa/2001/a' }],
      claims: [eastferry({ place: 'westferry' })],
    })
    expect(proposal.places[0].id).toBe('westferry-1')
    expect(proposal.claims[0].place).toBe('westferry-1')
    expect(proposal.sources[0].id).toMatch(/^herald-[0-9a-f]{6}$/)
  })

  it('are the same whenever they are given', () => {
    const over = { places: [newPlace({ id: '' })], claims: [eastferry()] }
    expect(check(over).proposal).toEqual(openMadeUp().check(proposal(over)).proposal)
  })
})

describe('a claim', () => {
  const first = (over: Row, more: Partial<Proposal> = {}) => check({ ...claim(over), ...more }).claims[0]

  it('is graded as the ledger grades it', () => {
    expect(first({}).grade).toBe('B')
    expect(first({ sources: 'wire-1|gazette-2' }).grade).toBe('A')
    expect(first({ sources: 'background' }).grade).toBe('D')
    expect(first({ from: 'GOV', to: 'LIG', sources: 'league-radio-1' }).grade).toBe('C')
    expect(first({ sources: '' }).grade).toBeNull()
    expect(
      first(
        { sources: 'herald-1|wire-1' },
        { sources: [{ id: 'herald-1', publisher: 'Herald', kind: 'newspaper', language: 'en' }] },
      ).grade,
    ).toBe('A')
  })

  it.each<[string, Row, { claim: string; how: string }[]]>([
    ['agrees', {}, []],
    [
      'gives it to another on the same days',
      { place: 'westferry', earliest: '2001-05-11', latest: '2001-05-11', to: 'GAR', from: 'GOV' },
      [
        { claim: 'RW001', how: 'same-days' },
        { claim: 'RW004', how: 'holder-after' },
      ],
    ],
    [
      'takes it from another than held it',
      { place: 'oldgate', earliest: '2001-06-01', latest: '2001-06-01', from: 'GOV', to: 'GAR' },
      [{ claim: 'RW002', how: 'holder-before' }],
    ],
    [
      'follows on the one before',
      { place: 'westferry', earliest: '2001-05-12', latest: '2001-05-12', from: 'LIG', to: 'GAR' },
      [{ claim: 'RW004', how: 'holder-after' }],
    ],
    [
      'moves nothing',
      { place: 'westferry', event: 'attack', earliest: '2001-05-11', latest: '2001-05-11', to: 'GAR' },
      [],
    ],
  ])('is held against those of its place: %s', (_, over, expected) => {
    expect(first(over).contradicting).toEqual(expected)
  })

  it('does not hear of a claim that the proposal amends', () => {
    const over = { place: 'oldgate', earliest: '2001-06-01', latest: '2001-06-01', from: 'GOV', to: 'GAR' }
    expect(first(over, { amended: [{ id: 'RW002', verdict: 'rejected' }] }).contradicting).toEqual([])
  })
})

it('is outdated when the data are others than those it was made on', () => {
  expect(check({ base: compiler.opened.base }).outdated).toBe(false)
  expect(check({ base: '0123456789abcdef' }).outdated).toBe(true)
})

it('is offered the words that the data package allows', () => {
  const resources = datapackage.resources as {
    path: string
    schema?: { fields: { name: string; constraints?: { enum?: string[] } }[] }
  }[]
  const fields = resources.find(({ path }) => path === 'claims/baseline.csv')?.schema?.fields
  const wordsOf = (column: string) => fields?.find(({ name }) => name === column)?.constraints?.enum
  expect(CONFIDENCES).toEqual(wordsOf('confidence'))
  expect(VERDICTS).toEqual(wordsOf('verdict'))
  expect([...EVENT_WORDS].sort()).toEqual(wordsOf('event')?.toSorted())
})
