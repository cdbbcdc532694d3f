import type { Feature, FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { farBase } from '../../src/derive/far-base.ts'

const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const feature = (type: 'MultiLineString' | 'MultiPolygon', coordinates: unknown): Feature =>
  ({ type: 'Feature', properties: { unseen: 1 }, geometry: { type, coordinates } }) as Feature

describe('the base map from afar', () => {
  const of = (each: Feature) =>
    Object.values(
      farBase((file) => (file.includes('labels') ? collection() : collection(each)), ['en'], []),
    ).flatMap(({ features }) => features)

  it('has lines with only the points that show, and no property that no layer asks for', () => {
    const nearlyStraight = [36, 36.1, 36.2, 36.3].map((lon, i) => [lon, 34 + (i % 2) * 0.001])
    const features = of(feature('MultiLineString', [nearlyStraight]))
    expect(features.length).toBeGreaterThan(0)
    for (const { geometry, properties } of features) {
      expect((geometry as { coordinates: number[][][] }).coordinates[0].map(([lon]) => lon)).toEqual([
        36, 36.3,
      ])
      expect(properties).toEqual({})
    }
  })

  it('leaves empty what a country has none of', () => {
    for (const none of [[], [[]]])
      for (const { geometry } of of(feature('MultiPolygon', none)))
        expect((geometry as { coordinates: unknown }).coordinates).toEqual(none)
  })
})
