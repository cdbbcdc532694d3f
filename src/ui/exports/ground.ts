/** The ground on one day as GeoJSON. */
import { isoOf } from '../../chronicle/day.ts'
import { groundOn } from '../../chronicle/ground-geojson.ts'
import type { MakeExport } from './contract.ts'

const make: MakeExport = async ({ app: { factions }, day, exactAtlas }) => ({
  name: `ground-${isoOf(day)}`,
  text: `${JSON.stringify(groundOn(await exactAtlas(), factions, day))}\n`,
})
export default make
