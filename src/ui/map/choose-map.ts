/**
 * Which map this page shows: the full one, or the light one (src/light). The two are fetched apart, and
 * neither is fetched for nothing.
 */
import type { MapView, MapViewOptions } from '../../map/map-contract.ts'
import { MapTroubleError } from '../../map/map-trouble.ts'
import { LoadError } from '../data/fetch-json.ts'
import { loadExactAtlas } from '../data/load.ts'
import { pictureStands } from '../first-picture/take-over.ts'
import { canDraw, type DeviceHints, type LightReason, lightReason } from './light-reason.ts'

const { dataset } = document.documentElement
let reason = lightReason(location.search, navigator as DeviceHints)
if (reason) dataset.map = 'light'

/** @throws LoadError when the code of a map does not arrive */
const arriving = <T>(module: Promise<T>) =>
  module.catch((cause): never => {
    throw new LoadError('map', 'program', { cause })
  })
const fullMap = () => arriving(import('../../map/map-view.ts'))
const lightMap = () => arriving(import('../../light/light-view.ts'))

// The code of the full map is fetched along with the data, unless the page has a picture that stands for the map.
// What fails is shown once the map is wanted; until then it is nobody's unhandled error.
const early = reason || pictureStands() ? null : fullMap()
early?.catch(() => {})

/** @returns why the light map is shown; `null`: the full one is, as far as is known before it is opened */
export function lightMapReason(): LightReason | null {
  return reason
}

/** @returns the map, once its first picture can be painted */
export async function openMapView(options: MapViewOptions): Promise<MapView> {
  // The head of the page may have looked already. Asking the graphics card takes time, so it is asked when a map is wanted.
  if (!reason && !(dataset.map ? dataset.map === 'full' : canDraw(document))) reason = 'no-webgl'
  if (!reason) {
    try {
      dataset.map = 'full'
      return await (await (early ?? fullMap())).createMapView(options)
    } catch (error) {
      if (!(error instanceof MapTroubleError)) throw error
      reason = error.reason
    }
  }
  dataset.map = 'light'
  return (await lightMap()).createLightView({ ...options, exact: loadExactAtlas })
}
