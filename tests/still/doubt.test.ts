/** Bands along inferred fronts: as wide on the ground as the front is unknown, from zoom 8 on, and only where they are switched on. */
import { expect, it } from 'vitest'
import { ARC_KIND } from '../../src/chronicle/atlas.ts'
import { DOUBT_CORE } from '../../src/map/doubt.ts'
import { DOUBT } from '../../src/map/overlays/registry.ts'
import { viewOf } from '../../src/still/camera.ts'
import { drawStill } from '../../src/still/still.ts'
import { atlas } from '../map/webgl/world.ts'
import { data, HEIGHT, options, pixelsOf, WIDTH } from './scene.ts'

const METRES = 4000
/** The frozen atlas, each of whose inferred lines is known within four kilometres. */
const unsure = {
  ...data,
  atlas: {
    ...atlas,
    arcs: atlas.arcs.map((arc) => ({ ...arc, error: arc.kind === ARC_KIND.inferred ? METRES : 0 })),
  },
}
const CAMERA = { lon: 37.9, lat: 36.4, zoom: 9 }
const DAY = atlas.start + 10

function drawn(zoom: number, on = true) {
  const layers = new Set(on ? [DOUBT] : [])
  return drawStill(
    unsure,
    options({ camera: { ...CAMERA, zoom }, day: DAY, shown: { ...options().shown, layers } }),
  )
}

it('are nowhere from afar, nor where they are switched off', () => {
  expect(drawn(7)).not.toContain('pdoubt')
  expect(drawn(9, false)).not.toContain('pdoubt')
  expect(drawn(9)).toContain('pdoubt')
})

it('are twice as wide in pixels at the next zoom, and never wider than the error to either side', () => {
  const widths = (zoom: number) =>
    [...drawn(zoom).matchAll(/<g opacity="[^"]+"><path stroke-width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    )
  const { metresPerPixel } = viewOf(CAMERA, WIDTH, HEIGHT)
  const near = widths(9)
  expect(Math.max(...near)).toBeLessThanOrEqual((2 * METRES) / metresPerPixel)
  expect(Math.min(...near)).toBeGreaterThanOrEqual((2 * METRES * DOUBT_CORE) / metresPerPixel)
  widths(10).forEach((width, i) => {
    expect(width / near[i]).toBeCloseTo(2, 1)
  })
})

it('darken the ground beside the line, and leave what is far from any as it was', async () => {
  const [plain, banded] = [await pixelsOf(drawn(9, false)), await pixelsOf(drawn(9))]
  let [darker, same, lighter] = [0, 0, 0]
  for (let p = 0; p < plain.data.length; p += 4) {
    const change = [0, 1, 2].reduce((sum, i) => sum + banded.data[p + i] - plain.data[p + i], 0)
    if (change < -20) darker++
    else if (change > 20) lighter++
    else if (change === 0) same++
  }
  expect(darker).toBeGreaterThan(10_000)
  expect(same).toBeGreaterThan(10_000)
  expect(lighter).toBeLessThan(200)
})
