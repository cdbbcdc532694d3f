import { describe, expect, it } from 'vitest'
import { withCells, withItem, withRow } from '../../src/proposal/text-edits.ts'

describe('a row of a table', () => {
  it('stands at the end, in the columns of the table', () => {
    expect(withRow('id,place,note\nA1,x,\n', { note: 'n', id: 'A2', other: 'o' })).toBe(
      'id,place,note\nA1,x,\nA2,,n\n',
    )
  })

  it('is quoted where it has to be', () => {
    expect(withRow('id,note\n', { id: 'A1', note: 'he said "no", twice' })).toBe(
      'id,note\nA1,"he said ""no"", twice"\n',
    )
  })

  it('ends as the other lines do, and the last one gets its end', () => {
    expect(withRow('id,note\r\nA1,x', { id: 'A2' })).toBe('id,note\r\nA1,x\r\nA2,\r\n')
  })

  it('changes cell by cell, and the others stay as they are written', () => {
    const text = 'id,verdict,reason_en,note\r\nA1,accepted,,"quoted, for nothing"\r\nA2,accepted,"","b"\r\n'
    expect(withCells(text, 3, { verdict: 'rejected', reason_en: 'It was not so, twice.' })).toBe(
      'id,verdict,reason_en,note\r\nA1,accepted,,"quoted, for nothing"\r\nA2,rejected,"It was not so, twice.","b"\r\n',
    )
  })

  it('is found by its line behind one that has several', () => {
    const text = 'id,note\nA1,"two\nlines"\nA2,x\n'
    expect(withCells(text, 4, { note: 'y' })).toBe('id,note\nA1,"two\nlines"\nA2,y\n')
  })
})

describe('a record of a list', () => {
  const item = (id: string) => ({ id, n: 1 })
  const list = (...ids: string[]) => `[\n${ids.map((id) => JSON.stringify(item(id))).join(',\n')}\n]\n`

  it.each(['a', 'c', 'e'])('stands in the order of the ids: %s', (id) => {
    expect(withItem(list('b', 'd'), item(id))).toBe(list(...['b', 'd', id].sort()))
  })

  it('stands at the end where there is no order', () => {
    expect(withItem(list('d', 'b'), item('c'))).toBe(list('d', 'b', 'c'))
  })

  it('begins an empty list, or a collection', () => {
    expect(withItem('[\n]\n', item('a'))).toBe(list('a'))
    const feature = { type: 'Feature', properties: { id: 'a' } }
    expect(JSON.parse(withItem('{"type":"FeatureCollection","features":[\n]}\n', feature))).toEqual({
      type: 'FeatureCollection',
      features: [feature],
    })
  })

  it('is written over several lines where the others are', () => {
    const text = `${JSON.stringify([item('a'), item('c')], null, 2)}\n`
    expect(withItem(text, item('b'))).toBe(`${JSON.stringify([item('a'), item('b'), item('c')], null, 2)}\n`)
  })
})
