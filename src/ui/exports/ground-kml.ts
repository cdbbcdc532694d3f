/** The ground as KML. */
import { groundKml } from '../../formats/kml.ts'
import type { MakeExport } from './contract.ts'
import { groundOf } from './ground-source.ts'

const make: MakeExport = async (source) => {
  const { atlas, pieces, name } = await groundOf(source)
  const { conflict, factions, words } = source.app
  return { name, content: groundKml(atlas, pieces, factions, words.text(conflict.title)) }
}
export default make
