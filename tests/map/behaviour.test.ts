import { describe, expect, it } from 'vitest'
import { limitsOf, ZOOM } from '../../src/map/behaviour.ts'
import { cameraFor, viewOf } from '../../src/still/camera.ts'

const BBOX = [35.5, 32.3, 42.4, 37.4] as const

describe('how far away a view may be', () => {
  it('is the same on every page with room for the whole conflict', () => {
    const none = { top: 0, right: 0, bottom: 0, left: 0 }
    const wide = limitsOf(BBOX, { width: 1280, height: 800 }, none)
    expect(wide.minZoom).toBe(ZOOM.least)
    expect(limitsOf(BBOX, { width: 360, height: 740 }, { ...none, top: 140, bottom: 200 })).toEqual(wide)
  })

  it.each([
    ['a small frame', { width: 320, height: 240 }, { top: 36, right: 4, bottom: 110, left: 4 }],
    ['a phone that greets', { width: 360, height: 780 }, { top: 118, right: 12, bottom: 428, left: 12 }],
  ])('lets all of the conflict into what panels leave of %s', (_, size, insets) => {
    const { minZoom, maxBounds } = limitsOf(BBOX, size, insets)
    const { top, right, bottom, left } = insets
    const camera = cameraFor(BBOX, size.width, size.height, [top, right, bottom, left])
    expect(minZoom).toBeCloseTo(Math.min(ZOOM.least, camera.zoom))
    // What is seen then, under the panels too, may be seen.
    const [west, south, east, north] = viewOf(camera, size.width, size.height).bounds
    const past = Math.min(
      west - maxBounds[0],
      south - maxBounds[1],
      maxBounds[2] - east,
      maxBounds[3] - north,
    )
    expect(past).toBeGreaterThan(-1e-9)
  })
})
