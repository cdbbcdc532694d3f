/** Leaflet on a canvas: shapes are added when their time begins and taken away when it ends. */
import 'leaflet/dist/leaflet.css'
import type { Position } from 'geojson'
import L from 'leaflet'
import { frontSpans, groundSpans, holds, type Span } from '../intervals.ts'
import { ROWS, type Scene, type Stage, type Technique, VIEW } from '../stage.ts'

interface Shape extends Span {
  layer: L.Path
  shown: boolean
}
type Redrawing = L.Canvas & { _redraw(): void; _container: HTMLCanvasElement; _ctx: CanvasRenderingContext2D }

const turned = (line: Position[]) => line.map(([lon, lat]): L.LatLngTuple => [lat, lon])

export const leaflet: Technique = async ({ container, atlas, looks, day: first }: Scene) => {
  const renderer = L.canvas({ padding: 0 }) as Redrawing
  const map = L.map(container, {
    zoomSnap: 0,
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: false,
    // Leaflet's tiles are half as wide as MapLibre's.
    center: [VIEW.lat, VIEW.lon],
    zoom: VIEW.zoom + 1,
  })
  map.createPane('lines')
  const shapes = [
    ...groundSpans(atlas, looks).map(({ geometry, properties }): Shape => {
      const rings = geometry.coordinates.map((polygon) => polygon.map(turned))
      const style = {
        renderer,
        stroke: false,
        fillOpacity: 1,
        fillColor: properties.colour,
        interactive: false,
      }
      return { ...properties, layer: L.polygon(rings, { ...style, smoothFactor: 0 }), shown: false }
    }),
    ...frontSpans(atlas, looks).map(({ geometry, properties }): Shape => {
      const style = { renderer, color: properties.colour, weight: 1.8, interactive: false }
      return {
        ...properties,
        layer: L.polyline(turned(geometry.coordinates), { ...style, smoothFactor: 0 }),
        shown: false,
      }
    }),
  ]
  const stage: Stage = {
    setDay(day) {
      for (const shape of shapes) {
        const wanted = holds(shape, day)
        if (wanted === shape.shown) continue
        shape.shown = wanted
        if (wanted) shape.layer.addTo(map)
        else shape.layer.remove()
      }
      // Colour under lines, whatever came last.
      for (const shape of shapes)
        if (shape.shown && shape.layer instanceof L.Polyline && !(shape.layer instanceof L.Polygon))
          shape.layer.bringToFront()
    },
    repaint: () => requestAnimationFrame(() => renderer._redraw()),
    onFrame: null,
    rest: () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    rows() {
      const { width, height } = renderer._container
      const pixels = new Uint8Array(4 * width * ROWS.length)
      ROWS.forEach((share, i) => {
        pixels.set(renderer._ctx.getImageData(0, Math.floor(share * height), width, 1).data, 4 * width * i)
      })
      return pixels
    },
  }
  stage.setDay(first)
  const redraw = renderer._redraw
  renderer._redraw = function (this: Redrawing) {
    redraw.call(this)
    stage.onFrame?.()
  }
  return stage
}
