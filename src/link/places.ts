/** Codecs of places on earth: the camera and the point asked about. Longitude first, as everywhere. */
import { type Codec, decimal, numbersOf } from './codecs.ts'
import type { Camera, LinkContext } from './state.ts'

/** About ten metres, finer than any named place here is known. */
const COORDINATE_DECIMALS = 4
/** Farthest out and in that MapLibre goes. */
const ZOOM = { min: 0, max: 24 }

/** @returns whether the point lies in the box of the conflict, widened on each side by `margin` times its size */
function isInside([w, s, e, n]: LinkContext['bbox'], lon: number, lat: number, margin: number): boolean {
  const [x, y] = [(e - w) * margin, (n - s) * margin]
  return lon >= w - x && lon <= e + x && lat >= s - y && lat <= n + y
}

/** `lon_lat_zoom`, and `_bearing` unless north is up. */
export const cameraCodec: Codec<Camera> = {
  decode(text, { bbox }) {
    const numbers = numbersOf(text)
    if (!numbers) return { reason: 'not-a-number' }
    if (numbers.length < 3 || numbers.length > 4) return { reason: 'malformed' }
    const [lon, lat, zoom, bearing = 0] = numbers
    if (zoom < ZOOM.min || zoom > ZOOM.max || !isInside(bbox, lon, lat, 1)) return { reason: 'out-of-range' }
    return { value: { lon, lat, zoom, bearing: turned(bearing) } }
  },
  encode({ lon, lat, zoom, bearing }) {
    if (![lon, lat, zoom, bearing].every(Number.isFinite)) return null
    const parts = [decimal(lon, COORDINATE_DECIMALS), decimal(lat, COORDINATE_DECIMALS), decimal(zoom, 2)]
    const turn = decimal(turned(bearing), 1)
    return (turn === '0' ? parts : [...parts, turn]).join('_')
  },
}

/** @returns the same bearing in -180 (exclusive) to 180 degrees */
function turned(bearing: number): number {
  // Left alone when possible: the remainder of 0.1 is not quite 0.1.
  if (bearing > -180 && bearing <= 180) return bearing
  const turn = ((bearing % 360) + 360) % 360
  return turn > 180 ? turn - 360 : turn
}

/** `lon_lat`. */
export const pointCodec: Codec<readonly [number, number]> = {
  decode(text, { bbox }) {
    const numbers = numbersOf(text)
    if (!numbers) return { reason: 'not-a-number' }
    if (numbers.length !== 2) return { reason: 'malformed' }
    const [lon, lat] = numbers
    return isInside(bbox, lon, lat, 0) ? { value: [lon, lat] } : { reason: 'out-of-range' }
  },
  encode([lon, lat]) {
    if (![lon, lat].every(Number.isFinite)) return null
    return `${decimal(lon, COORDINATE_DECIMALS)}_${decimal(lat, COORDINATE_DECIMALS)}`
  },
}
