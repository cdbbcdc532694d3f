/** The second reading reaches the claims that it is about, and bad rows are named. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFolder } from '../../../src/cli/open-folder.ts'
import type { Problem } from '../../../src/compile/read/problem.ts'
import { readReadings, withReadings } from '../../../src/compile/read/readings.ts'
import { claim } from '../small-country.ts'

function read(...rows: string[]) {
  const path = mkdtempSync(join(tmpdir(), 'readings-'))
  writeFileSync(join(path, 'conflict.json'), '{}')
  writeFileSync(join(path, 'readings.csv'), ['claim,source,date,result,note', ...rows, ''].join('\n'))
  const problems: Problem[] = []
  return { readings: readReadings(openFolder(path, []), problems), problems }
}

it('gives every claim its readings', () => {
  const { readings, problems } = read('C1,agency,2025-02-01,read,', 'C1,monitor,2025-02-02,not-found,gone')
  const claims = ['C1', 'C2'].map((id) => claim(id, 'westham', '2025-01-02', 'captured', 'RED', 'BLUE'))
  expect(problems).toEqual([])
  expect(withReadings(claims, readings).map((c) => c.readings)).toEqual([
    [
      { source: 'agency', date: '2025-02-01', result: 'read' },
      { source: 'monitor', date: '2025-02-02', result: 'not-found' },
    ],
    undefined,
  ])
})

it('names the line of a row that it cannot use', () => {
  const { readings, problems } = read('C1,agency,yesterday,read,', 'C1,agency,2025-02-01,maybe,')
  expect(readings).toEqual([])
  expect(problems.map(({ reason, line }) => [reason, line])).toEqual([
    ['unknown-word', 3],
    ['date-malformed', 2],
  ])
})
