/** Rules on links to views that texts hold: the day lies in the range, the middle of the view on the map. */
import { dayOf, parseDay } from '../../chronicle/day.ts'
import type { Folder } from '../read/folder.ts'
import type { Dataset } from '../read/model.ts'
import { liner } from '../read/positions-in-text.ts'
import { error, type Problem } from '../read/problem.ts'

const LINK = /"link":\s*"([^"]*)"/g

/** @returns links of stories and weak stretches that lead nowhere; their form is the schema's matter */
export function lostLinks(folder: Folder, { conflict }: Pick<Dataset, 'conflict'>): Problem[] {
  const [first, last] = [dayOf(conflict.start), dayOf(conflict.end)]
  const [west, south, east, north] = conflict.bbox
  const files = ['weaknesses.json', ...folder.list('stories', '.json').map((name) => `stories/${name}`)]
  return files.flatMap((file) => {
    const text = folder.text(file) ?? ''
    const lineOf = liner(text)
    return [...text.matchAll(LINK)].flatMap(({ 1: link, index }) => {
      const at = { file: folder.nameOf(file), line: lineOf(index) }
      const params = new URLSearchParams(link)
      const date = params.get('date')
      const day = date === null ? first : parseDay(date)
      const [lon, lat] = params.get('view')?.split('_').map(Number) ?? [west, south]
      return [
        ...(day === null || day < first || day > last
          ? [
              error(
                'date-out-of-range',
                at,
                `link: ${date} is not between ${conflict.start} and ${conflict.end}`,
              ),
            ]
          : []),
        ...(lon < west || lon > east || lat < south || lat > north
          ? [error('view-outside-country', at, `link: ${lon}, ${lat} (lon, lat) lies outside the bbox`)]
          : []),
      ]
    })
  })
}
