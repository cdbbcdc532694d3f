import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesBelow } from '../architecture/modules.ts'

it('no style sheet asks for `:dir`: for older browsers the build writes a list of languages instead, Kurdish among them', () => {
  const sheets = filesBelow('src').filter((file) => file.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(5)
  expect(sheets.filter((file) => /^[^/*]*:dir\(/m.test(readFileSync(file, 'utf8')))).toEqual([])
})
