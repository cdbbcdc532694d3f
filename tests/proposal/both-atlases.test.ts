import { describe, expect, it } from 'vitest'
import { areasOn } from '../../src/chronicle/areas.ts'
import type { Atlas } from '../../src/chronicle/atlas.ts'
import { transfers } from '../../src/chronicle/compare.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { bothAtlases } from '../../src/proposal/both-atlases.ts'
import { frozenAtlas } from '../fixtures/frozen.ts'

const before = frozenAtlas()
const DAY = before.start + 12

/** @returns the atlas, in which one face has had another holder all along */
function withAnother(face: number): { after: Atlas; from: number; to: number } {
  const from = periodAt(before.faces[face].history, DAY).holder
  const to = (from + 1) % before.factions.length
  const history = before.faces[face].history.map((period) => ({ ...period, holder: to }))
  return {
    after: { ...before, faces: before.faces.map((one, i) => (i === face ? { ...one, history } : one)) },
    from,
    to,
  }
}

describe('two atlases as one', () => {
  it('of one and the same atlas are that atlas twice', () => {
    const { atlas, shift } = bothAtlases(before, before)
    expect(transfers(atlas, DAY, DAY + shift)).toEqual([])
    const [now, later, own] = [areasOn(atlas, DAY), areasOn(atlas, DAY + shift), areasOn(before, DAY)]
    expect(later).toEqual(now)
    for (const [i, { best }] of own.entries())
      expect(Math.abs(now[i].best - best)).toBeLessThan(0.01 * best + 1)
  })

  it('tell as a comparison of days what differs on one day', () => {
    const face = before.faces.findIndex(({ km2 }) => km2 > 50 && km2 < 500)
    const { after, from, to } = withAnother(face)
    const { atlas, shift } = bothAtlases(before, after)
    const passed = transfers(atlas, DAY, DAY + shift)
    expect(passed.map(({ from, to }) => [from, to])).toEqual([[from, to]])
    expect(passed[0].km2).toBeCloseTo(before.faces[face].km2, -1)
  })

  it('join again what only one of them parts', () => {
    // The same ground as a single face: the lines inside of it are only in one of the two.
    const face = before.arcs.find(({ left, right }) => left >= 0 && right >= 0)!.left
    const whole = withAnother(face).after
    const both = bothAtlases(whole, before).atlas
    expect(both.arcs.every(({ left, right }) => left !== right)).toBe(true)
    expect(both.faces.reduce((sum, { km2 }) => sum + km2, 0)).toBeCloseTo(
      before.faces.reduce((sum, { km2 }) => sum + km2, 0),
      -3,
    )
  })
})
