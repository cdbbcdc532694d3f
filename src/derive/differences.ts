/** What readers are told of the meeting of two folders: the places where the one day differs from the other, and why. */
import type { FeatureCollection } from 'geojson'
import { type Text, textOf } from '../chronicle/text.ts'
import type { ConflictFile } from '../compile/read/model.ts'

/** differences.csv with the days that it speaks of. */
interface DifferencesFile {
  /** of this folder, `YYYY-MM-DD` */
  day: string
  /** of the folder that it meets */
  with: string
  places: { id: string; name: Text; here: string; there: string; reason: Text }[]
}

/**
 * @param rows of differences.csv by column, `null` when there is no such file
 * @param gazetteer layers of places, for their names
 * @returns `null` for a folder that meets no other one, or that does not say how
 */
export function differencesOf(
  { meets }: Pick<ConflictFile, 'meets'>,
  rows: readonly Record<string, string>[] | null,
  gazetteer: readonly FeatureCollection[],
): DifferencesFile | null {
  if (!meets || !rows) return null
  const names = new Map(
    gazetteer
      .flatMap(({ features }) => features)
      .map(({ properties }) => [properties?.id, textOf(properties ?? {}, 'name')]),
  )
  return {
    day: meets.day,
    with: meets.with,
    places: rows.map((row) => ({
      id: row.place,
      name: names.get(row.place) ?? textOf({ name: row.place }, 'name'),
      here: row.here,
      there: row.there,
      reason: textOf(row, 'reason'),
    })),
  }
}
