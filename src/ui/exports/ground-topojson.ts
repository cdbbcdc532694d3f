/** The ground as TopoJSON. */
import { groundTopology } from '../../formats/topojson.ts'
import type { MakeExport } from './contract.ts'
import { groundOf } from './ground-source.ts'

const make: MakeExport = async (source) => {
  const { atlas, pieces, name } = await groundOf(source)
  return { name, content: `${JSON.stringify(groundTopology(atlas, pieces))}\n` }
}
export default make
