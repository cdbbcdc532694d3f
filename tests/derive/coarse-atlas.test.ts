import { describe, expect, it } from 'vitest'
import { type AtlasFile, decodeAtlas } from '../../src/chronicle/atlas.ts'
import { coarseAtlas } from '../../src/derive/coarse-atlas.ts'
import { frozen } from '../fixtures/frozen.ts'

const file: AtlasFile = frozen('atlas/atlas.json')
const [exact, coarse] = [decodeAtlas(file), decodeAtlas(coarseAtlas(file))]
/** Half a step either way, and what the simpler line may leave its course by, degrees. */
const REACH = 0.0055

describe('the coarse atlas', () => {
  it('has the same faces and histories, and half the points at most', () => {
    expect(coarse.faces).toEqual(exact.faces)
    const points = ({ arcs }: typeof exact) =>
      arcs.reduce((sum, { coordinates }) => sum + coordinates.length, 0)
    expect(points(coarse)).toBeLessThan(points(exact) / 2)
  })

  it('keeps near the lines of the exact one, and joins them where they were joined', () => {
    const places = new Map<string, string>()
    exact.arcs.forEach(({ coordinates: line }, arc) => {
      const light = coarse.arcs[arc].coordinates
      for (const [i, j] of [
        [0, 0],
        [line.length - 2, light.length - 2],
      ]) {
        const from = `${line[i].toFixed(6)} ${line[i + 1].toFixed(6)}`
        const to = `${light[j]} ${light[j + 1]}`
        expect(places.get(from) ?? to).toBe(to)
        places.set(from, to)
      }
      for (let i = 0; i < line.length; i += 2)
        expect(distance(line[i], line[i + 1], light), `arc ${arc}`).toBeLessThan(REACH)
    })
  })
})

function distance(x: number, y: number, line: Float64Array): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, dx, dy] = [line[i - 2], line[i - 1], line[i] - line[i - 2], line[i + 1] - line[i - 1]]
    const length = dx * dx + dy * dy
    const share = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
    least = Math.min(least, Math.hypot(x - ax - share * dx, y - ay - share * dy))
  }
  return least
}
