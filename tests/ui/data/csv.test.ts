import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../src/ui/data/csv.ts'

describe('CSV', () => {
  it('is read back as it was written', () => {
    // Text that a spreadsheet would run gets an apostrophe; that is tested on its own.
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r]/.test(value))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, fc.integer()), { minLength: 1 }), (rows) => {
        const read = Papa.parse<string[]>(csvOf(['a', 'b', 'c'], rows).slice(1), {
          delimiter: ',',
          newline: '\r\n',
        })
        expect(read.data.slice(0, -1)).toEqual([
          ['a', 'b', 'c'],
          ...rows.map((row) => row.map((value) => String(value))),
        ])
      }),
    )
  })

  it('leaves unknown numbers empty and negative ones alone', () => {
    expect(csvOf(['n'], [[null], [Number.NaN], [-4.5]])).toBe('\uFEFFn\r\n\r\n\r\n-4.5\r\n')
  })
})
