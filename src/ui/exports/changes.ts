/** What changed between two days, as CSV: those of the link, or those that the panel of changes shows. */
import { changeList } from '../../chronicle/change-list.ts'
import { nameOn } from '../../chronicle/conflict.ts'
import { isoOf } from '../../chronicle/day.ts'
import { csvOf } from '../data/csv.ts'
import { changeColumns, changeTable } from '../panels/changes/change-table.ts'
import { intervalOf } from '../panels/changes/interval.ts'
import type { MakeExport } from './contract.ts'

const make: MakeExport = async ({ app, changeDays, day, view, days, evidence }) => {
  const { atlas, conflict, factions, governorates, words } = app
  const interval = days ?? intervalOf(day, view.with, changeDays)
  if (!interval) return null
  const { places } = await evidence()
  const list = changeList(atlas, places, interval.from, interval.to)
  const names = {
    faction(index: number, on: number) {
      const faction = factions.find(({ id }) => id === atlas.factions[index])
      return faction ? nameOn(faction, on, words.language) : ''
    },
    governorate(index: number) {
      const known = governorates.find(({ id }) => id === atlas.governorates[index])
      return known ? words.text(known.name) : ''
    },
  }
  const rows = changeTable(list, atlas, names, conflict.languages)
  return {
    name: `changes-${isoOf(list.from)}-to-${isoOf(list.to)}`,
    content: csvOf(changeColumns(conflict.languages), rows),
  }
}
export default make
