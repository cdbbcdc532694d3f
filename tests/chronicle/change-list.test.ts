import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATE } from '../../src/chronicle/atlas.ts'
import { changeList } from '../../src/chronicle/change-list.ts'
import { changesBetween } from '../../src/chronicle/changes.ts'
import { dayChanges } from '../../src/chronicle/day-changes.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { anyDay, anyHistory, history, place, START, squares } from './strip-of-squares.ts'

const atlas = squares([
  history([0, 0], [5, 1]),
  history([0, 0], [5, 1, 0, STATE.contested]),
  history([0, 0], [5, 0, 1, STATE.contested]),
  history([0, 2, 0, STATE.contested], [5, 2]),
  history([0, 2, 0, STATE.contested], [5, 2, 1, STATE.contested]),
  history([0, 0], [5, 2], [6, 0]),
])
const places = [
  place('hamlet', 38.2, 0),
  place('city', 38.6, 0, { kind: 'city' }),
  place('post', 40.5, 2),
  place('elsewhere', 43.5, 5),
  place('nowhere', 43.5, -1),
]

describe('the list of what changed', () => {
  it('tells gained, contested, settled and shifted ground apart', () => {
    const { groups, km2 } = changeList(atlas, places, START + 4, START + 7)
    expect(groups.map(({ kind, faction, other, faces }) => [kind, faction, other, faces])).toEqual([
      ['gained', 1, null, [0, 1]],
      ['contested', 0, 1, [2]],
      ['settled', 2, null, [3]],
      ['shifted', 2, 1, [4]],
    ])
    expect(km2).toBe(20)
    expect(groups[0]).toMatchObject({ km2: 20, unsettled: 10, from: [[0, 20]] })
  })

  it('splits ground by governorate and names its places, the best known first', () => {
    const [gained] = changeList(atlas, places, START + 4, START + 7).groups
    expect(gained.parts.map(({ governorate, km2 }) => [governorate, km2])).toEqual([
      [0, 16],
      [1, 4],
    ])
    expect(gained.parts[0].places.map((entry) => [entry.place.id, entry.face, entry.day])).toEqual([
      ['city', 0, START + 5],
      ['hamlet', 0, START + 5],
    ])
  })

  it('leaves out what came and went', () => {
    const faces = changeList(atlas, places, START + 4, START + 7).groups.flatMap((group) => group.faces)
    expect(faces).not.toContain(5)
    expect(changeList(atlas, places, START + 4, START + 5).groups.flatMap((group) => group.faces)).toContain(
      5,
    )
  })

  it('gives the day on which the holder came, not the day on which the doubt ended', () => {
    const slow = squares([history([0, 0], [5, 1, 0, STATE.contested], [9, 1])])
    const [group] = changeList(slow, [place('town', 38.5, 0)], START, START + 20).groups
    expect(group.parts[0].places[0].day).toBe(START + 5)
  })

  it('is empty between equal days, and the same whichever day comes first', () => {
    expect(changeList(atlas, places, START + 4, START + 4)).toMatchObject({ km2: 0, groups: [] })
    expect(changeList(atlas, places, START + 7, START + 4)).toEqual(
      changeList(atlas, places, START + 4, START + 7),
    )
  })

  it('has every changed face in one group, every changed place once, on a day inside', () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { minLength: 1, maxLength: 6 }), anyDay, anyDay, (histories, a, b) => {
        const atlas = squares(histories)
        const all = histories.map((_, i) => place(`p${i}`, 38.5 + i, i))
        const { groups, from, to, km2 } = changeList(atlas, all, a, b)
        const faces = groups.flatMap((group) => group.faces).sort((x, y) => x - y)
        expect(faces).toEqual(changesBetween(atlas, from, to).map(({ face }) => face))
        const told = groups.flatMap((group) => group.parts.flatMap((part) => part.places))
        expect(told.map((entry) => entry.face).sort((x, y) => x - y)).toEqual(faces)
        for (const { day, face } of told) {
          expect(day).toBeGreaterThan(from)
          expect(day).toBeLessThanOrEqual(to)
          // On that day the ground is already under the later holder.
          expect(periodAt(atlas.faces[face].history, day).holder).toBe(
            periodAt(atlas.faces[face].history, to).holder,
          )
        }
        for (const group of groups) {
          expect(group.parts.reduce((sum, part) => sum + part.km2, 0)).toBeCloseTo(group.km2, 6)
          expect(group.from.reduce((sum, [, part]) => sum + part, 0)).toBeCloseTo(group.km2, 6)
        }
        expect(km2).toBe(
          10 * changesBetween(atlas, from, to).filter((c) => c.before.holder !== c.after.holder).length,
        )
      }),
    )
  })

  it('agrees with the change of a single day', () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { minLength: 1, maxLength: 6 }), (histories) => {
        const atlas = squares(histories)
        for (const change of dayChanges(atlas)) {
          const list = changeList(atlas, [], change.day - 1, change.day)
          expect(list.km2).toBeCloseTo(change.km2, 9)
          const gains = list.groups.filter(({ kind }) => kind === 'gained')
          expect(gains.map(({ faction, km2 }) => [faction, km2])).toEqual(
            change.gains.map(({ faction, km2 }) => [faction, km2]),
          )
        }
      }),
    )
  })
})
