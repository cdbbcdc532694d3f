import { describe, expect, it } from 'vitest'
import { emptyProposal, proposalText } from '../../src/proposal/proposal.ts'
import { MOST_CHARACTERS, MOST_ROWS, readProposal } from '../../src/proposal/read-proposal.ts'
import { eastferry, newPlace, proposal } from './made-up.ts'

const said = (value: unknown) =>
  readProposal(typeof value === 'string' ? value : JSON.stringify(value)).refusals.map(
    ({ row, field, rule }) => `${row ? `${row.table}[${row.index}]` : ''} ${field} ${rule}`.trim(),
  )

const withClaim = (over: object) => ({
  ...emptyProposal('made-up', ''),
  claims: [{ ...eastferry(), ...over }],
})
const withPlace = (over: object) => ({
  ...emptyProposal('made-up', ''),
  places: [{ ...newPlace(), ...over }],
})
const withOutline = (outline: unknown) => ({
  ...emptyProposal('made-up', ''),
  areas: [
    { id: 'fens', name: 'Fens', outline: typeof outline === 'string' ? outline : JSON.stringify(outline) },
  ],
})

describe('a proposal', () => {
  it('is the same after it was written and read', () => {
    const given = proposal({ title: 'Two things', claims: [eastferry()], places: [newPlace()] })
    expect(readProposal(proposalText(given))).toEqual({ proposal: given, refusals: [] })
  })

  it('may lack parts and be empty', () => {
    const { proposal: read } = readProposal('{"format":"front-line-proposal","version":1,"atlas":"made-up"}')
    expect(read).toEqual(emptyProposal('made-up', ''))
  })
})

describe('what is refused, with row, field and rule', () => {
  it.each([
    ['no JSON', 'not json', ['null json-unreadable']],
    ['another file', { type: 'FeatureCollection' }, ['format not-a-proposal']],
    ['a list', [], ['null not-a-proposal']],
    ['a later version', { ...proposal({}), version: 2 }, ['version wrong-version']],
    ['a key that nobody knows', { ...proposal({}), script: 'x' }, ['script unknown-key']],
    ['no atlas', { ...proposal({}), atlas: '../../etc' }, ['atlas unknown-atlas']],
    ['rows that are no list', { ...proposal({}), claims: {} }, ['claims not-a-list']],
    ['a row that is none', { ...proposal({}), claims: ['x'] }, ['claims[0] null not-a-row']],
    ['a column that nobody knows', withClaim({ colour: 'red' }), ['claims[0] colour unknown-column']],
    ['a number for a text', withClaim({ place: 7 }), ['claims[0] place not-text']],
    ['a list for a text', withClaim({ sources: ['a'] }), ['claims[0] sources not-text']],
    ['markup', withClaim({ note: 'see <img src=x onerror=alert(1)>' }), ['claims[0] note markup']],
    ['markup in the title', { ...proposal({}), title: '<script>' }, ['title markup']],
    ['an address that runs', withClaim({ note: 'javascript:alert(1)' }), ['claims[0] note markup']],
    ['a formula', withClaim({ note: '=cmd|calc' }), ['claims[0] note formula']],
    ['a formula behind a space', withPlace({ name: ' @SUM(A1)' }), ['places[0] name formula']],
    ['a line break', withClaim({ note: 'a\nOFF999,idlib' }), ['claims[0] note unseen-letters']],
    ['letters that turn the text round', withClaim({ note: 'a\u202Eb' }), ['claims[0] note unseen-letters']],
    ['a path for an id', withPlace({ id: '../../package' }), ['places[0] id id-malformed']],
    ['a path for the id of a claim', withClaim({ id: 'OFF/1' }), ['claims[0] id id-malformed']],
    ['a very long cell', withClaim({ note: 'x'.repeat(3_000) }), ['claims[0] note cell-too-long']],
    ['a coordinate that is none', withPlace({ lon: '1e999' }), ['places[0] lon number-malformed']],
    [
      'an amendment of nothing',
      { ...proposal({}), amended: [{ verdict: 'rejected' }] },
      ['amended[0] id cell-missing'],
    ],
    [
      'an amendment of the place',
      { ...proposal({}), amended: [{ id: 'A1', place: 'x' }] },
      ['amended[0] place unknown-column'],
    ],
    ['an outline that is no text of one', withOutline('{'), ['areas[0] outline outline-unreadable']],
    [
      'an outline of lines',
      withOutline({ type: 'LineString', coordinates: [] }),
      ['areas[0] outline outline-unreadable'],
    ],
    [
      'an open outline',
      withOutline({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      }),
      ['areas[0] outline geojson-invalid'],
    ],
    [
      'an enormous outline',
      withOutline({
        type: 'Polygon',
        coordinates: [[...Array.from({ length: 6_000 }, (_, i) => [i / 1e4, 0]), [0, 0]]],
      }),
      ['areas[0] outline outline-too-large'],
    ],
    [
      'too many rows',
      proposal({ claims: Array.from({ length: MOST_ROWS + 1 }, () => eastferry()) }),
      ['null too-many-rows'],
    ],
    ['too long a text', ' '.repeat(MOST_CHARACTERS + 1), ['null too-large']],
  ])('%s', (_, value, expected) => {
    expect(said(value)).toEqual(expected)
  })

  it('never by the prototype of objects', () => {
    const text =
      '{"format":"front-line-proposal","version":1,"atlas":"made-up","claims":[{"__proto__":{"a":"b"},"constructor":"x"}]}'
    expect(said(text)).toEqual(['claims[0] __proto__ unknown-column', 'claims[0] constructor unknown-column'])
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
})
