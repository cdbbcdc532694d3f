import { describe, expect, it } from 'vitest'
import { cellOf, emptyProposal, listOf } from '../../../src/proposal/proposal.ts'
import {
  addRow,
  idFrom,
  isEmpty,
  newClaim,
  removeRow,
  renamed,
  setCell,
} from '../../../src/ui/propose/draft.ts'

const empty = emptyProposal('made-up', '')
const withNew = addRow(
  addRow(
    addRow(empty, 'claims', { ...newClaim(20_053, 'RED'), place: 'new-place', sources: 'known|new-source' }),
    'places',
    { id: 'new-place', name: '' },
  ),
  'sources',
  { id: 'new-source', publisher: '' },
)

describe('the draft of a proposal', () => {
  it('leaves empty cells out, as a file does', () => {
    expect(withNew.places).toEqual([{ id: 'new-place' }])
    expect(setCell(withNew, 'claims', 0, { from: '' }).claims[0]).not.toHaveProperty('from')
  })

  it('gives a new place another id wherever it is named', () => {
    const moved = renamed(withNew, 'places', 0, 'north-town')
    expect(moved.places[0].id).toBe('north-town')
    expect(moved.claims[0].place).toBe('north-town')
    const cited = renamed(moved, 'sources', 0, 'daily-2024')
    expect(listOf(cited.claims[0].sources)).toEqual(['known', 'daily-2024'])
  })

  it('takes what only a removed claim names along with it', () => {
    expect(isEmpty(removeRow(withNew, 'claims', 0))).toBe(true)
    const two = addRow(withNew, 'claims', { ...newClaim(20_060, ''), place: 'new-place' })
    const one = removeRow(two, 'claims', 0)
    expect(one.places).toHaveLength(1)
    expect(one.sources).toEqual([])
  })

  it('makes ids of names in any script, each once', () => {
    expect(idFrom('Tall al-ʿAbyaḍ', new Set(), 'new-place')).toBe('tall-al-abyad')
    expect(idFrom('تل أبيض', new Set(), 'new-place')).toBe('new-place')
    expect(idFrom('Town', new Set(['town', 'town-2']), 'new-place')).toBe('town-3')
    expect(cellOf([])).toBe('')
  })
})
