/** Rules on headlines: each says something of one day of the map, in every language that the table has, and names what it rests on. */
import { dayOf, parseDay } from '../../chronicle/day.ts'
import { LANGUAGES } from '../../chronicle/languages.ts'
import type { Folder } from '../read/folder.ts'
import type { Dataset } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { didYouMean } from '../read/suggest.ts'
import { readTable } from '../read/tables.ts'

const FILE = 'headlines.csv'
/** It stands above a map, on a phone in two lines at most; characters. */
const LONGEST = 90

/** @param known ids of all claims, area claims, positions, events and sources */
export function headlineProblems(
  folder: Folder,
  { conflict }: Pick<Dataset, 'conflict'>,
  known: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = []
  // A language that the interface has only just learnt falls back to another one until somebody adds its column.
  const columns = (folder.text(FILE) ?? '').split(/\r?\n/, 1)[0].split(',')
  const languages = LANGUAGES.map(({ code }) => code as string).filter(
    (code) => conflict.languages.includes(code) || columns.includes(`headline_${code}`),
  )
  for (const row of readTable(folder, FILE, ['date', 'rests_on'], problems)) {
    const { file, line } = row
    const error = (reason: string, message: string) =>
      problems.push({ reason, severity: 'error', file, line, message })
    const date = row.get('date')
    const day = parseDay(date)
    if (day === null) error('date-malformed', `date: expected YYYY-MM-DD, got "${date}"`)
    else if (day < dayOf(conflict.start) || day > dayOf(conflict.end))
      error('date-out-of-range', `${date} is not between ${conflict.start} and ${conflict.end}`)
    if (row.list('rests_on').length === 0)
      error('headline-without-grounds', `${date}: name the rows that say it`)
    for (const id of row.list('rests_on'))
      if (!known.has(id)) error('unknown-reference', `there is no row "${id}"${didYouMean(id, known)}`)
    const texts = row.text('headline')
    for (const code of languages) {
      if (!texts[code]) error('translation-missing', `${date}: there is no headline_${code}`)
      else if (texts[code].length > LONGEST)
        error(
          'headline-long',
          `${date}: headline_${code} has ${texts[code].length} characters, ${LONGEST} at most`,
        )
    }
  }
  return problems
}
