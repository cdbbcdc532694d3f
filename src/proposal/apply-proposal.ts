/** The data with the rows of a proposal in them: texts as an editor would have written them. */

import type { Folder } from '../compile/read/folder.ts'
import { holdersOf, withTexts } from '../compile/read/folder.ts'
import { allClaims } from '../compile/read/model.ts'
import { itemsOf, liner } from '../compile/read/positions-in-text.ts'
import { idOf, readTable } from '../compile/read/tables.ts'
import type { DataState } from './data-state.ts'
import type { Finding, RowRef } from './findings.ts'
import { type Tables, withIds } from './give-ids.ts'
import { areaItem, placeItem, sourceItem } from './items.ts'
import type { Proposal, Row, TableName } from './proposal.ts'
import { columnsIn, withCells, withItem, withRow } from './text-edits.ts'

export interface Applied {
  /** with an id in every row */
  proposal: Proposal
  /** as it would be */
  folder: Folder
  /** files that change, by name (`Folder.nameOf`); `before` is null for a new one */
  texts: Map<string, { before: string | null; after: string }>
  /** rows of the proposal by where they stand now: `file:line` */
  rowAt: Map<string, RowRef>
  /** rows that could not be put in */
  findings: Finding[]
}

/** @param given read by read-proposal.ts */
export function applyProposal(state: DataState, given: Proposal): Applied {
  const { folder, dataset } = state
  const texts: Applied['texts'] = new Map()
  const findings: Finding[] = []
  const edit = (name: string, before: string | null, change: (text: string) => string, empty: string) => {
    const known = texts.get(name)
    texts.set(name, { before: known ? known.before : before, after: change(known?.after ?? before ?? empty) })
  }
  const { proposal, tables } = withIds(state, given)

  const add = (table: TableName, file: string, empty: string, item: (row: Row) => object) => {
    const holder = holdersOf(folder, file).at(-1) ?? folder
    for (const row of proposal[table])
      edit(holder.nameOf(file), holder.text(file), (text) => withItem(text, item(row)), empty)
  }
  add('sources', 'sources.json', '[\n]\n', sourceItem)
  add('places', 'places.geojson', NO_FEATURES, placeItem)
  add('areas', 'areas/areas.geojson', NO_FEATURES, areaItem)

  for (const table of ['claims', 'areaClaims'] as const)
    proposal[table].forEach((row, index) => {
      const { file, columns } = tables[table][index]
      const text = folder.text(file)
      const known = columnsIn(text ?? columns.join(','))
      findings.push(...unknownColumns(row, { table, index, id: row.id }, known, file))
      edit(file, text, (now) => withRow(now, row), `${columns.join(',')}\n`)
    })
  proposal.amended.forEach((row, index) => {
    const ref: RowRef = { table: 'amended', index, id: row.id }
    const claim = allClaims(dataset).find(({ id }) => id === row.id)
    const text = claim && folder.text(claim.file)
    if (!claim || !text) {
      findings.push(finding(ref, 'id', 'unknown-claim', `there is no claim "${row.id}"`))
      return
    }
    findings.push(...unknownColumns(row, ref, columnsIn(text), claim.file))
    const { id, ...cells } = row
    edit(claim.file, text, (now) => withCells(now, claim.line, cells), '')
  })

  const after = withTexts(folder, new Map([...texts].map(([name, { after }]) => [name, after])))
  return { proposal, folder: after, texts, rowAt: rowsIn(after, proposal, tables, state), findings }
}

const NO_FEATURES = '{"type":"FeatureCollection","features":[\n]}\n'

const finding = (row: RowRef, field: string, rule: string, message: string): Finding => ({
  row,
  field,
  rule,
  severity: 'error',
  message,
})

const unknownColumns = (row: Row, ref: RowRef, columns: readonly string[], file: string): Finding[] =>
  Object.keys(row)
    .filter((column) => !columns.includes(column))
    .map((column) => finding(ref, column, 'unknown-column', `${file} has no column "${column}"`))

function rowsIn(
  folder: Folder,
  proposal: Proposal,
  tables: Tables,
  { dataset }: DataState,
): Applied['rowAt'] {
  const at: Applied['rowAt'] = new Map()
  const linesOf = (table: TableName, file: string) => {
    if (proposal[table].length === 0) return
    const holder = holdersOf(folder, file).at(-1) ?? folder
    const text = holder.text(file) ?? ''
    const lineOf = liner(text)
    const own = new Map(proposal[table].map(({ id }, index) => [id, index]))
    for (const { from, to } of itemsOf(text)) {
      const id = idOf(JSON.parse(text.slice(from, to))) ?? ''
      const index = own.get(id)
      if (index !== undefined) at.set(`${holder.nameOf(file)}:${lineOf(from)}`, { table, index, id })
    }
  }
  linesOf('sources', 'sources.json')
  linesOf('places', 'places.geojson')
  linesOf('areas', 'areas/areas.geojson')
  for (const table of ['claims', 'areaClaims'] as const)
    proposal[table].forEach(({ id }, index) => {
      const rows = readTable(folder, tables[table][index].file, [], []).filter((row) => row.get('id') === id)
      const row = rows.at(-1)
      if (row) at.set(`${row.file}:${row.line}`, { table, index, id })
    })
  proposal.amended.forEach(({ id }, index) => {
    const claim = allClaims(dataset).find((one) => one.id === id)
    if (claim) at.set(`${claim.file}:${claim.line}`, { table: 'amended', index, id })
  })
  return at
}
