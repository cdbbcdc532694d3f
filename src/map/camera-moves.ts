/** How the view of the map moves. Nothing moves gradually for readers who asked for less motion. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { CLOSEST_BOX, DURATION, POINT_ZOOM, reducedMotion } from './behaviour.ts'
import type { CameraMoves, CameraView, Insets } from './map-contract.ts'

/** Marks a move that the reader asked for, so that the link follows it. */
const TOLD = { told: true }
const EQUATOR_M = 40_075_016.686

/**
 * @param bbox west, south, east, north of the conflict
 * @param insets gives the room at the edges that panels cover
 */
export function cameraMoves(
  map: MapLibreMap,
  bbox: readonly [number, number, number, number],
  insets: () => Insets,
): CameraMoves {
  const inTime = (duration: number) => (reducedMotion() ? 0 : duration)
  return {
    camera(): CameraView {
      const { lng: lon, lat } = map.getCenter()
      return { lon, lat, zoom: map.getZoom(), bearing: map.getBearing() }
    },
    goTo({ lon, lat, zoom, bearing }) {
      map.jumpTo({ center: [lon, lat], zoom, bearing })
    },
    flyTo(lon, lat, zoom, duration = DURATION.fly) {
      const target = {
        center: [lon, lat] as [number, number],
        zoom: zoom ?? Math.max(map.getZoom(), POINT_ZOOM),
      }
      const { left, right, top, bottom } = insets()
      // An offset, not a padding: a padding would stay, and shift the middle of the view that links name.
      const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2]
      map.easeTo({ ...target, offset, duration: inTime(duration) }, TOLD)
    },
    showAll() {
      map.fitBounds([...bbox], { padding: insets(), duration: inTime(DURATION.all) }, TOLD)
    },
    showBox(box) {
      map.fitBounds(
        [...box],
        { padding: insets(), maxZoom: CLOSEST_BOX, duration: inTime(DURATION.box) },
        TOLD,
      )
    },
    zoomBy(levels) {
      map.easeTo({ zoom: map.getZoom() + levels, duration: inTime(DURATION.zoom) }, TOLD)
    },
    panBy(x, y) {
      const { clientWidth, clientHeight } = map.getContainer()
      map.panBy([x * clientWidth, y * clientHeight], { duration: inTime(DURATION.pan) }, TOLD)
    },
    metresPerPixel() {
      return (EQUATOR_M * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
    },
    screenOf: (lon, lat) => map.project([lon, lat]),
    boxInView({ left, right, top, bottom }) {
      const { clientWidth, clientHeight } = map.getContainer()
      const [x, y] = [
        [left, Math.max(left, clientWidth - right)],
        [top, Math.max(top, clientHeight - bottom)],
      ]
      const corners = x.flatMap((x) => y.map((y) => map.unproject([x, y])))
      const [lons, lats] = [corners.map(({ lng }) => lng), corners.map(({ lat }) => lat)]
      return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
    },
  }
}

/**
 * Takes the view of another map of the same size, and keeps to it.
 * @param leader `undefined`: it is no map of this kind, and nothing is followed
 * @returns a function that ends it
 */
export function follow(map: MapLibreMap, leader: MapLibreMap | undefined): () => void {
  if (!leader) return () => {}
  const copy = () => {
    if (map.getMinZoom() !== leader.getMinZoom()) {
      map.setMaxBounds(leader.getMaxBounds())
      map.setMinZoom(leader.getMinZoom())
    }
    const { lng, lat } = leader.getCenter()
    map.jumpTo({
      center: [lng, lat],
      zoom: leader.getZoom(),
      bearing: leader.getBearing(),
      pitch: leader.getPitch(),
      padding: leader.getPadding(),
    })
    // In the same frame as the leader, else the two halves shear while the map is moved.
    map.redraw()
  }
  copy()
  leader.on('move', copy)
  return () => void leader.off('move', copy)
}
