/**
 * Which map this page shows: the full one, or the light one (src/light). Decided once, when the page is opened: the
 * two are fetched apart, and neither is fetched for nothing.
 */
import type { MapView, MapViewOptions } from '../../map/map-contract.ts'
import { MapTroubleError } from '../../map/map-trouble.ts'
import { LoadError } from '../data/fetch-json.ts'
import { loadExactAtlas } from '../data/load.ts'
import { canDraw, type DeviceHints, type LightReason, lightReason } from './light-reason.ts'

/** The head of the page may have looked already; for style sheets, too. */
const { dataset } = document.documentElement
const drawable = () => (dataset.map ? dataset.map === 'full' : canDraw(document))
let reason: LightReason | null =
  lightReason(location.search, navigator as DeviceHints) ?? (drawable() ? null : 'no-webgl')
dataset.map = reason ? 'light' : 'full'

/** @throws LoadError when the code of a map does not arrive */
const arriving = <T>(module: Promise<T>) =>
  module.catch((cause): never => {
    throw new LoadError('map', 'program', { cause })
  })
const full = reason ? null : arriving(import('../../map/map-view.ts'))
// What fails is shown once the map is wanted; until then it is nobody's unhandled error.
full?.catch(() => {})
const light = () => arriving(import('../../light/light-view.ts'))

/** @returns why the light map is shown; `null`: the full one is */
export function lightMapReason(): LightReason | null {
  return reason
}

/** @returns the map, once its first picture can be painted */
export async function openMapView(options: MapViewOptions): Promise<MapView> {
  if (full) {
    try {
      return await (await full).createMapView(options)
    } catch (error) {
      if (!(error instanceof MapTroubleError)) throw error
      reason = error.reason
    }
  }
  return (await light()).createLightView({ ...options, exact: loadExactAtlas })
}
