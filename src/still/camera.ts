/** Where the ground lies on a picture: Web Mercator, north up, as the interactive map shows it. */

import { latitude, longitude, mercatorX, mercatorY } from '../map/webgl/local-plane.ts'

/** Width of the whole world at zoom 0, CSS pixels, as MapLibre counts. */
const WORLD = 512

export interface StillCamera {
  /** middle of the picture, degrees */
  lon: number
  lat: number
  /** zoom as in links: the world is 512 · 2^zoom pixels wide */
  zoom: number
}

export interface View extends StillCamera {
  /** pixels */
  width: number
  height: number
  /** @returns pixels from the top left corner, of a point in degrees (lon, lat) */
  project(lon: number, lat: number): [x: number, y: number]
  /** what is seen: west, south, east, north, degrees */
  bounds: [number, number, number, number]
  /** metres on the ground for one pixel in the middle */
  metresPerPixel: number
  grain: Grain
}

/** How finely lines are written. */
export interface Grain {
  /** steps of path data in a pixel */
  steps: number
  /** how far a line with fewer points may run from the line, pixels; 0: all points */
  tolerance: number
}

export const FINE: Grain = { steps: 10, tolerance: 0 }

/** @param width @param height of the picture, pixels */
export function viewOf(
  { lon, lat, zoom }: StillCamera,
  width: number,
  height: number,
  grain: Grain = FINE,
): View {
  const scale = WORLD * 2 ** zoom
  const [left, top] = [mercatorX(lon) * scale - width / 2, mercatorY(lat) * scale - height / 2]
  const [x0, y0, x1, y1] = [left, top, left + width, top + height].map((at) => at / scale)
  return {
    lon,
    lat,
    zoom,
    width,
    height,
    project: (lon, lat) => [mercatorX(lon) * scale - left, mercatorY(lat) * scale - top],
    bounds: [longitude(x0), latitude(y1), longitude(x1), latitude(y0)],
    metresPerPixel: (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / scale,
    grain,
  }
}

/**
 * The camera that brings a box into a picture, with room at its edges.
 * @param bbox west, south, east, north, degrees
 * @param room pixels that something else covers: top, right, bottom, left
 */
export function cameraFor(
  [west, south, east, north]: readonly [number, number, number, number],
  width: number,
  height: number,
  [top, right, bottom, left]: readonly [number, number, number, number] = [0, 0, 0, 0],
): StillCamera {
  const [x0, x1, y0, y1] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)]
  const free = [Math.max(16, width - left - right), Math.max(16, height - top - bottom)]
  const scale = Math.min(free[0] / (x1 - x0), free[1] / (y1 - y0))
  const x = (x0 + x1) / 2 + (right - left) / 2 / scale
  const y = (y0 + y1) / 2 + (bottom - top) / 2 / scale
  return { lon: longitude(x), lat: latitude(y), zoom: Math.log2(scale / WORLD) }
}
