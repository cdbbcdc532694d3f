/** The list of what changed as a table: one row for the ground of each group in each governorate, one for each place. */
import type { Atlas } from '../../../chronicle/atlas.ts'
import type { ChangeGroup, ChangeList } from '../../../chronicle/change-list.ts'
import { type Day, isoOf } from '../../../chronicle/day.ts'
import type { Cell } from '../../data/csv.ts'
import { about } from '../../words/words.ts'

export const CHANGE_COLUMNS = [
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
  'place_name',
  'place_name_ar',
  'date_of_change',
  'lon',
  'lat',
] as const

export interface TableNames {
  faction(index: number, day: Day): string
  governorate(index: number): string
}

/**
 * @param names names in the reader's language; ids stand beside them
 * @returns rows in the order of {@link CHANGE_COLUMNS}; ids of several factions are joined by `|`
 */
export function changeTable(list: ChangeList, atlas: Atlas, names: TableNames): Cell[][] {
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
        null,
        null,
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
          place.name,
          place.name_ar,
          isoOf(day),
          place.lon,
          place.lat,
        ]),
      ]
    }),
  )
}
