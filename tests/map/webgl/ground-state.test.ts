import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodAt } from '../../../src/chronicle/history.ts'
import { arcLine } from '../../../src/map/ground-features.ts'
import { LINE } from '../../../src/map/looks.ts'
import { indexChanges } from '../../../src/map/webgl/change-index.ts'
import { FLAG, type GroundState, PART } from '../../../src/map/webgl/ground-state.ts'
import { TEXELS_PER_ROW, Texels } from '../../../src/map/webgl/texels.ts'
import { atlas, looks, mesh, stateOn } from './world.ts'

const days = fc.integer({ min: atlas.start, max: atlas.end })
const look = (state: GroundState, face: number) => state.faces.get(face, PART.shown) & 0xffff
const line = (state: GroundState, arc: number) => state.arcs.get(arc, PART.shown) & 0xff

describe('the index of changes', () => {
  it('finds the faces that every history names', () => {
    const number = new Map(atlas.faces.flatMap(({ history }) => history).map((period, i) => [period, i]))
    const index = indexChanges(atlas, (period) => number.get(period)!)
    const between = (from: number, to: number) => {
      const found: [face: number, look: number][] = []
      index.between(from, to, (face, look) => found.push([face, look]))
      return found
    }
    const lookOn = (face: number, day: number) => number.get(periodAt(atlas.faces[face].history, day))!
    fc.assert(
      fc.property(days, days, (one, other) => {
        const wanted = atlas.faces.flatMap(({ history }, face) =>
          periodAt(history, one) === periodAt(history, other) ? [] : [face],
        )
        const found = between(one, other)
        const faces = found.map(([face]) => face)
        expect(new Set(faces).size).toBe(faces.length)
        // A face that changed and changed back in between is looked at too; it shows no difference.
        expect(faces).toEqual(expect.arrayContaining(wanted))
        for (const [face, look] of found) expect(look).toBe(lookOn(face, other))
      }),
    )
    expect(between(atlas.start, atlas.start)).toEqual([])
    expect(between(atlas.start, atlas.end).length).toBeGreaterThan(100)
  })
})

describe('a step of the day', () => {
  it('leads to the same numbers whatever the way', () => {
    const steps = fc.array(fc.tuple(days, fc.integer({ min: 0, max: 250 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(steps, (walk) => {
        const state = stateOn(atlas.start)
        let now = 1000
        for (const [day, fade] of walk) {
          now += 90
          state.setDay(day, now, fade)
        }
        state.endFades()
        const fresh = stateOn(walk.at(-1)![0])
        expect(state.faces.data).toEqual(fresh.faces.data)
        expect(state.arcs.data).toEqual(fresh.arcs.data)
        expect([...state.edges.segments(mesh)]).toEqual([...fresh.edges.segments(mesh)])
      }),
      { numRuns: 60 },
    )
  })

  it('draws a line where the rule says so and nowhere else', () => {
    const drawn = { [LINE.none]: 0, [LINE.quiet]: 0, [LINE.front]: 0 }
    for (let day = atlas.start; day <= atlas.end; day += 9) {
      const state = stateOn(day)
      atlas.arcs.forEach(({ left, right }, arc) => {
        const [a, b] = [left, right].map((face) => face >= 0 && periodAt(atlas.faces[face].history, day))
        const wanted = a && b ? arcLine(a, b, looks) : LINE.none
        expect(line(state, arc)).toBe(wanted)
        // What has a line is among the edges, which are drawn for it.
        if (wanted !== LINE.none) expect(state.edges.has(arc)).toBe(true)
        drawn[wanted]++
      })
    }
    expect(Math.min(...Object.values(drawn))).toBeGreaterThan(50)
  })

  it('keeps what was before while it fades, and forgets it afterwards', () => {
    const [from, to] = [atlas.start, atlas.start + 12]
    const state = stateOn(from)
    const [before, after] = [stateOn(from), stateOn(to)]
    state.setDay(to, 5000, 200)
    const changed = atlas.faces.flatMap((_, face) => (look(before, face) === look(after, face) ? [] : [face]))
    expect(changed.length).toBeGreaterThan(20)
    for (const face of changed) {
      expect(state.faces.get(face, PART.shown)).toBe((look(before, face) << 16) | look(after, face))
      expect(state.faces.get(face, PART.start)).toBe(5000)
      expect(state.faces.get(face, PART.duration)).toBe(200)
    }
    expect(state.movesUntil).toBe(5200)
    state.endFades()
    expect(state.movesUntil).toBe(0)
    for (const face of changed) expect(state.faces.get(face, PART.duration)).toBe(0)
  })

  it('shows at once what a fast step interrupts', () => {
    const state = stateOn(atlas.start)
    state.setDay(atlas.start + 12, 5000, 200)
    state.setDay(atlas.start + 13, 5010, 0)
    expect(state.faces.data).toEqual(stateOn(atlas.start + 13).faces.data)
    expect(state.movesUntil).toBe(0)
  })

  it('touches few rows of the tables', () => {
    const state = stateOn(atlas.start)
    state.faces.takeDirty()
    state.arcs.takeDirty()
    state.setDay(atlas.start, 0, 0)
    expect([state.faces.takeDirty(), state.arcs.takeDirty()]).toEqual([[], []])
    state.setDay(atlas.start + 12, 0, 0)
    expect(state.faces.takeDirty().length).toBeGreaterThan(0)
  })
})

describe('faces set apart', () => {
  it('are outlined on their outer edge, and keep their look', () => {
    const state = stateOn(atlas.start)
    const { left, right } = atlas.arcs.find((arc) => arc.left >= 0 && arc.right >= 0)!
    const between = atlas.arcs.flatMap((arc, i) =>
      (arc.left === left && arc.right === right) || (arc.left === right && arc.right === left) ? [i] : [],
    )
    const look = state.faces.get(left, PART.shown)
    state.setEmphasis([left, right])
    expect(state.faces.get(left, PART.duration)).toBe(FLAG.emphasis)
    expect(state.faces.get(left, PART.shown)).toBe(look)
    for (const arc of between) expect(state.emphasis.has(arc)).toBe(false)
    expect(state.emphasis.segments(mesh).length).toBeGreaterThan(0)
    state.setLit([left])
    expect(state.faces.get(left, PART.duration)).toBe(FLAG.emphasis | FLAG.lit)
    for (const arc of between) expect(state.lit.has(arc)).toBe(true)
    state.setEmphasis([-1])
    state.setLit([])
    expect(state.faces.data).toEqual(stateOn(atlas.start).faces.data)
    expect(state.emphasis.segments(mesh).length + state.lit.segments(mesh).length).toBe(0)
  })
})

describe('tables and lists', () => {
  it('send only rows that changed', () => {
    const texels = new Texels(3 * TEXELS_PER_ROW)
    expect(texels.takeDirty()).toEqual([[0, 3]])
    expect(texels.takeDirty()).toEqual([])
    texels.set(5, 0, 0)
    expect(texels.takeDirty()).toEqual([])
    texels.set(5, 0, 7)
    texels.set(2 * TEXELS_PER_ROW + 1, 3, 9)
    expect(texels.takeDirty()).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('count a list anew only when it changed', () => {
    const { edges } = stateOn(atlas.start)
    edges.segments(mesh)
    const { version } = edges
    const arc = atlas.arcs.findIndex((_, i) => !edges.has(i))
    edges.put(arc, false)
    edges.segments(mesh)
    expect(edges.version).toBe(version)
    edges.put(arc, true)
    expect([...edges.segments(mesh)]).toContain(mesh.firstSegment[arc])
    expect(edges.version).toBe(version + 1)
  })
})
