/** The ground as FlatGeobuf. */
import { groundFlatgeobuf } from '../../formats/flatgeobuf.ts'
import type { MakeExport } from './contract.ts'
import { groundOf } from './ground-source.ts'

const make: MakeExport = async (source) => {
  const { atlas, pieces, name } = await groundOf(source)
  return { name, content: groundFlatgeobuf(atlas, pieces) }
}
export default make
