/** The ground as GeoJSON. */
import { groundGeojson } from '../../formats/ground.ts'
import type { MakeExport } from './contract.ts'
import { groundOf } from './ground-source.ts'

const make: MakeExport = async (source) => {
  const { atlas, pieces, name } = await groundOf(source)
  return { name, content: `${JSON.stringify(groundGeojson(atlas, pieces))}\n` }
}
export default make
