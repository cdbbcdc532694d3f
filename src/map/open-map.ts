/** Opens MapLibre on an element: how the map behaves, before anything of this conflict is on it. */
import './map.css'
import { GPUInitializationError, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { LABEL_FADE, limitsOf, reducedMotion, ZOOM } from './behaviour.ts'
import { labelLanguages, majorLabelsFile } from './label-layers.ts'
import type { MapViewOptions } from './map-contract.ts'
import { MapTroubleError } from './map-trouble.ts'
import { style } from './style.ts'

// Without this the map stays empty in a bundled build: MapLibre looks for the worker beside its own module.
setWorkerUrl(workerUrl)

/** @throws MapTroubleError when the browser cannot draw maps */
export function openMap(options: MapViewOptions): MapLibreMap {
  try {
    const map = create(options)
    map.touchZoomRotate.disableRotation()
    return map
  } catch (error) {
    if (error instanceof GPUInitializationError) throw new MapTroubleError('no-webgl')
    throw error
  }
}

function create({
  container,
  data,
  theme,
  language,
  languages,
  camera,
  bbox,
  insets,
  passive,
}: MapViewOptions): MapLibreMap {
  return new MapLibreMap({
    container,
    style: style(data, theme, labelLanguages(language, languages), majorLabelsFile(language, languages)),
    ...(camera
      ? { center: [camera.lon, camera.lat], zoom: camera.zoom, bearing: camera.bearing }
      : { bounds: [bbox[0], bbox[1], bbox[2], bbox[3]], fitBoundsOptions: { padding: insets } }),
    ...limitsOf(bbox, { width: container.clientWidth, height: container.clientHeight }, insets),
    maxZoom: ZOOM.most,
    attributionControl: false,
    interactive: !passive,
    // Arrow keys belong to the time; the interface has its own keys for the view.
    keyboard: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: reducedMotion() ? 0 : LABEL_FADE,
    trackResize: true,
    // A style that is wrong shows while developing; readers need not wait for the check.
    validateStyle: import.meta.env.DEV,
  })
}
