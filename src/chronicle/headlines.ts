/** Headlines: the greatest event of a key day in one line, written by people (geodata/headlines.csv, see geodata/FORMATS.md). */
import { type Day, dayOf } from './day.ts'
import { assertShape, day, listOf, record, text, texts } from './shape.ts'
import { type Text, textOf } from './text.ts'

export interface Headline {
  text: Text
  /** ids of the claims, area claims and events that say it; never empty */
  restsOn: string[]
}

interface Row {
  date: string
  text: Text
  restsOn: string[]
}

const HEADLINES = listOf(record({ date: day, text: texts, restsOn: listOf(text) }))

/** @param rows of headlines.csv by column @returns what readers are served */
export function headlinesFileOf(rows: readonly Record<string, string>[]): Row[] {
  return rows.map((row) => ({
    date: row.date,
    text: textOf(row, 'headline'),
    restsOn: row.rests_on.split('|').map((id) => id.trim()),
  }))
}

/** @throws TypeError when the file, not trusted, is no headlines.json as it is served */
export function decodeHeadlines(file: unknown): Map<Day, Headline> {
  assertShape(file, HEADLINES, 'headlines')
  return new Map((file as Row[]).map(({ date, ...rest }) => [dayOf(date), rest]))
}
