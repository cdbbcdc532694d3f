/** The list of what changed as a table: one row for the ground of each group in each governorate, one for each place. */
import type { Atlas } from '../../../chronicle/atlas.ts'
import type { ChangeGroup, ChangeList } from '../../../chronicle/change-list.ts'
import { type Day, isoOf } from '../../../chronicle/day.ts'
import { nameField } from '../../../chronicle/text.ts'
import type { Cell } from '../../data/csv.ts'
import { about } from '../../words/words.ts'

/** @param languages that places have names in, each with a column of its own */
export const changeColumns = (languages: readonly string[]): string[] => [
  'from_date',
  'to_date',
  'row',
  'change',
  'holder',
  'holder_name',
  'previous_holders',
  'other_side',
  'governorate',
  'governorate_name',
  'area_km2_about',
  'place',
  ...languages.map((language) => `place_${nameField(language)}`),
  'date_of_change',
  'lon',
  'lat',
]

export interface TableNames {
  faction(index: number, day: Day): string
  governorate(index: number): string
}

/**
 * @param names names in the reader's language; ids stand beside them
 * @param languages as for {@link changeColumns}
 * @returns rows in the order of the columns; ids of several factions are joined by `|`
 */
export function changeTable(
  list: ChangeList,
  atlas: Atlas,
  names: TableNames,
  languages: readonly string[],
): Cell[][] {
  const id = (faction: number) => (faction < 0 ? '' : atlas.factions[faction])
  const lead = (group: ChangeGroup, row: 'ground' | 'place'): Cell[] => [
    isoOf(list.from),
    isoOf(list.to),
    row,
    group.kind,
    id(group.faction),
    names.faction(group.faction, list.to),
    group.from.map(([faction]) => id(faction)).join('|'),
    group.other === null ? '' : id(group.other),
  ]
  return list.groups.flatMap((group) =>
    group.parts.flatMap(({ governorate, km2, places }) => {
      const where: Cell[] = [
        governorate < 0 ? '' : atlas.governorates[governorate],
        governorate < 0 ? '' : names.governorate(governorate),
      ]
      const ground: Cell[] = [
        ...lead(group, 'ground'),
        ...where,
        about(km2),
        null,
        ...languages.map(() => null),
        null,
        null,
        null,
      ]
      return [
        ground,
        ...places.map(({ place, day }): Cell[] => [
          ...lead(group, 'place'),
          ...where,
          null,
          place.id,
          ...languages.map((language) => place.name[language] ?? null),
          isoOf(day),
          place.lon,
          place.lat,
        ]),
      ]
    }),
  )
}
