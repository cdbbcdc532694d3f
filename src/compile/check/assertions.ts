/** Rules on the test set: what a row asserts can be asked of the map. */
import { dayOf, parseDay } from '../../chronicle/day.ts'
import type { Folder } from '../read/folder.ts'
import type { Dataset } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { didYouMean } from '../read/suggest.ts'
import { readJson, readTable } from '../read/tables.ts'
import { misplacedPoints } from './coordinates.ts'

/** @returns rows of assertions.csv about factions, days, regions or ground that the map does not have */
export function unfitAssertions(folder: Folder, dataset: Dataset): Problem[] {
  const known = new Set(dataset.factions.map(({ id }) => id))
  const [first, last] = [dayOf(dataset.conflict.start), dayOf(dataset.conflict.end)]
  const about = readJson(folder, 'about.json', []) as { regions?: Record<string, unknown> } | null
  const regions = Object.keys(about?.regions ?? {})
  return readTable(folder, 'assertions.csv', ['id', 'lon', 'lat', 'day', 'holder'], []).flatMap((row) => {
    const { file, line } = row
    const id = row.get('id')
    const error = (reason: string, message: string): Problem => ({
      reason,
      severity: 'error',
      file,
      line,
      message: `${id}: ${message}`,
    })
    const day = parseDay(row.get('day'))
    const region = row.get('region')
    return [
      ...(about && !regions.includes(region)
        ? [
            error(
              'region-without-name',
              `"${region}" is not among the regions of about.json${didYouMean(region, regions)}`,
            ),
          ]
        : []),
      ...row
        .list('holder')
        .filter((faction) => !known.has(faction))
        .map((faction) =>
          error('unknown-faction', `"${faction}" is not in factions.json${didYouMean(faction, known)}`),
        ),
      ...(day !== null && (day < first || day > last)
        ? [
            error(
              'date-out-of-range',
              `${row.get('day')} lies outside ${dataset.conflict.start} – ${dataset.conflict.end}`,
            ),
          ]
        : []),
      ...misplacedPoints(
        [{ id, file, line, lon: Number(row.get('lon')), lat: Number(row.get('lat')) }],
        dataset,
        false,
      ),
    ]
  })
}
