/** The ground on one day as GeoJSON. */
import { isoOf } from '../../chronicle/day.ts'
import { groundOn } from '../../chronicle/ground-geojson.ts'
import type { MakeExport } from './contract.ts'

const make: MakeExport = async ({ app: { atlas, factions }, day }) => ({
  name: `ground-${isoOf(day)}`,
  text: `${JSON.stringify(groundOn(atlas, factions, day))}\n`,
})
export default make
