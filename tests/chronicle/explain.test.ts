import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATE } from '../../src/chronicle/atlas.ts'
import { isoOf } from '../../src/chronicle/day.ts'
import { Explainer, SPEAKS_KM } from '../../src/chronicle/explain.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt, shownSince } from '../../src/chronicle/history.ts'
import { kmBetween } from '../../src/chronicle/nearest.ts'
import {
  anyDay,
  anyHistory,
  claim,
  evidence,
  history,
  place,
  START,
  site,
  squares,
} from './strip-of-squares.ts'

const fell = history([0, 0], [5, 0, 1, STATE.passing], [8, 1])
const quiet = history([0, 0])
const atlas = squares([fell, quiet])
const claims = [
  claim('B1', 'town', { event: 'baseline', from: [], to: 'RED' }),
  claim('C1', 'town', { earliest: isoOf(START + 5), latest: isoOf(START + 8), conflicts: ['C2'] }),
  claim('C2', 'town', { latest: isoOf(START + 6), to: 'GREEN', verdict: 'rejected' }),
  claim('C3', 'town', { event: 'attack', earliest: isoOf(START + 20), latest: isoOf(START + 20) }),
  claim('C4', 'town', { earliest: '2015-03-28', latest: '2015-03-28' }),
  claim('A1', 'area', { scope: 'area', event: 'held' }),
  claim('R1', 'post', { event: 'post' }),
]
const town = place('town', 38.5, 0, { claims: [4, 0, 2, 1, 3] })
const post = place('post', 39.7, -1, { claims: [6] })
const recorded = evidence({
  claims,
  places: [town, post],
  sites: [
    site(0, 38.5, fell, 'town', [[0], [1, 0], [1]]),
    // A sliver with a history that is not the colour of the face.
    site(0, 38.9, history([0, 2]), null),
    site(1, 39.5, quiet, null, [[5]]),
  ],
})
const explainer = new Explainer(recorded, atlas)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('an explanation', () => {
  it('names the holder of the day, since when, and the claims behind it', () => {
    const before = explainer.explain(0, 38.5, 35.5, START + 4)
    expect(before?.now).toMatchObject({ holder: 0, state: STATE.held, start: START, end: START + 5 })
    expect(before?.since).toBe(START)
    expect(ids(before!.now.claims)).toEqual(['B1'])
    const during = explainer.explain(0, 38.5, 35.5, START + 6)
    expect(during?.now).toMatchObject({ holder: 0, other: 1, state: STATE.passing })
    // Since when it passes, not since when it was held.
    expect(during?.since).toBe(START + 5)
    expect(ids(during!.now.claims)).toEqual(['C1', 'B1'])
    const after = explainer.explain(0, 38.5, 35.5, START + 30)
    expect(after?.now).toMatchObject({ holder: 1, end: null, grade: 'B' })
    expect(after?.since).toBe(START + 8)
  })

  it('keeps what moves nothing aside, and years before the range apart', () => {
    const answer = explainer.explain(0, 38.5, 35.5, START)!
    expect(ids(answer.aside)).toEqual(['C2', 'C3'])
    expect(ids(answer.background)).toEqual(['C4'])
  })

  it('tells a place that speaks from one that ground is inferred from', () => {
    const lonOf = (km: number) => 38.5 + km / kmBetween(38, 35.5, 39, 35.5)
    expect(explainer.explain(0, lonOf(SPEAKS_KM - 0.1), 35.5, START)?.basis).toBe('place')
    const off = explainer.explain(0, lonOf(SPEAKS_KM + 0.1), 35.5, START)!
    expect(off.basis).toBe('nearest')
    expect(off.km).toBeCloseTo(SPEAKS_KM + 0.1, 3)
    expect(off.place?.id).toBe('town')
  })

  it('says when only an area claim, or nothing, speaks for open ground', () => {
    const open = explainer.explain(1, 39.5, 35.5, START)!
    expect(open).toMatchObject({ place: null, km: null, basis: 'area' })
    expect(open.nearest?.place.id).toBe('town')
    expect(open.nearest?.km).toBeCloseTo(kmBetween(39.5, 35.5, 38.5, 35.5), 6)
    const bare = new Explainer(evidence({ sites: [site(1, 39.5, quiet, null)] }), atlas)
    expect(bare.explain(1, 39.5, 35.5, START)).toMatchObject({ basis: 'block', nearest: null })
  })

  it('never speaks for a colour that is not painted', () => {
    // Nearest to the sliver's site, whose holder is another one than the face shows.
    expect(explainer.explain(0, 38.9, 35.5, START)?.now.holder).toBe(0)
  })

  it('tells the record of a place without ground, when asked there or by name', () => {
    expect(ids(explainer.explain(1, 39.7, 35.5, START)!.aside)).toEqual(['R1'])
    expect(ids(explainer.explain(1, 39.2, 35.5, START)!.aside)).toEqual([])
    expect(ids(explainer.explain(1, 39.2, 35.5, START, post)!.aside)).toEqual(['R1'])
  })

  it('knows nothing of faces without a site', () => {
    expect(explainer.explain(7, 38.5, 35.5, START)).toBeNull()
    expect(explainer.explain(-1, 38.5, 35.5, START)).toBeNull()
  })

  it('finds contradictions whichever claim names the other', () => {
    expect(ids(explainer.contradictions({ id: 'C1' }))).toEqual(['C2'])
    expect(ids(explainer.contradictions({ id: 'C2' }))).toEqual(['C1'])
    expect(explainer.contradictions({ id: 'B1' })).toEqual([])
    expect(explainer.contradictions({ id: 'nobody' })).toEqual([])
  })

  it('always agrees with the colour of the ground', () => {
    fc.assert(
      fc.property(
        fc.array(anyHistory, { minLength: 1, maxLength: 5 }),
        fc.array(fc.double({ min: 38.01, max: 42.99, noNaN: true }), { minLength: 1, maxLength: 5 }),
        anyDay,
        (histories, points, day) => {
          const atlas = squares(histories)
          const sites = histories.flatMap((segments, i) => [
            site(i, 38.25 + i, segments, null),
            site(i, 38.75 + i, segments, null),
          ])
          const explainer = new Explainer(evidence({ sites }), atlas)
          const index = indexFaces(atlas)
          for (const lon of points) {
            const face = index.faceAt(lon, 35.5)
            if (face < 0) continue
            const { now, since, history } = explainer.explain(face, lon, 35.5, day)!
            const painted = periodAt(atlas.faces[face].history, day)
            expect(now).toMatchObject({ ...painted })
            expect(since).toBe(shownSince(atlas.faces[face].history, day))
            expect(now.start).toBeLessThanOrEqual(day)
            expect(now.end ?? Infinity).toBeGreaterThan(day)
            // The stretches follow on one another without a gap.
            for (const [i, stretch] of history.entries())
              expect(stretch.end).toBe(history[i + 1]?.start ?? null)
          }
        },
      ),
    )
  })
})
