/**
 * The least that a page with MapLibre can be: a map of one colour with its credit, which every map has (and without which
 * Lighthouse may find that the page paints no content). It tells when it is painted, and when it is at rest.
 */
import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

setWorkerUrl(workerUrl)
const map = new MapLibreMap({
  container: 'map',
  style: {
    version: 8,
    sources: {},
    layers: [{ id: 'background', type: 'background', paint: { 'background-color': '#c9d8dd' } }],
  },
  center: [38.5, 35],
  zoom: 6,
  attributionControl: { compact: false, customAttribution: 'An empty map' },
})
map.once('load', () => performance.mark('map-painted'))
map.once('idle', () => performance.mark('map-at-rest'))
