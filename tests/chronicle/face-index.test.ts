import { describe, expect, it } from 'vitest'
import type { Atlas } from '../../src/chronicle/atlas.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { faceCoordinates, ringCoordinates } from '../../src/chronicle/rings.ts'
import { frozenAtlas } from '../fixtures/frozen.ts'
import { history, squares } from './strip-of-squares.ts'

const strip = squares([history([0, 0]), history([0, 1]), history([0, 0])])

describe('the face under a point', () => {
  it('is the square around it', () => {
    const { faceAt } = indexFaces(strip)
    expect([38.5, 39.5, 40.5].map((lon) => faceAt(lon, 35.5))).toEqual([0, 1, 2])
  })

  it('is none outside, nor for a point that is no point', () => {
    const { faceAt } = indexFaces(strip)
    const outside = [
      [37.9, 35.5],
      [38.5, 36.1],
      [41.1, 35.5],
      [Number.NaN, 35.5],
      [38.5, Number.POSITIVE_INFINITY],
    ]
    expect(outside.map(([lon, lat]) => faceAt(lon, lat))).toEqual([-1, -1, -1, -1, -1])
    expect(indexFaces({ ...strip, faces: [] }).faceAt(38.5, 35.5)).toBe(-1)
  })

  it('is the island and not what surrounds it', () => {
    const island = Float64Array.from([38.4, 35.4, 38.6, 35.4, 38.6, 35.6, 38.4, 35.6, 38.4, 35.4])
    const atlas: Atlas = {
      ...strip,
      arcs: [...strip.arcs, { coordinates: island, left: 3, right: 0, kind: 2 }],
      faces: [
        { ...strip.faces[0], polygons: [[[0], [~3]]] },
        ...strip.faces.slice(1),
        { ...strip.faces[0], polygons: [[[3]]] },
      ],
    }
    const { faceAt } = indexFaces(atlas)
    expect(faceAt(38.5, 35.5)).toBe(3)
    expect(faceAt(38.3, 35.5)).toBe(0)
  })
})

describe('rings', () => {
  it('join arcs end to end, backwards where they are named so, and write shared points once', () => {
    const atlas = {
      ...strip,
      arcs: [
        { coordinates: Float64Array.from([0, 0, 1, 0, 1, 1]), left: 0, right: -1, kind: 0 as const },
        { coordinates: Float64Array.from([0, 0, 0, 1, 1, 1]), left: -1, right: 0, kind: 0 as const },
      ],
    }
    expect(ringCoordinates(atlas, [0, ~1])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ])
  })
})

describe('the compiled map', () => {
  const atlas = frozenAtlas()

  it('has closed rings and an arc on each side of every face', () => {
    for (const face of atlas.faces) {
      for (const ring of faceCoordinates(atlas, face).flat()) {
        expect(ring.length).toBeGreaterThan(3)
        expect(ring.at(-1)).toEqual(ring[0])
      }
    }
  })

  it('puts towns into faces', () => {
    const { faceAt } = indexFaces(atlas)
    const towns = [
      [36.29, 33.51],
      [37.16, 36.2],
      [36.76, 35.13],
      [40.14, 35.34],
      [41.23, 37.05],
    ]
    const faces = towns.map(([lon, lat]) => faceAt(lon, lat))
    expect(faces.every((face) => face >= 0)).toBe(true)
    expect(new Set(faces).size).toBe(towns.length)
  })
})
