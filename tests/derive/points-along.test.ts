import type { FeatureCollection } from 'geojson'
import { expect, it } from 'vitest'
import { pointsAlong } from '../../src/derive/points-along.ts'

const line = (...coordinates: [number, number][]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { ref: 'M5' }, geometry: { type: 'LineString', coordinates } }],
})
const along = (layer: FeatureCollection) =>
  pointsAlong(layer, ({ properties }) => properties).map(({ geometry }) => geometry.coordinates)

it('names a long line again and again, evenly, and on the line', () => {
  // Along a meridian, 155 km.
  expect(along(line([37, 34], [37, 34.5], [37, 35.4]))).toEqual([
    [37, 34.14],
    [37, 34.42],
    [37, 34.7],
    [37, 34.98],
    [37, 35.26],
  ])
})

it('names a short line once in its middle, a scrap never, and none that is not to be named', () => {
  expect(along(line([37, 34], [37, 34.2]))).toEqual([[37, 34.1]])
  expect(along(line([37, 34], [37, 34.01]))).toEqual([])
  expect(pointsAlong(line([37, 34], [37, 36]), () => null)).toEqual([])
})
