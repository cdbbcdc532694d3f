import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LightCamera, lightCamera } from '../../src/light/camera.ts'
import { limitsOf, ZOOM } from '../../src/map/behaviour.ts'

const BBOX = [35.5, 32.3, 42.4, 37.4] as const
const SIZE = { width: 800, height: 600 }
const INSETS = { top: 40, bottom: 100, left: 300, right: 20 }

/** A camera that takes every way in one step, as for readers who asked for less motion. */
function open(start = { lon: 38, lat: 35, zoom: 8, bearing: 0 }): LightCamera {
  return lightCamera({
    bbox: BBOX,
    camera: start,
    size: () => SIZE,
    insets: () => INSETS,
    onMove() {},
    onArrived() {},
  })
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  vi.stubGlobal('cancelAnimationFrame', () => {})
})
afterEach(() => void vi.unstubAllGlobals())

describe('the camera of the light map', () => {
  it('keeps the ground under the fingers while it comes closer, and goes with them when they move', () => {
    const camera = open()
    const before = camera.screenOf(38.3, 35.2)
    camera.zoomAround(before.x, before.y, 1.5)
    const after = camera.screenOf(38.3, 35.2)
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(0.01)
    expect(camera.camera().zoom).toBe(9.5)
    camera.drag(30, -20)
    const dragged = camera.screenOf(38.3, 35.2)
    expect([dragged.x - after.x, dragged.y - after.y].map(Math.round)).toEqual([30, -20])
  })

  it('never leaves what can be seen, however far it is pushed', () => {
    const camera = open()
    const [west, south, east, north] = limitsOf(BBOX, SIZE, INSETS).maxBounds
    for (const [dx, dy] of [
      [1e5, 1e5],
      [-1e5, -1e5],
    ]) {
      camera.drag(dx, dy)
      const none = { top: 0, bottom: 0, left: 0, right: 0 }
      const [w, s, e, n] = camera.boxInView(none)
      expect(Math.min(w - west, s - south, east - e, north - n)).toBeGreaterThan(-1e-6)
    }
    camera.zoomBy(40)
    expect(camera.camera().zoom).toBe(ZOOM.most)
    camera.zoomBy(-40)
    expect(camera.camera().zoom).toBeGreaterThanOrEqual(ZOOM.least)
  })

  it('shows all of the conflict between the panels, and a point in the middle of what they leave', () => {
    const camera = open()
    camera.showAll()
    const [a, b] = [camera.screenOf(BBOX[0], BBOX[3]), camera.screenOf(BBOX[2], BBOX[1])]
    expect(Math.min(a.x - INSETS.left, a.y - INSETS.top)).toBeGreaterThan(-0.01)
    expect(Math.min(SIZE.width - INSETS.right - b.x, SIZE.height - INSETS.bottom - b.y)).toBeGreaterThan(
      -0.01,
    )
    camera.flyTo(37, 36)
    const { x, y } = camera.screenOf(37, 36)
    expect([x, y].map(Math.round)).toEqual([540, 270])
  })
})
