/** Rows of a proposal as the records and features that stand in sources.json and the GeoJSON layers. */
import { listOf, type Row } from './proposal.ts'

/** Cells of a text that readers see, in the columns of its languages. */
const textsOf = (row: Row, name: string) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column.startsWith(`${name}_`)))

/** Keys in the order of the file; a cell that is empty is left out where it may be, so that the schema says what is missing. */
const said = (row: Row, ...columns: string[]) =>
  Object.fromEntries(columns.flatMap((column) => (row[column] ? [[column, row[column]]] : [])))
const number = (row: Row, column: string) => (row[column] ? { [column]: Number(row[column]) } : {})

export const sourceItem = (row: Row) => ({
  ...said(row, 'id', 'publisher'),
  title: row.title || null,
  ...said(row, 'language', 'kind'),
  stance: listOf(row.stance),
  note: row.note ?? '',
  date: row.date || null,
  url: row.url || null,
})

export const placeItem = (row: Row) => ({
  type: 'Feature',
  properties: {
    ...said(row, 'id', 'name'),
    ...textsOf(row, 'name'),
    variants: listOf(row.variants),
    ...said(row, 'kind', 'governorate'),
    ...number(row, 'precision_m'),
    ...said(row, 'side', 'note'),
  },
  geometry: { type: 'Point', coordinates: [row.lon, row.lat].map((n) => (n ? Number(n) : null)) },
})

export function areaItem(row: Row) {
  const { type, coordinates } = JSON.parse(row.outline || '{}')
  return {
    type: 'Feature',
    properties: {
      ...said(row, 'id', 'name'),
      ...textsOf(row, 'name'),
      ...said(row, 'kind'),
      ...number(row, 'precision_m'),
      ...said(row, 'note'),
    },
    geometry: { type, coordinates },
  }
}
